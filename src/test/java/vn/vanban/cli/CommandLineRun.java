package vn.vanban.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One command, run to its end within this process.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained of
 */
record CommandLineRun(int exit, String out, String err) {
  static CommandLineRun of(Object... args) {
    return with(System.getenv(), args);
  }

  /** As {@link #of}, with these variables in place of the process's own. */
  static CommandLineRun with(Map<String, String> environment, Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        new Main()
            .execute(
                environment,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    return new CommandLineRun(exit, out.toString(), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** What it complained of, in one line without stack traces; for messages of failed work. */
  String complaint() {
    return err.strip();
  }
}
