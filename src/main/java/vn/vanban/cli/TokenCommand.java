package vn.vanban.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.http.Secrets;
import vn.vanban.registry.Accounts;
import vn.vanban.registry.Registry;

/** {@code vanban token}: the rights of programs. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    header = "Cấp, liệt kê, thu hồi mã truy cập của chương trình.",
    description = "Tokens by which programs use the API.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban token create scan --scope ingest --expires 90d",
      "  vanban token list",
      "  vanban token revoke scan"
    })
final class TokenCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Hãy nêu create, list hoặc revoke.");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      header = "Cấp một mã truy cập; mã chỉ hiện một lần.",
      description = "Make a token; it is shown once, and kept as a hash.",
      footer = {"", "Ví dụ / Examples:", "  vanban token create scan --scope ingest --expires 90d"})
  int create(
      @Mixin DataFolder data,
      @Mixin ScopeOption scopes,
      @Parameters(paramLabel = "NAME", description = "Tên ghi vào lịch sử. / Acts under this name.")
          String name,
      @Option(
              names = "--expires",
              paramLabel = "TIME",
              description = "Hết hạn sau: 90d, 12h. / Ends after.")
          @Nullable String expires) {
    Instant now = Instant.now();
    Optional<Instant> end = Optional.ofNullable(expires).map(text -> now.plus(duration(text)));
    return data.write(opened -> {
      String token = Secrets.newToken();
      refusing(() ->
          opened
              .registry()
              .accounts()
              .addToken(name, Secrets.hash(token), scopes.scopes(), now, end));
      PrintWriter out = spec.commandLine().getOut();
      out.println(token);
      out.flush();
      PrintWriter err = spec.commandLine().getErr();
      err.println("Hãy cất mã này ngay: nó không hiện lại. / Keep it now: it is not shown again.");
      err.flush();
      return 0;
    });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      header = "Liệt kê các mã truy cập (không có phần bí mật).",
      description = "List tokens, without their secrets.",
      footer = {"", "Ví dụ / Examples:", "  vanban token list"})
  int list(@Mixin DataFolder data) {
    PrintWriter out = spec.commandLine().getOut();
    try (Registry registry = Registry.openReadOnly(data.path())) {
      Instant now = Instant.now();
      for (Accounts.Token token : registry.accounts().tokens()) {
        out.printf(
            "%s  %s  [%s]  cấp %s  dùng %s  hạn %s%s%n",
            token.id(),
            token.name(),
            ScopeOption.names(token.scopes()),
            day(Optional.of(token.made())),
            day(token.used()),
            day(token.expires()),
            token.isExpired(now) ? " (đã hết hạn)" : "");
      }
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      header = "Thu hồi một mã truy cập, có hiệu lực ngay.",
      description = "End a token at once.",
      footer = {"", "Ví dụ / Examples:", "  vanban token revoke scan"})
  int revoke(
      @Mixin DataFolder data,
      @Parameters(paramLabel = "NAME|ID", description = "Tên hoặc mã số. / Its name or id.")
          String name) {
    return data.change(opened -> {
      if (!opened.registry().accounts().removeToken(name)) {
        throw new CommandFailedException("Không có mã truy cập nào mang tên “" + name + "”.");
      }
      spec.commandLine().getOut().println("Đã thu hồi " + name + ".");
      return 0;
    });
  }

  /** What the registry refuses is told as failed work. */
  static void refusing(Runnable work) {
    try {
      work.run();
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  private static String day(Optional<Instant> time) {
    return time.map(at -> at.toString().substring(0, 10)).orElse("–");
  }

  private Duration duration(String text) {
    if (!text.matches("[1-9][0-9]{0,4}[dh]")) {
      throw new ParameterException(
          Objects.requireNonNull(spec.subcommands().get("create")),
          "--expires: như 90d hoặc 12h, không phải “" + text + "”.");
    }
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return text.endsWith("d") ? Duration.ofDays(count) : Duration.ofHours(count);
  }
}
