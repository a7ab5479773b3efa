package vn.vanban.registry;

import java.time.Instant;
import java.util.List;
import vn.vanban.law.LegalDocument;

/**
 * A document with all its copies.
 *
 * @param id given once, at its first registration
 * @param registered when that was
 * @param document the fields, as read from the first copy
 * @param copies the files that carry it, oldest first; never empty
 */
public record RegisteredDocument(
    String id, Instant registered, LegalDocument document, List<Copy> copies) {
  public RegisteredDocument {
    copies = List.copyOf(copies);
  }

  /**
   * One file that carries the document.
   *
   * @param sha256 of its bytes, 64 lower-case hex digits
   * @param source where it came from
   * @param mediaType as detected
   * @param bytes its size
   * @param text its repaired text
   */
  public record Copy(String sha256, String source, String mediaType, long bytes, String text) {}

  /** The copy that the fields were read from. */
  public Copy primary() {
    return copies.getFirst();
  }
}
