package vn.vanban.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vanban bench start}. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    header = "Đo từ lúc gọi lệnh serve đến câu trả lời đầu tiên.",
    description = {
      "From the call of the launcher to the first results page, answered whole, on a data folder "
          + "that nobody serves. A first start, which may make the AOT cache, is not counted."
    },
    footer = {"", "Ví dụ / Examples:", "  vanban bench start --data index-data/demo"})
final class StartBenchCommand implements Callable<Integer> {
  private static final String QUESTION = "/tim-kiem?q=binh+dang+gioi";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Số lần (mặc định ${DEFAULT-VALUE}). / Starts that count.")
  private int runs = 5;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WrongUse.unlessWithin(spec, "--runs", runs, 1, 1_000);
    Path launcher = Path.of(System.getProperty("vanban.home", "."), "vanban");
    if (!Files.isExecutable(launcher)) {
      throw new CommandFailedException(
          "Không thấy %s: hãy gọi lệnh này bằng ./vanban. / Call this through the launcher."
              .formatted(launcher));
    }
    Path log = Files.createTempFile("vanban-start", ".log");
    long[] millis = new long[runs];
    try (HttpClient client = HttpClient.newHttpClient()) {
      start(launcher, log, client);
      for (int run = 0; run < runs; run++) {
        millis[run] = start(launcher, log, client);
      }
    }
    Files.delete(log);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("first answer after %s ms%n", Arrays.toString(millis));
    Arrays.sort(millis);
    out.printf("median %,d ms%n", millis[runs / 2]);
    out.flush();
    return 0;
  }

  private long start(Path launcher, Path log, HttpClient client)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    List<String> serve =
        List.of(launcher.toString(), "serve", "--port", "0", "--data", data.path().toString());
    try (ServiceProcess service = ServiceProcess.start(serve, log)) {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(service.base().resolve(QUESTION)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new CommandFailedException(QUESTION + " answered " + answer.statusCode());
      }
      return (System.nanoTime() - begun) / 1_000_000;
    }
  }
}
