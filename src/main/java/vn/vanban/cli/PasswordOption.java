package vn.vanban.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.vanban.http.Passwords;

/**
 * A new password, asked for without echo. It is hashed in the process that asks: a server to which
 * the command is handed over gets the hash alone.
 */
final class PasswordOption {
  private static final String HASH = "--password-hash";
  private static final String STDIN = "--password-stdin";

  @Option(
      names = STDIN,
      description = "Đọc mật khẩu từ đầu vào chuẩn. / Read it from standard input.")
  private boolean stdin;

  @Option(names = HASH, hidden = true, paramLabel = "HASH")
  private @Nullable String given;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** The hash of what is typed. */
  String hash() {
    CommandSpec spec = Objects.requireNonNull(command);
    Optional<String> hash = Optional.ofNullable(given);
    if (hash.isPresent()) {
      if (!Passwords.isHash(hash.get())) {
        throw new ParameterException(spec.commandLine(), HASH + ": không phải mã argon2id.");
      }
      return hash.get();
    }
    if (((Main) spec.root().userObject()).served().isPresent()) {
      throw new ParameterException(spec.commandLine(), "Thiếu " + HASH + ".");
    }
    try {
      return Passwords.hash(stdin ? line() : asked(spec));
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The command as a server is to run it. */
  static List<String> withHash(List<String> arguments, String hash) {
    List<String> served = new ArrayList<>(arguments);
    served.remove(STDIN);
    served.removeIf(argument -> argument.startsWith(HASH));
    served.add(HASH + "=" + hash);
    return served;
  }

  private static String line() {
    try {
      return Optional.ofNullable(
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                  .readLine())
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String asked(CommandSpec spec) {
    Console console = Objects.requireNonNull(System.console(), "since JDK 22 there is one");
    if (!console.isTerminal()) {
      throw new ParameterException(
          spec.commandLine(), "Không có màn hình để hỏi mật khẩu; hãy dùng " + STDIN + ".");
    }
    char[] first = console.readPassword("Mật khẩu / Password: ");
    char[] second = console.readPassword("Nhập lại / Again: ");
    if (first == null || !Arrays.equals(first, second)) {
      throw new CommandFailedException("Hai lần nhập không giống nhau.");
    }
    return new String(first);
  }
}
