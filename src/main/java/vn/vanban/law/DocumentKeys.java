package vn.vanban.law;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys by which documents are cited. */
public final class DocumentKeys {
  private DocumentKeys() {}

  /** All keys that cite this document. */
  public static Set<String> keys(LegalDocument document) {
    Set<String> keys = new TreeSet<>();
    document.number().ifPresent(number -> keys.add("n:" + number.value().key()));
    return keys;
  }

  /** The key of what is cited. */
  public static Optional<String> key(Citation.Target target) {
    return target instanceof Citation.ByNumber(DocumentNumber number)
        ? Optional.of("n:" + number.key())
        : Optional.empty();
  }
}
