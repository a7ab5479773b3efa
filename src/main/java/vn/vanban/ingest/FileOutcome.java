package vn.vanban.ingest;

import java.util.Optional;

/**
 * What became of a file.
 *
 * @param source its path; {@code archive.zip!/member.doc} for a file within another
 * @param result what became of it
 * @param documentId the document it is, or is a copy of; empty if rejected
 * @param reason why it was rejected, or why it was kept apart from another document of its number,
 *     in Vietnamese; else empty
 */
public record FileOutcome(
    String source, Result result, Optional<String> documentId, Optional<String> reason) {

  /** The outcomes. */
  public enum Result {
    ADDED,
    UNCHANGED,
    NEW_COPY,
    REJECTED
  }
}
