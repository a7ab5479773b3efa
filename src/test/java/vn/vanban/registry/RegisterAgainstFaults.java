package vn.vanban.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Registers one group of {@link Samples} twice at most: again if the first attempt fails. Prints
 * {@code stored} or {@code refused: why} for each attempt, {@code not opened: why} if it comes to
 * none. Run as a process of its own by {@link InjectedFaultsTest}.
 */
final class RegisterAgainstFaults {
  static final int GROUP = 4;

  private RegisterAgainstFaults() {}

  static List<Submission> group() {
    return IntStream.range(0, GROUP).mapToObj(Samples::forced).toList();
  }

  public static void main(String[] args) {
    try (Registry registry = Registry.open(Path.of(args[0]))) {
      for (int attempt = 0; attempt < 2; attempt++) {
        try {
          registry.register(group());
          System.out.println("stored");
          return;
        } catch (RegistryException e) {
          System.out.println("refused: " + e.getMessage());
        }
      }
    } catch (RegistryException e) {
      System.out.println("not opened: " + e.getMessage());
    }
  }
}
