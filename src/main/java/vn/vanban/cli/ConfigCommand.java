package vn.vanban.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code vanban config}. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    header = "In các cài đặt mà serve sẽ dùng, và mỗi cài đặt đến từ đâu.",
    description =
        "Nhận mọi tùy chọn của serve. / Print the settings that serve would use, and where each comes from; takes all options of serve.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban config",
      "  vanban config --config vanban.properties --port 8080",
      "  VANBAN_RATE=off vanban config --json"
    })
final class ConfigCommand implements Callable<Integer> {
  /** What must not be shown on a screen. */
  private static final String SECRET = ".*(secret|token|password).*";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "In JSON. / Print JSON.")
  private boolean json;

  @Unmatched private List<String> flags = new ArrayList<>();

  private record Setting(String name, String value, String origin, String meaning) {}

  @Override
  public Integer call() throws Exception {
    CommandLine serve = Objects.requireNonNull(spec.root().subcommands().get("serve"));
    ParseResult parsed = serve.parseArgs(flags.toArray(String[]::new));
    ((ServeCommand) serve.getCommandSpec().userObject()).check();
    Configuration configuration = (Configuration) serve.getDefaultValueProvider();
    List<Setting> settings =
        Configuration.settings(serve.getCommandSpec()).stream()
            .map(option -> setting(option, parsed, configuration))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      ArrayNode all = mapper.createArrayNode();
      for (Setting setting : settings) {
        ObjectNode one = all.addObject();
        one.put("name", setting.name()).put("value", setting.value());
        one.put("origin", setting.origin()).put("meaning", setting.meaning());
      }
      out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    } else {
      for (Setting setting : settings) {
        out.printf(
            "%s = %s  (%s)%n    %s%n",
            setting.name(), setting.value(), setting.origin(), setting.meaning());
      }
    }
    return 0;
  }

  private static Setting setting(
      OptionSpec option, ParseResult parsed, Configuration configuration) {
    String name = Configuration.key(option);
    Optional<Configuration.Given> given = configuration.given(option);
    boolean flag = parsed.hasMatchedOption(option);
    String value =
        option.getValue() instanceof Path path
            ? path.toAbsolutePath().normalize().toString()
            : flag
                ? String.join(
                    ",", parsed.matchedOption(option.longestName()).originalStringValues())
                : given
                    .map(Configuration.Given::value)
                    .orElse(Optional.ofNullable(option.defaultValue()).orElse(""));
    return new Setting(
        name,
        name.matches(SECRET) && !value.isEmpty() ? "•••" : value,
        flag
            ? option.longestName()
            : given.map(Configuration.Given::origin).orElse("mặc định / default"),
        String.join(" ", option.description())
            .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValueString(true))));
  }
}
