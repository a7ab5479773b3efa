package vn.vanban.extract;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What child processes run, and what stands around it.
 *
 * @param main the class whose main method they run
 * @param classPath as Java takes it
 * @param around words before the command
 */
record ChildProgram(Class<?> main, String classPath, List<String> around) {
  private static final Logger LOG = LoggerFactory.getLogger(ChildProgram.class);

  /**
   * A network namespace of its own, with no device that is up (unshare(1) of util-linux, in a user
   * namespace so that any account may make it).
   */
  private static final List<String> WITHOUT_NETWORK =
      List.of("unshare", "--user", "--map-current-user", "--net", "--");

  private static final int PATIENCE_SECONDS = 10;

  ChildProgram {
    around = List.copyOf(around);
  }

  /**
   * A program on this process's class path, cut off from the network where the system can do that.
   */
  static ChildProgram of(Class<?> main) {
    return new ChildProgram(main, System.getProperty("java.class.path"), withoutNetwork());
  }

  /** The same with one more file on the class path. */
  ChildProgram with(Path jar) {
    return new ChildProgram(main, classPath + File.pathSeparator + jar.toAbsolutePath(), around);
  }

  boolean isWithoutNetwork() {
    return !around.isEmpty();
  }

  /** The command that starts it. */
  List<String> command(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>(around);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The words that cut a command off from the network; none where that is not possible. */
  private static List<String> withoutNetwork() {
    List<String> trial = new ArrayList<>(WITHOUT_NETWORK);
    trial.add("true");
    try {
      Process process =
          new ProcessBuilder(trial)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return WITHOUT_NETWORK;
      }
      process.destroyForcibly();
      LOG.info(
          "this system grants no network namespaces: only Java keeps children off the network");
    } catch (IOException e) {
      LOG.info("no unshare(1): only Java keeps children off the network: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }
}
