package vn.vanban.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * What the options of {@code serve} are where the command line does not say: from variables such as
 * {@code VANBAN_BASE_URL}, else from a properties file with keys such as {@code base-url}. Every
 * option of {@code serve} is a setting.
 */
final class Configuration implements IDefaultValueProvider {
  private static final String FILE = "vanban.properties";
  private static final List<String> WITH_SETTINGS = List.of("serve", "config");
  private static final List<String> NO_SETTINGS = List.of("help", "version", "config");

  private final Map<String, String> environment;
  private final Optional<Path> file;
  private final Properties properties = new Properties();

  /**
   * Where a value came from, such as a variable or a line of a file.
   *
   * @param value as it was written
   * @param origin for people
   */
  record Given(String value, String origin) {}

  private Configuration(Map<String, String> environment, Optional<Path> file) {
    this.environment = environment;
    this.file = file;
  }

  /**
   * Finds and reads the file.
   *
   * @param root the whole command
   * @param args as typed: they may name the file or the data folder
   * @throws ParameterException if the file cannot be read, or has a key that is no setting
   */
  static Configuration of(CommandLine root, Map<String, String> environment, String... args) {
    CommandSpec serve = Objects.requireNonNull(root.getSubcommands().get("serve")).getCommandSpec();
    Optional<String> named =
        typed("--config", args).or(() -> Optional.ofNullable(environment.get("VANBAN_CONFIG")));
    String data =
        typed("--data", args)
            .or(() -> Optional.ofNullable(environment.get("VANBAN_DATA")))
            .orElse(System.getProperty("vanban.home", ".") + "/index-data/main");
    Path path = Path.of(named.orElse(data + "/" + FILE));
    // Commands without settings do not stop at a mistake in a file that nobody named.
    boolean asked = named.isPresent() || (args.length > 0 && WITH_SETTINGS.contains(args[0]));
    boolean there = asked && Files.isRegularFile(path);
    if (!there && named.isPresent()) {
      throw new ParameterException(
          serve.commandLine(), "Không thấy tệp cấu hình %s.".formatted(path));
    }
    Configuration made =
        new Configuration(environment, there ? Optional.of(path) : Optional.empty());
    if (there) {
      made.read(serve, path);
      if (named.isEmpty() && made.properties.containsKey("data")) {
        throw new ParameterException(
            serve.commandLine(),
            "%s: “data” không đặt ở đây được: tệp này nằm trong chính thư mục dữ liệu. Hãy dùng --data, VANBAN_DATA hoặc VANBAN_CONFIG."
                .formatted(place(path, "data")));
      }
    }
    return made;
  }

  private void read(CommandSpec serve, Path path) {
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(
          serve.commandLine(),
          "Không đọc được tệp cấu hình %s: %s".formatted(path, e.getMessage()));
    }
    TreeSet<String> known = new TreeSet<>();
    settings(serve).forEach(option -> known.add(key(option)));
    for (String key : properties.stringPropertyNames()) {
      if (!known.contains(key)) {
        throw new ParameterException(
            serve.commandLine(),
            "%s: không có cài đặt “%s”. Các cài đặt có: %s."
                .formatted(place(path, key), key, String.join(", ", known)));
      }
    }
  }

  /** The options of a command that can be configured. */
  static List<OptionSpec> settings(CommandSpec command) {
    return command.options().stream().filter(option -> !NO_SETTINGS.contains(key(option))).toList();
  }

  /** {@code base-url} for {@code --base-url}. */
  static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return given(argument).map(Given::value).orElse(null);
  }

  /** What the environment or the file says of an option. */
  Optional<Given> given(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || !configurable(option)) {
      return Optional.empty();
    }
    String key = key(option);
    String variable = "VANBAN_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    if (environment.containsKey(variable)) {
      return Optional.of(new Given(environment.get(variable), variable));
    }
    return Optional.ofNullable(properties.getProperty(key))
        .map(value -> new Given(value.strip(), place(file.orElseThrow(), key)));
  }

  /** The data folder is the same for all commands, or they would not see what is served. */
  private static boolean configurable(OptionSpec option) {
    String command = option.command().name();
    String key = key(option);
    return !NO_SETTINGS.contains(key)
        && (command.equals("serve") || (key.equals("data") && !command.equals("demo")));
  }

  private static String place(Path path, String key) {
    Pattern line = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*([=:\\s].*)?");
    int number = 0;
    try {
      for (String text : Files.readAllLines(path)) {
        number++;
        if (line.matcher(text).matches()) {
          return path + ":" + number;
        }
      }
    } catch (IOException e) {
      return path.toString(); // read a moment ago; the place without its line will do
    }
    return path.toString();
  }

  private static Optional<String> typed(String option, String... args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(option + "=")) {
        return Optional.of(args[i].substring(option.length() + 1));
      }
      if (args[i].equals(option) && i + 1 < args.length) {
        return Optional.of(args[i + 1]);
      }
    }
    return Optional.empty();
  }
}
