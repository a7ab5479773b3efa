package vn.vanban.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service in a process of its own, for benchmarks.
 *
 * @param process the service
 * @param base its address on this machine
 */
record ServiceProcess(Process process, URI base) implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://[^ ]+:(\\d+)");

  /**
   * Starts a service, and waits until it tells its address.
   *
   * @param command that serves
   * @param log what it says beside its address
   * @throws CommandFailedException if it ends before
   */
  static ServiceProcess start(List<String> command, Path log) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.to(log.toFile())).start();
    try {
      BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher address = ADDRESS.matcher(line);
        if (address.find()) {
          return new ServiceProcess(process, URI.create("http://127.0.0.1:" + address.group(1)));
        }
      }
    } catch (IOException e) {
      process.destroy();
      throw e;
    }
    process.destroy(); // it closed its output without an address
    throw new CommandFailedException(
        "Dịch vụ không mở được; xem %s. / The service did not start; see there.".formatted(log));
  }

  /** Stops it as a person would, and waits for its end. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
