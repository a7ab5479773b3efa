package vn.vanban.parse;

import vn.vanban.law.LegalDocument;
import vn.vanban.text.RepairedText;

/** The front door of this room. Immutable and safe for use by many threads. */
@SuppressWarnings("DoNotCallSuggester") // skeleton: goes with the first real body
public final class DocumentParser {

  /**
   * Reads fields and structure. Never fails: what cannot be read is absent, with a warning.
   *
   * @param text repaired text
   */
  public LegalDocument parse(RepairedText text) {
    throw new UnsupportedOperationException("skeleton");
  }
}
