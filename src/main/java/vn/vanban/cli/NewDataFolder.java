package vn.vanban.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.vanban.registry.Registry;

/** The option {@code --data} of commands that make a data folder. */
final class NewDataFolder {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Thư mục dữ liệu mới hoặc trống. / New or empty data folder.")
  private Path folder = Path.of("");

  Path path() {
    return folder.normalize();
  }

  /** How many documents the folder has, once it is made. */
  long documentCount() {
    try (Registry registry = Registry.openReadOnly(path())) {
      return registry.documentCount();
    }
  }
}
