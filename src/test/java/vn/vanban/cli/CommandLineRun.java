package vn.vanban.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/**
 * One command, run to its end within this process.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained of
 */
record CommandLineRun(int exit, String out, String err) {
  static CommandLineRun of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.run(
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
