package vn.vanban.ingest;

import java.util.List;
import java.util.Optional;
import vn.vanban.registry.Enclosure;
import vn.vanban.registry.Submission;

/**
 * What reading one file gave, its members after it.
 *
 * @param enclosures which of them came within which
 * @param weight units of the memory budget that are given back once it is registered
 */
public record FileReading(List<Item> items, List<Enclosure> enclosures, int weight) {
  public FileReading {
    items = List.copyOf(items);
    enclosures = List.copyOf(enclosures);
  }

  /** Of a file that holds no others. */
  public FileReading(List<Item> items, int weight) {
    this(items, List.of(), weight);
  }

  /** One file, or one file within it. */
  public sealed interface Item {
    /** Its path, or {@code archive.zip!/member.doc}. */
    String source();
  }

  /** To be registered. */
  public record Fresh(Submission submission) implements Item {
    @Override
    public String source() {
      return submission.source();
    }
  }

  /** Its bytes are registered already. */
  public record Known(String source, String documentId) implements Item {}

  /**
   * Not to be read.
   *
   * @param bytes to be kept in quarantine; empty if they were not read
   */
  public record Rejected(String source, Optional<byte[]> bytes, String reason) implements Item {}
}
