package vn.vanban.extract;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A child that does what its file says: all that a parser that was taken over could do. */
final class ScriptedChild {
  /** With limits that are not its parent's. */
  private static final ExtractionWire WIRE = new ExtractionWire(Limits.DEFAULT);

  private ScriptedChild() {}

  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    ExtractionWire.ready(out);
    while (true) {
      String script = new String(WIRE.asked(in), StandardCharsets.UTF_8);
      switch (script) {
        case "treo" -> {
          while (true) {
            Thread.onSpinWait();
          }
        }
        case "thoát" -> Runtime.getRuntime().halt(3);
        case "in ra" -> out.writeBytes("log4j:WARN no appenders\n");
        case "ngập" -> {
          byte[] zeros = new byte[1 << 20];
          while (true) {
            out.write(zeros);
          }
        }
        case "độ dài" -> {
          out.writeInt(0x7662_616e);
          out.writeByte(1);
          out.writeInt(Integer.MAX_VALUE);
        }
        case "độ dài âm" -> {
          out.writeInt(0x7662_616e);
          out.writeByte(1);
          out.writeInt(-1);
        }
        case "dài quá" -> text(out, "a".repeat(2000));
        case "nhiều tệp" -> {
          List<SourceFile> members = new ArrayList<>();
          for (int i = 0; i < 50; i++) {
            members.add(new SourceFile("t" + i, new byte[0]));
          }
          WIRE.extracted(
              out,
              new Extraction("a/b", new ExtractedText(List.of(), 0, false), members, List.of()));
        }
        case "hết bộ nhớ" -> {
          if (Runtime.getRuntime().maxMemory() < 1L << 30) {
            ExtractionWire.exhausted(out);
          } else {
            text(out, "đọc được");
          }
        }
        case "trống" -> {
          if (Runtime.getRuntime().maxMemory() < 1L << 30) {
            WIRE.extracted(
                out,
                new Extraction(
                    "a/b", new ExtractedText(List.of(), 3, false), List.of(), List.of()));
          } else {
            text(out, "đọc được");
          }
        }
        case "môi trường" -> text(out, String.join(",", System.getenv().keySet()));
        case "tệp tạm" -> {
          Path file = Files.createTempFile("a", "b");
          text(out, file.toString());
        }
        default -> {
          if (script.startsWith("dừng hai lần ")) {
            stopTwice(out, Path.of(script.substring("dừng hai lần ".length())));
          } else if (script.startsWith("mạng ")) {
            text(out, connect(Integer.parseInt(script.substring("mạng ".length()))));
          } else {
            text(out, script);
          }
        }
      }
      out.flush();
    }
  }

  /** With little memory it asks for more; with more it comes through at its third time. */
  private static void stopTwice(DataOutputStream out, Path counter) throws IOException {
    if (Runtime.getRuntime().maxMemory() < 1L << 30) {
      ExtractionWire.exhausted(out);
      return;
    }
    Files.writeString(counter, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (Files.size(counter) < 3) {
      Runtime.getRuntime().halt(3);
    }
    text(out, "đọc được");
  }

  private static String connect(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return "nối được " + socket.isConnected();
    } catch (IOException e) {
      return "không nối được";
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    WIRE.extracted(
        out,
        new Extraction(
            "text/plain",
            new ExtractedText(
                List.of(
                    new ExtractedText.Paragraph(
                        text, ExtractedText.Place.BODY, 0, List.of(".VnTime"))),
                0,
                false),
            List.of(),
            List.of()));
  }
}
