package vn.vanban.extract;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
   * A network namespace of its own, with no device that is up (unshare(1) of util-linux), first in
   * a user namespace, which any account may make. There root is not the owner of other accounts'
   * private folders: what is installed in one can only be read without.
   */
  private static final List<List<String>> WITHOUT_NETWORK =
      List.of(
          List.of("unshare", "--user", "--map-current-user", "--net", "--"),
          List.of("unshare", "--net", "--"));

  /** Whether all that a child needs can be read there; far cheaper than to start a JVM. */
  private static final String READABLE =
      "for f do test -r \"$f\" && { test ! -d \"$f\" || test -x \"$f\"; } || exit 1; done";

  private static final Path HOME = Path.of(System.getProperty("java.home"));
  private static final Path JAVA = HOME.resolve("bin").resolve("java");
  private static final int PATIENCE_SECONDS = 10;

  ChildProgram {
    around = List.copyOf(around);
  }

  /**
   * A program on this process's class path, cut off from the network where the system can do that.
   */
  static ChildProgram of(Class<?> main) {
    return of(main, System.getProperty("java.class.path"));
  }

  /** The same on another class path; relative entries are of this process's folder. */
  static ChildProgram of(Class<?> main, String classPath) {
    List<Path> entries =
        Stream.of(classPath.split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .toList();
    return new ChildProgram(
        main,
        entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        withoutNetwork(entries));
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
    command.add(JAVA.toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The words that cut a command off from the network; none where that is not possible. */
  private static List<String> withoutNetwork(List<Path> classPath) {
    List<String> trial = new ArrayList<>(List.of("sh", "-c", READABLE, "sh"));
    Stream.concat(
            Stream.of(HOME.resolve("lib").resolve("modules"), JAVA, TemporaryFiles.parent()),
            classPath.stream())
        .filter(Files::isReadable) // what this process cannot read is not needed
        .forEach(path -> trial.add(path.toString()));
    try {
      for (List<String> words : WITHOUT_NETWORK) {
        if (succeeds(Stream.concat(words.stream(), trial.stream()).toList())) {
          return words;
        }
      }
      LOG.info(
          "no network namespace in which the program can be read: only Java keeps children off the network");
    } catch (IOException e) {
      LOG.info("no unshare(1): only Java keeps children off the network: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }

  private static boolean succeeds(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
    }
  }
}
