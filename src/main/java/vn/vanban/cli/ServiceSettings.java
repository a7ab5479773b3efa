package vn.vanban.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import vn.vanban.http.ServiceOptions;
import vn.vanban.http.StrangerSettings;

/** How {@code serve} and {@code demo} behave. */
final class ServiceSettings {
  /** As programs take a standard stream in place of a file. */
  private static final String STANDARD_ERROR = "-";

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = {
        "Khi dừng, chờ những việc đang làm bao lâu (mặc định ${DEFAULT-VALUE} giây).",
        "How long requests under way may take once told to stop."
      })
  private int grace = 30;

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = {
        "Ghi mỗi yêu cầu thành một dòng JSON vào tệp này (-: ra stderr); không ghi điều được hỏi, người hỏi hay mật khẩu.",
        "A JSON object a line for each request, without what was asked, who asked, or tokens."
      })
  private @Nullable String accessLog;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = {
        "Nhật ký của chương trình ra stderr: text, hay json: mỗi dòng một đối tượng (mặc định ${DEFAULT-VALUE}).",
        "The program's log on standard error: text, or a JSON object a line."
      })
  private Logs.Format logFormat = Logs.Format.TEXT;

  @Option(
      names = "--inbox",
      paramLabel = "DIR",
      description = {
        "Đăng ký những tệp được thả vào thư mục này, rồi chuyển chúng vào done/ hoặc rejected/ kèm lý do.",
        "Register files dropped into this folder; they are moved to done/ or rejected/ with the reason."
      })
  private @Nullable Path inbox;

  /** Refuses what there cannot be. */
  void check(CommandSpec spec) {
    WrongUse.unlessWithin(spec, "--grace", grace, 0, 3_600);
  }

  /** Logs as told from now on. */
  void log() {
    Logs.writeAs(logFormat);
  }

  /** What the service is told. */
  ServiceOptions options(StrangerSettings strangers) {
    return new ServiceOptions(
        Duration.ofSeconds(grace),
        Optional.ofNullable(accessLog).map(ServiceSettings::log),
        strangers,
        List.of(),
        Optional.empty());
  }

  /** The folder whose files are registered as they arrive. */
  Optional<Path> inbox() {
    return Optional.ofNullable(inbox);
  }

  private static PrintStream log(String name) {
    if (name.equals(STANDARD_ERROR)) {
      return System.err;
    }
    try {
      return new PrintStream(new FileOutputStream(name, true), true, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailedException(
          "Không mở được nhật ký %s: %s / Cannot open the access log."
              .formatted(name, e.getMessage()),
          e);
    }
  }
}
