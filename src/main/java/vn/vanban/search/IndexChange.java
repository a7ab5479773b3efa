package vn.vanban.search;

import java.util.List;
import vn.vanban.law.EffectInterval;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.LegalDocument;

/** One change to an index. */
public sealed interface IndexChange {
  /** The id of the document that changed. */
  String documentId();

  /**
   * A new or changed document; replaces what was indexed under its id.
   *
   * @param documentId its id
   * @param document its fields and provisions; spans refer to the first text
   * @param texts the repaired texts of its copies, the first being the one the fields were read
   *     from
   * @param effect its effect through time, as {@link EffectTimeline#whole()}
   * @param source where the file of the first text came from; empty if from nowhere
   */
  record Put(
      String documentId,
      LegalDocument document,
      List<String> texts,
      List<EffectInterval> effect,
      String source)
      implements IndexChange {
    public Put {
      texts = List.copyOf(texts);
      effect = List.copyOf(effect);
    }

    /** A document on whose effect no other bears, and which came from nowhere. */
    public Put(String documentId, LegalDocument document, List<String> texts) {
      this(documentId, document, texts, EffectTimeline.of(document, List.of()).whole(), "");
    }
  }

  /**
   * A document that is gone.
   *
   * @param documentId its id
   * @param reason why; a document that is not merely out of sight is shown by no cursor of before
   *     and stays in no file of the index
   */
  record Remove(String documentId, Reason reason) implements IndexChange {
    /** A document that is out of sight. */
    public Remove(String documentId) {
      this(documentId, Reason.REMOVED);
    }
  }

  /** Why a document is gone. */
  enum Reason {
    /** Out of sight; it may come back. */
    REMOVED,
    /** Not for guests, or no longer. */
    WITHHELD,
    /** Its content was destroyed. */
    ERASED
  }
}
