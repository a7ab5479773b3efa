package vn.vanban.registry;

import java.util.Optional;

/**
 * What became of a submission.
 *
 * @param outcome added, unchanged, gone or a new copy
 * @param documentId the document it is, or is a copy of
 * @param conflictsWith another document of the same issuer, number, year and kind but with other
 *     content, for an added document that was therefore kept apart
 */
public record Registration(Outcome outcome, String documentId, Optional<String> conflictsWith) {

  /** What becomes of bytes that were registered before. */
  static Registration again(Reads.Owner owner) {
    return new Registration(
        owner.live() ? Outcome.UNCHANGED : Outcome.GONE, owner.documentId(), Optional.empty());
  }

  /** The outcomes of a registration. */
  public enum Outcome {
    /** A new document. */
    ADDED,
    /** The same bytes were registered before. */
    UNCHANGED,
    /** The same bytes were registered before, and their document was removed or erased since. */
    GONE,
    /** Other bytes with the identity and the content of a registered document: kept beside it. */
    NEW_COPY
  }
}
