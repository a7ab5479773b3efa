package vn.vanban.registry;

/**
 * What became of a submission.
 *
 * @param outcome added, unchanged or a new copy
 * @param documentId the document it is, or is a copy of
 */
public record Registration(Outcome outcome, String documentId) {

  /** The outcomes of a registration. */
  public enum Outcome {
    /** A new document. */
    ADDED,
    /** The same bytes were registered before. */
    UNCHANGED,
    /** Other bytes with the identity of a registered document: kept beside it. */
    NEW_COPY
  }
}
