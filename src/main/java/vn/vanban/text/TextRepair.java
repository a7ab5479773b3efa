package vn.vanban.text;

import vn.vanban.extract.ExtractedText;

/** The front door of this room. */
@SuppressWarnings("DoNotCallSuggester") // skeleton: goes with the first real body
public final class TextRepair {

  /**
   * Repairs extracted text: Unicode NFC, eth to Đ, no-break and zero-width spaces.
   *
   * @param extracted the raw text
   * @return the repaired text with its map; text that needs nothing comes back as it is
   */
  public RepairedText repair(ExtractedText extracted) {
    throw new UnsupportedOperationException("skeleton");
  }
}
