package vn.vanban.ingest;

import java.util.List;
import java.util.Optional;
import vn.vanban.registry.Submission;

/**
 * What reading one file gave, its members after it.
 *
 * @param weight units of the memory budget that are given back once it is registered
 */
record FileReading(List<Item> items, int weight) {
  FileReading {
    items = List.copyOf(items);
  }

  /** One file, or one file within it. */
  sealed interface Item {
    String source();
  }

  /** To be registered. */
  record Fresh(Submission submission) implements Item {
    @Override
    public String source() {
      return submission.source();
    }
  }

  /** Its bytes are registered already. */
  record Known(String source, String documentId) implements Item {}

  /**
   * Not to be read.
   *
   * @param bytes to be kept in quarantine; empty if they were not read
   */
  record Rejected(String source, Optional<byte[]> bytes, String reason) implements Item {}
}
