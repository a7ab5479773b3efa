package vn.vanban.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the command line. */
@Command(
    name = "vanban",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Sổ đăng ký và máy tìm kiếm văn bản pháp luật, hành chính Việt Nam.",
    description = "Registry and search engine for Vietnamese legal and administrative documents.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban demo                     dùng thử với tài liệu mẫu / try it",
      "  vanban ingest van-ban/          đưa cả thư mục vào sổ / register a folder",
      "  vanban search 'binh dang gioi'  tìm, có dấu hay không dấu / search",
      "  vanban show 383/KH-UBND         xem văn bản theo số / look up a number",
      "  vanban serve                    mở trang tra cứu và API / pages and API",
      "",
      "Mã thoát / Exit codes: 0 xong; 1 việc không thành; 2 dùng sai lệnh."
    })
public final class Main {
  private static final Map<String, Class<?>> COMMANDS = commands();
  private static final Set<String> SERVICES = Set.of("serve", "demo");

  private final Optional<DataFolder.Opened> served;
  private final Path directory;

  /** The command line of a process of its own. */
  Main() {
    this(Optional.empty(), Path.of(""));
  }

  /**
   * The command line within a server.
   *
   * @param served the data folder that the server holds
   * @param directory what relative paths mean
   */
  Main(Optional<DataFolder.Opened> served, Path directory) {
    this.served = served;
    this.directory = directory;
  }

  /** The data folder that this process serves, if it is a server. */
  Optional<DataFolder.Opened> served() {
    return served;
  }

  /** Runs the command that the arguments name, and ends the process with its exit code. */
  public static void main(String[] args) throws IOException {
    Logs.begin();
    if (args.length > 0 && SERVICES.contains(args[0])) {
      HeadStart.begin();
    }
    System.exit(
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  /**
   * Runs a command.
   *
   * @param out where its answer goes
   * @param err where progress and complaints go
   * @param args command, options, parameters
   * @return its exit code: 0, 1 for failed work, 2 for wrong use
   */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new Main().execute(System.getenv(), out, err, args);
  }

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> all = new LinkedHashMap<>();
    all.put("ingest", IngestCommand.class);
    all.put("serve", ServeCommand.class);
    all.put("config", ConfigCommand.class);
    all.put("demo", DemoCommand.class);
    all.put("search", SearchCommand.class);
    all.put("show", ShowCommand.class);
    all.put("series", SeriesCommand.class);
    all.put("parse", ParseCommand.class);
    all.put("text", TextCommand.class);
    all.put("history", HistoryCommand.class);
    all.put("review", ReviewCommand.class);
    all.put("missing", MissingCommand.class);
    all.put("duplicates", DuplicatesCommand.class);
    all.put("correct", CorrectCommand.class);
    all.put("remove", RemoveCommand.class);
    all.put("merge", MergeCommand.class);
    all.put("erase", EraseCommand.class);
    all.put("verify", VerifyCommand.class);
    all.put("backup", BackupCommand.class);
    all.put("export", ExportCommand.class);
    all.put("import", ImportCommand.class);
    all.put("restore", RestoreCommand.class);
    all.put("reindex", ReindexCommand.class);
    all.put("reparse", ReparseCommand.class);
    all.put("token", TokenCommand.class);
    all.put("user", UserCommand.class);
    all.put("evaluate", EvaluateCommand.class);
    all.put("bench", BenchCommand.class);
    all.put("rehearse", RehearseCommand.class);
    return all;
  }

  /**
   * The command line for some arguments: with the command that they name, else with all. To make
   * one takes some 20 ms in a new process.
   */
  CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(this);
    boolean one = args.length > 0 && COMMANDS.containsKey(args[0]);
    COMMANDS.forEach((name, command) -> {
      // The options of serve are the settings of all.
      if (!one || name.equals(args[0]) || name.equals("serve")) {
        line.addSubcommand(name, command);
      }
    });
    return line;
  }

  int execute(Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = commandLine(args);
    line.registerConverter(Path.class, directory::resolve);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler(new WrongUse());
    line.setExecutionExceptionHandler(new Failure());
    if (args.length == 0) {
      line.usage(line.getErr());
      return CommandLine.ExitCode.USAGE;
    }
    try {
      line.setDefaultValueProvider(Configuration.of(line, environment, args));
    } catch (CommandLine.ParameterException e) {
      return new WrongUse().handleParseException(e, args);
    }
    return line.execute(args);
  }
}
