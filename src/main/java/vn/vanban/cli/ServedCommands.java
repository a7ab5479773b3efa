package vn.vanban.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanban.http.Writing;

/** Commands that others hand over to this process, because it holds their data folder. */
final class ServedCommands implements Writing.Commands {
  private static final Set<String> TAKEN =
      Set.of(
          "ingest", "correct", "remove", "merge", "erase", "backup", "export", "reparse", "reindex",
          "verify", "token", "user");

  private final DataFolder.Opened opened;

  ServedCommands(DataFolder.Opened opened) {
    this.opened = opened;
  }

  @Override
  public int run(Path directory, List<String> arguments, Writer out, Writer err) {
    PrintWriter answers = new PrintWriter(out, true);
    PrintWriter complaints = new PrintWriter(err, true);
    try {
      if (arguments.isEmpty() || !TAKEN.contains(arguments.getFirst())) {
        complaints.println("Máy chủ chỉ nhận các lệnh: " + String.join(", ", TAKEN) + ".");
        return 2;
      }
      return new Main(Optional.of(opened), directory)
          .execute(System.getenv(), answers, complaints, arguments.toArray(String[]::new));
    } finally {
      answers.flush();
      complaints.flush();
    }
  }
}
