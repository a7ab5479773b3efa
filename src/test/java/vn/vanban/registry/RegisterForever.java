package vn.vanban.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Registers groups until it is killed; after each acknowledgement prints one line a document:
 * number of the sample and id. Run as a process of its own by {@link RegistryCrashTest}.
 */
final class RegisterForever {
  private RegisterForever() {}

  /** The command that runs it in a process of its own. */
  static List<String> command(Path folder, int from, int group) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        RegisterForever.class.getName(),
        folder.toString(),
        String.valueOf(from),
        String.valueOf(group));
  }

  public static void main(String[] args) {
    int start = Integer.parseInt(args[1]);
    int group = Integer.parseInt(args[2]);
    try (Registry registry = Registry.open(Path.of(args[0]))) {
      for (int from = start; ; from += group) {
        List<Submission> submissions =
            IntStream.range(from, from + group).mapToObj(Samples::forced).toList();
        List<Registration> done = registry.register(submissions);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < group; i++) {
          lines.append(from + i).append(' ').append(done.get(i).documentId()).append('\n');
        }
        System.out.print(lines);
        System.out.flush();
      }
    }
  }
}
