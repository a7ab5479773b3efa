package vn.vanban.law;

import java.util.Locale;

/** What a file is to the document that it carries. */
public enum DocumentKind {
  /** The document as issued. */
  ORIGINAL,
  /** Not yet issued: number or day blank (dự thảo). */
  DRAFT,
  /** Sao y, sao lục, trích sao. */
  COPY,
  /** Văn bản hợp nhất. */
  CONSOLIDATION,
  /** A page that reports a document. */
  ANNOUNCEMENT,
  /** Phụ lục and the like; number and date are its parent's. */
  ATTACHMENT,
  /** A blank model (biểu mẫu). */
  FORM,
  /** Anything else. */
  OTHER;

  /** The name used in JSON: lower case. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
