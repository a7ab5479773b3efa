package vn.vanban.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.bench.LoadBench;

/** {@code vanban bench load PATH…}. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    header = "Đo dịch vụ đang chạy dưới tải, từ một tiến trình khác.",
    description = {
      "Makes a registry of documents recombined from sentences of the given texts (unless the data "
          + "folder has one), serves it from a process of its own with -Xmx1g, and sends different "
          + "requests at a given rate whether or not earlier ones are answered; then far too many; "
          + "then as before."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban bench load --data /tmp/bench-load corpus.jsonl",
      "  vanban bench load --documents 5000 --rate 100 --data /tmp/bench van-ban/"
    })
final class LoadBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục.")
  private List<Path> paths = List.of();

  @Option(
      names = "--documents",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Số văn bản (mặc định ${DEFAULT-VALUE}). / Documents, about so many.")
  private int documents = 100_000;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "300",
      description = "Số yêu cầu mỗi giây (mặc định ${DEFAULT-VALUE}). / Requests a second.")
  private int rate = 300;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "Bao lâu (mặc định ${DEFAULT-VALUE}). / For how long.")
  private int seconds = 60;

  @Option(
      names = "--overload",
      paramLabel = "N",
      defaultValue = "3000",
      description = "Số yêu cầu mỗi giây khi quá tải (mặc định ${DEFAULT-VALUE}). / Too many.")
  private int overload = 3_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Mầm ngẫu nhiên (mặc định ${DEFAULT-VALUE}). / Seed.")
  private long seed = 1;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WrongUse.unlessWithin(spec, "--documents", documents, 100, 10_000_000);
    WrongUse.unlessWithin(spec, "--rate", rate, 1, 100_000);
    WrongUse.unlessWithin(spec, "--seconds", seconds, 1, 86_400);
    WrongUse.unlessWithin(spec, "--overload", overload, 1, 100_000);
    PrintWriter err = spec.commandLine().getErr();
    LoadBench bench =
        new LoadBench(
            new SentenceFiles().read(paths),
            new LoadBench.Options(documents, seed, rate, Duration.ofSeconds(seconds), overload),
            line -> {
              err.println(line);
              err.flush();
            });
    List<String> pages;
    Path folder;
    try (DataFolder.Opened opened = data.openStill()) {
      bench.fill(opened.registry());
      opened.follower().catchUp();
      pages = bench.pages(opened.registry());
      folder = opened.folder();
    }
    readOnce(folder);
    try (ServiceProcess service =
        ServiceProcess.start(serve(folder), folder.resolve("bench-load.log"))) {
      PrintWriter out = spec.commandLine().getOut();
      bench.run(service.base(), service.process().toHandle(), pages).forEach(out::println);
      out.flush();
    }
    return 0;
  }

  /** So that the system has them in memory, and not its disk is measured. */
  private static void readOnce(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  private static List<String> serve(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "--enable-native-access=ALL-UNNAMED",
        "-Dstdout.encoding=UTF-8",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "serve",
        "--port",
        "0",
        "--data",
        folder.toString());
  }
}
