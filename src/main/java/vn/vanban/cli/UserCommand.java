package vn.vanban.cli;

import java.io.PrintWriter;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.registry.Accounts;
import vn.vanban.registry.Registry;

/** {@code vanban user}: people who sign in. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    header = "Quản lý người dùng đăng nhập trên trang.",
    description = "People who sign in on the pages.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban user add mai --scope correct",
      "  vanban user password mai",
      "  vanban user disable mai"
    })
final class UserCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Who is meant. */
  static final class Name {
    @Parameters(paramLabel = "NAME", description = "Tên người dùng. / The user's name.")
    private String name = "";
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Hãy nêu add, list, password, disable hoặc remove.");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      header = "Thêm người dùng.",
      description = "Add a user; the password is asked for.",
      footer = {"", "Ví dụ / Examples:", "  vanban user add mai --scope correct"})
  int add(
      @Mixin DataFolder data,
      @Mixin Name who,
      @Mixin ScopeOption scopes,
      @Mixin PasswordOption password) {
    String hash = password.hash();
    return data.write(
        opened -> {
          TokenCommand.refusing(() ->
              opened.registry().accounts().add(who.name, hash, scopes.scopes(), Instant.now()));
          return say("Đã thêm người dùng " + who.name + ".");
        },
        arguments -> PasswordOption.withHash(arguments, hash));
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      header = "Liệt kê người dùng.",
      description = "List users.",
      footer = {"", "Ví dụ / Examples:", "  vanban user list"})
  int list(@Mixin DataFolder data) {
    PrintWriter out = spec.commandLine().getOut();
    try (Registry registry = Registry.openReadOnly(data.path())) {
      for (Accounts.Account account : registry.accounts().accounts()) {
        out.printf(
            "%s  [%s]%s%n",
            account.name(),
            ScopeOption.names(account.scopes()),
            account.disabled() ? "  (đã khóa)" : "");
      }
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "password",
      mixinStandardHelpOptions = true,
      header = "Đổi mật khẩu; mọi phiên đăng nhập của người ấy kết thúc.",
      description = "Change a password; all sessions of that user end.",
      footer = {"", "Ví dụ / Examples:", "  vanban user password mai"})
  int password(@Mixin DataFolder data, @Mixin Name who, @Mixin PasswordOption password) {
    data.refuseMissing();
    String hash = password.hash();
    return data.write(
        opened ->
            told(
                opened.registry().accounts().password(who.name, hash),
                who.name,
                "Đã đổi mật khẩu của " + who.name + "."),
        arguments -> PasswordOption.withHash(arguments, hash));
  }

  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      header = "Khóa người dùng; mọi phiên đăng nhập của người ấy kết thúc.",
      description = "Let a user no longer sign in; all sessions of that user end.",
      footer = {"", "Ví dụ / Examples:", "  vanban user disable mai"})
  int disable(
      @Mixin DataFolder data,
      @Mixin Name who,
      @Option(names = "--undo", description = "Mở khóa. / Let them sign in again.") boolean undo) {
    return data.change(opened ->
        told(
            opened.registry().accounts().disable(who.name, !undo),
            who.name,
            (undo ? "Đã mở khóa " : "Đã khóa ") + who.name + "."));
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      header = "Xóa người dùng; tên vẫn còn trong lịch sử.",
      description = "Take a user away; the name stays in the history.",
      footer = {"", "Ví dụ / Examples:", "  vanban user remove mai"})
  int remove(@Mixin DataFolder data, @Mixin Name who) {
    return data.change(opened ->
        told(
            opened.registry().accounts().remove(who.name),
            who.name,
            "Đã xóa người dùng " + who.name + "."));
  }

  private int told(boolean done, String name, String text) {
    if (!done) {
      throw new CommandFailedException("Không có người dùng nào tên “" + name + "”.");
    }
    return say(text);
  }

  private int say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
    return 0;
  }
}
