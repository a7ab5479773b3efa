package vn.vanban.ingest;

import java.util.Optional;

/**
 * What became of a file.
 *
 * @param source its path
 * @param result what became of it
 * @param documentId the document it is, or is a copy of; empty if rejected
 * @param reason why it was rejected, in Vietnamese; empty if it was not
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
