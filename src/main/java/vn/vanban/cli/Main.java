package vn.vanban.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the command line. */
@Command(
    name = "vanban",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      IngestCommand.class,
      ServeCommand.class,
      DemoCommand.class,
      SearchCommand.class,
      ShowCommand.class,
      ParseCommand.class,
      TextCommand.class,
      VerifyCommand.class,
      EvaluateCommand.class,
      BenchCommand.class
    },
    header = "Sổ đăng ký và máy tìm kiếm văn bản pháp luật, hành chính Việt Nam.",
    description = "Registry and search engine for Vietnamese legal and administrative documents.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban demo                         đăng ký tài liệu mẫu và mở máy chủ / try it",
      "  vanban ingest van-ban/              đưa cả thư mục vào sổ đăng ký / register a folder",
      "  vanban search 'binh dang gioi'      tìm, có dấu hay không dấu / search",
      "  vanban show 383/KH-UBND             xem văn bản theo số / look up a number",
      "  vanban serve                        mở trang tra cứu và API / pages and API",
      "",
      "Mã thoát / Exit codes: 0 xong; 1 việc không thành; 2 dùng sai lệnh."
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command and returns its exit code: 0, 1 for failed work, 2 for wrong use. */
  static int run(String... args) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failure());
    if (args.length == 0) {
      line.usage(line.getErr());
      return CommandLine.ExitCode.USAGE;
    }
    return line.execute(args);
  }
}
