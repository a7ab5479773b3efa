package vn.vanban.samples;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes {@code sample-docs/} and its labels anew from the hand-written texts in {@code
 * src/test/samples}. Surefire does not pick this class up by its name; it is run by
 *
 * <pre>apt-get install libreoffice-writer fonts-liberation22
 * mvn -B test -Dtest=SampleMaker</pre>
 *
 * <p>Each {@code NAME.txt} there is one sample ({@link SampleSource} explains the markup); its key
 * {@code file} names the file to write, whose ending chooses the format: docx, txt, html, xlsx and
 * eml are written here, odt, doc, rtf and pdf are LibreOffice's conversions of the docx. The key
 * {@code encoding} ({@code tcvn3}, {@code vni}, {@code nfd}) chooses a legacy encoding or split
 * letters, {@code scan: yes} turns a PDF into an image. Files of another ending are copied as they
 * are. The key {@code gold} carries the labels that {@code gold.jsonl} collects: an absent key
 * asserts nothing, null asserts that the document has no such value, and a copy ({@code bản sao})
 * bears the number of what it copies.
 *
 * <p>The texts are written for this project. Bodies and places are invented, except for ministries
 * and the like, whose documents here bear numbers that were never given; each says at its end that
 * it is a sample. The same texts give the same documents, though LibreOffice's bytes differ.
 */
class SampleMaker {
  private static final Path SOURCES = Path.of("src/test/samples");
  private static final Path TARGET = Path.of("sample-docs");
  private static final Path GOLD = Path.of("src/test/resources/vn/vanban/samples/gold.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path work;

  @Test
  void make() throws IOException, InterruptedException {
    Files.createDirectories(TARGET);
    TreeMap<String, String> gold = new TreeMap<>();
    Map<String, List<Path>> conversions = new HashMap<>();
    List<Path> sources;
    try (Stream<Path> files = Files.list(SOURCES)) {
      sources = files.sorted().toList();
    }
    List<SampleSource> letters = new ArrayList<>();
    for (Path path : sources) {
      if (!path.toString().endsWith(".txt")) {
        Files.copy(path, TARGET.resolve(path.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        continue;
      }
      SampleSource source = SampleSource.read(path);
      String file = source.keys().get("file");
      ObjectNode labels = JSON.createObjectNode().put("file", file);
      labels.setAll((ObjectNode) JSON.readTree(source.keys().get("gold")));
      gold.put(file, JSON.writeValueAsString(labels));
      if (source.keys().containsKey("copied")) {
        continue;
      }
      String ending = file.substring(file.lastIndexOf('.') + 1);
      Path target = TARGET.resolve(file);
      String encoding = source.keys().getOrDefault("encoding", "");
      switch (ending) {
        case "txt" -> Files.writeString(target, PlainWriters.text(source));
        case "html" -> Files.writeString(target, PlainWriters.html(source));
        case "docx" -> word(encoding).write(source, target);
        case "xlsx" -> sheet(source, target);
        case "eml" -> letters.add(source);
        default -> {
          if (encoding.equals("tcvn3")) {
            Files.writeString(target, PlainWriters.tcvn3Rtf(source), StandardCharsets.US_ASCII);
            break;
          }
          Path docx = work.resolve(file.replaceAll("\\.\\w+$", ".docx"));
          word(encoding).write(source, docx);
          conversions.computeIfAbsent(ending, e -> new ArrayList<>()).add(docx);
        }
      }
    }
    for (var entry : conversions.entrySet()) {
      convert(entry.getKey(), entry.getValue());
    }
    for (Path path : sources) {
      if (path.toString().endsWith(".txt")) {
        place(SampleSource.read(path).keys());
      }
    }
    for (SampleSource letter : letters) {
      mail(letter);
    }
    Files.write(GOLD, gold.values());
  }

  private static WordWriter word(String encoding) {
    return switch (encoding) {
      case "" -> new WordWriter("Times New Roman", UnaryOperator.identity());
      case "nfd" ->
          new WordWriter("Times New Roman", t -> Normalizer.normalize(t, Normalizer.Form.NFD));
      case "vni" -> new WordWriter("VNI-Times", LegacyEncoding::vni);
      default -> throw new IllegalArgumentException(encoding);
    };
  }

  private void place(Map<String, String> keys) throws IOException {
    Path made = work.resolve("made").resolve(keys.get("file"));
    Path target = TARGET.resolve(keys.get("file"));
    if (keys.containsKey("scan")) {
      Scan.make(made, target);
    } else if (Files.exists(made)) {
      Files.copy(made, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void convert(String ending, List<Path> files) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("soffice");
    command.add("-env:UserInstallation=" + work.resolve("profile").toUri());
    command.addAll(List.of("--headless", "--convert-to", filter(ending)));
    command.addAll(List.of("--outdir", work.resolve("made").toString()));
    files.forEach(f -> command.add(f.toString()));
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(work.resolve(ending + ".log").toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(Files.readString(work.resolve(ending + ".log")));
    }
  }

  /** The names of LibreOffice's export filters. */
  private static String filter(String ending) {
    return switch (ending) {
      case "doc" -> "doc:MS Word 97";
      case "rtf" -> "rtf:Rich Text Format";
      case "odt" -> "odt:writer8";
      case "pdf" -> "pdf:writer_pdf_Export";
      default -> throw new IllegalArgumentException(ending);
    };
  }

  private static void sheet(SampleSource source, Path target) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(target)) {
      XSSFSheet sheet = book.createSheet("Danh mục");
      int at = 0;
      for (SampleSource.Paragraph p : source.paragraphs()) {
        XSSFRow row = sheet.createRow(at++);
        String[] cells = p.text().split("\t", -1);
        for (int i = 0; i < cells.length; i++) {
          row.createCell(i).setCellValue(cells[i]);
        }
      }
      book.write(out);
    }
  }

  private static void mail(SampleSource source) throws IOException {
    Map<String, String> keys = source.keys();
    String boundary = "=_mau-vanban-0001";
    Path attached = TARGET.resolve(keys.get("attach"));
    StringBuilder out = new StringBuilder();
    out.append("From: ").append(keys.get("from")).append("\r\nTo: ").append(keys.get("to"));
    out.append("\r\nDate: ").append(keys.get("date"));
    out.append("\r\nMessage-ID: <0001@vanban.example>\r\nSubject: ");
    out.append(encodedWords(keys.get("subject")));
    out.append("\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"");
    out.append(boundary).append("\"\r\n\r\n--").append(boundary);
    out.append("\r\nContent-Type: text/plain; charset=utf-8");
    out.append("\r\nContent-Transfer-Encoding: base64\r\n\r\n");
    out.append(base64(PlainWriters.text(source).getBytes(StandardCharsets.UTF_8)));
    out.append("\r\n--").append(boundary).append("\r\nContent-Type: application/");
    out.append("vnd.openxmlformats-officedocument.wordprocessingml.document\r\n");
    out.append("Content-Disposition: attachment; filename=\"").append(keys.get("attach"));
    out.append("\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
    out.append(base64(Files.readAllBytes(attached)));
    out.append("\r\n--").append(boundary).append("--\r\n");
    Files.writeString(TARGET.resolve(keys.get("file")), out, StandardCharsets.US_ASCII);
  }

  /** RFC 2047: an encoded word holds at most 75 characters, and whole characters only. */
  private static String encodedWords(String text) {
    List<String> words = new ArrayList<>();
    for (int at = 0; at < text.length(); at += 12) {
      String part = text.substring(at, Math.min(text.length(), at + 12));
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      words.add("=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=");
    }
    return String.join("\r\n ", words);
  }

  private static String base64(byte[] bytes) {
    return Base64.getMimeEncoder().encodeToString(bytes);
  }
}
