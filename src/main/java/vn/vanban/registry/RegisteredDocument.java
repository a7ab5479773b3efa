package vn.vanban.registry;

import java.time.Instant;
import java.util.List;
import vn.vanban.law.LegalDocument;

/**
 * A document with all its copies.
 *
 * @param id given once, at its first registration
 * @param registered when that was
 * @param document the fields: as read from the primary copy, with the corrections laid over them
 * @param copies the files that carry it, the primary one first, the others in order of arrival;
 *     never empty. The primary copy is the one whose reading has the fewest warnings; among equals
 *     the hash decides, so that the order of arrival does not; one that came by a merge is primary
 *     only to the document that it came from
 * @param corrections those that hold, oldest first
 */
public record RegisteredDocument(
    String id,
    Instant registered,
    LegalDocument document,
    List<Copy> copies,
    List<Correction> corrections) {
  public RegisteredDocument {
    copies = List.copyOf(copies);
    corrections = List.copyOf(corrections);
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

  /** Whether guests may see it. */
  public boolean isPublic() {
    return document.handling().isPublic();
  }
}
