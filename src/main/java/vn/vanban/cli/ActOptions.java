package vn.vanban.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.vanban.registry.Act;

/** The options that say who does something, and why. */
final class ActOptions {
  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Lý do, được ghi vào lịch sử. / Why; kept in the history.")
  private String reason = "";

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      description =
          "Người thực hiện (mặc định: tài khoản đang chạy). / Who; this account if not told.")
  private @Nullable String actor;

  Act act() {
    String name = Optional.ofNullable(actor).orElse("");
    return new Act(name.isBlank() ? Act.ofThisProcess().actor() : name.strip(), reason.strip());
  }
}
