package vn.vanban.law;

import java.util.Locale;

/** What a file is to the document that it carries. */
public enum DocumentKind {
  /** The document as issued. */
  ORIGINAL("Văn bản"),
  /** Not yet issued: number or day blank (dự thảo). */
  DRAFT("Dự thảo"),
  /** Sao y, sao lục, trích sao. */
  COPY("Bản sao"),
  /** Văn bản hợp nhất. */
  CONSOLIDATION("Văn bản hợp nhất"),
  /** A page that reports a document. */
  ANNOUNCEMENT("Thông báo về văn bản"),
  /** Phụ lục and the like; number and date are its parent's. */
  ATTACHMENT("Tài liệu kèm theo"),
  /** A blank model (biểu mẫu). */
  FORM("Biểu mẫu"),
  /** Anything else. */
  OTHER("Tài liệu khác");

  private final String vietnamese;

  DocumentKind(String vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** What a reader calls it. */
  public String vietnamese() {
    return vietnamese;
  }

  /** The name used in JSON: lower case. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
