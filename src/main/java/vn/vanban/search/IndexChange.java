package vn.vanban.search;

import java.util.List;
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
   */
  record Put(String documentId, LegalDocument document, List<String> texts) implements IndexChange {
    public Put {
      texts = List.copyOf(texts);
    }
  }

  /** A document that is gone. */
  record Remove(String documentId) implements IndexChange {}
}
