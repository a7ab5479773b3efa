package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.registry.Registry;

/** A service that is told to stop finishes what it has accepted. */
@Tag("slow")
class GracefulStopTest {
  private static final byte[] FILE =
      """
      BỘ NỘI VỤ
      Số: 12/KH-BNV
      Hà Nội, ngày 05 tháng 3 năm 2021
      KẾ HOẠCH
      Kiểm kê hồ sơ lưu trữ
      """
          .getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void anUploadUnderWayIsAcknowledgedAndNothingNewIsTaken() throws Exception {
    Path data = folder.resolve("du-lieu");
    Process server = ServeCrashTest.start(data);
    try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).contains("http://localhost:");
      ControlFile control = ControlFile.read(data).orElseThrow();
      URI address = URI.create(control.address());
      try (Socket upload = new Socket(address.getHost(), address.getPort())) {
        OutputStream out = upload.getOutputStream();
        out.write(
            "POST /api/v1/documents?name=a.txt HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(control.secret(), FILE.length)
                .getBytes(StandardCharsets.UTF_8));
        out.write(FILE, 0, 20);
        out.flush();
        untilReady(address);
        server.toHandle().destroy();
        untilRefused(address);
        out.write(FILE, 20, FILE.length - 20);
        out.flush();
        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(upload.getInputStream(), StandardCharsets.UTF_8));
        assertThat(answer.readLine()).contains("201");
      }
      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      server.destroyForcibly();
    }
    try (Registry registry = Registry.open(data)) {
      assertThat(registry.documentOfOriginal(Registry.sha256(FILE))).isPresent();
      assertThat(registry.verify()).isEmpty();
    }
  }

  /**
   * Answers come in order of arrival: the upload's head is read once a later request is answered.
   */
  private static void untilReady(URI address) throws IOException {
    while (!status(address).contains("200")) {
      Thread.onSpinWait();
    }
  }

  private static void untilRefused(URI address) throws IOException {
    while (status(address).contains("200")) {
      Thread.onSpinWait();
    }
  }

  /** The first line of the answer; empty if the service takes no connection any more. */
  private static String status(URI address) throws IOException {
    try (Socket asking = new Socket(address.getHost(), address.getPort())) {
      asking
          .getOutputStream()
          .write(
              "GET /ready HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      String line =
          new BufferedReader(new InputStreamReader(asking.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      return line == null ? "" : line;
    } catch (SocketException e) { // refused, or reset where it was still to be taken
      return "";
    }
  }
}
