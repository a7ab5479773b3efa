package vn.vanban.ingest;

import java.util.ArrayList;
import java.util.List;
import vn.vanban.extract.Extractor;
import vn.vanban.extract.Limits;
import vn.vanban.extract.SourceFile;
import vn.vanban.parse.DocumentParser;
import vn.vanban.registry.Act;
import vn.vanban.registry.Registry;
import vn.vanban.text.TextRepair;

/**
 * Takes single files into the registry as they arrive. Safe for use by many threads: what arrives
 * at the same time shares a commit.
 */
public final class Receiver {
  private final FileReader reader;
  private final Registry registry;
  private final Limits limits;

  /**
   * @param extractor reads the files' bytes
   * @param limits of which depth and bytes hold here, over all that a file holds
   */
  public Receiver(
      Extractor extractor,
      TextRepair repair,
      DocumentParser parser,
      Registry registry,
      Limits limits) {
    this.reader =
        new FileReader(
            extractor, repair::repair, parser::parse, registry::documentOfOriginal, limits);
    this.registry = registry;
    this.limits = limits;
  }

  /** The largest file that is taken, in bytes. */
  public long maxBytes() {
    return limits.maxBytes();
  }

  /**
   * Registers a file and what it holds. When this returns, all that is not rejected is durable.
   *
   * @param name as the sender gives it
   * @param bytes the file; not to be changed afterwards
   * @param act in whose name, and why
   * @return the outcome of the file and of each file within it
   * @throws ReadingUnavailableException if no file can be read now; nothing is registered then
   */
  public List<FileOutcome> receive(String name, byte[] bytes, Act act) {
    List<FileOutcome> outcomes = new ArrayList<>();
    Ingester.Progress collecting =
        new Ingester.Progress() {
          @Override
          public void found(int files) {
            // Nobody watches one file.
          }

          @Override
          public void done(FileOutcome outcome) {
            outcomes.add(outcome);
          }
        };
    new Registering(registry, collecting, 1, act)
        .register(List.of(reader.read(new SourceFile(name, bytes))));
    return List.copyOf(outcomes);
  }
}
