package vn.vanban.lucene;

/** What {@link Reranker} looks at in a passage; each in words, for those who ask why. */
enum Feature {
  RELATIVE(Group.WORDS, "điểm chung so với đoạn cao nhất"),
  SYLLABLES(Group.WORDS, "các tiếng của câu hỏi có mặt (BM25)"),
  PAIRS(Group.WORDS, "các cặp tiếng của câu hỏi có mặt (BM25)"),
  BODY_SYLLABLES(Group.WORDS, "các tiếng có trong nội dung điều (BM25)"),
  BODY_PAIRS(Group.WORDS, "các cặp tiếng có trong nội dung điều (BM25)"),
  HEADING_SYLLABLES(Group.HEADING, "các tiếng có trong tên điều (BM25)"),
  HEADING_PAIRS(Group.HEADING, "các cặp tiếng có trong tên điều (BM25)"),
  CLAUSE_SYLLABLES(Group.CLAUSE, "các tiếng cùng có trong một khoản (BM25)"),
  CLAUSE_PAIRS(Group.CLAUSE, "các cặp tiếng cùng có trong một khoản (BM25)"),
  CLAUSE(Group.CLAUSE, "khoản khớp nhất (BM25)"),
  RELATIVE_CLAUSE(Group.CLAUSE, "khoản khớp nhất so với khoản cao nhất"),
  COVERED(Group.WORDS, "phần tiếng của câu hỏi mà điều này có"),
  COVERED_PAIRS(Group.WORDS, "phần cặp tiếng của câu hỏi mà điều này có"),
  COVERED_WITH_TITLE(Group.TITLE, "phần tiếng của câu hỏi có trong điều này hoặc tên văn bản"),
  CLAUSE_COVERED(Group.CLAUSE, "phần tiếng của câu hỏi có trong một khoản"),
  CLAUSE_COVERED_PAIRS(Group.CLAUSE, "phần cặp tiếng của câu hỏi có trong một khoản"),
  CONTEXT_COVERED(Group.CLAUSE, "phần tiếng có trong một khoản cùng tên điều, tên văn bản"),
  CONTEXT_COVERED_PAIRS(
      Group.CLAUSE, "phần cặp tiếng có trong một khoản cùng tên điều, tên văn bản"),
  MARKS_COVERED(Group.WORDS, "phần tiếng khớp cả dấu"),
  HEADING_ASKED(Group.HEADING, "phần tên điều có trong câu hỏi"),
  HEADING_ASKED_PAIRS(Group.HEADING, "phần cặp tiếng của tên điều có trong câu hỏi"),
  HEADING_COVERS(Group.HEADING, "phần tiếng của câu hỏi có trong tên điều"),
  HEADING_COVERS_PAIRS(Group.HEADING, "phần cặp tiếng của câu hỏi có trong tên điều"),
  HEADING_AGREES(Group.HEADING, "tên điều và câu hỏi trùng nhau (tiếng)"),
  HEADING_AGREES_PAIRS(Group.HEADING, "tên điều và câu hỏi trùng nhau (cặp tiếng)"),
  HEADING_WHOLE(Group.HEADING, "cả tên điều có trong câu hỏi"),
  TITLE_ASKED(Group.TITLE, "phần tên văn bản có trong câu hỏi"),
  TITLE_WHOLE(Group.TITLE, "đủ các cặp tiếng của tên văn bản có trong câu hỏi"),
  NAMED(Group.TITLE, "câu hỏi nêu đúng tên văn bản"),
  RUN(Group.ORDER, "chuỗi tiếng dài nhất trùng liền nhau"),
  HEADING_RUN(Group.HEADING, "chuỗi tiếng dài nhất trùng với tên điều"),
  LENGTH(Group.LENGTH, "điều dài"),
  HEADING_LENGTH(Group.LENGTH, "tên điều dài"),
  CITED(Group.FORM, "câu hỏi nêu đúng số điều"),
  OWN_COVERED(Group.WORDS, "phần tiếng của câu hỏi, ngoài tên văn bản, mà điều này có"),
  OWN_COVERED_PAIRS(Group.WORDS, "phần cặp tiếng của câu hỏi, ngoài tên văn bản, mà điều này có"),
  OWN_HEADING_COVERS(Group.HEADING, "phần tiếng của câu hỏi, ngoài tên văn bản, có trong tên điều"),
  OWN_HEADING_ASKED(Group.HEADING, "phần tên điều có trong câu hỏi, ngoài tên văn bản"),
  OWN_HEADING_AGREES(Group.HEADING, "tên điều và câu hỏi, ngoài tên văn bản, trùng nhau"),
  OWN_CLAUSE_COVERED(Group.CLAUSE, "phần tiếng, ngoài tên văn bản, có trong một khoản"),
  OWN_CLAUSE_COVERED_PAIRS(Group.CLAUSE, "phần cặp tiếng, ngoài tên văn bản, có trong một khoản"),
  DEFINES(Group.FORM, "điều này định nghĩa từ được hỏi"),
  DEFINES_AS_ASKED(Group.FORM, "câu hỏi hỏi định nghĩa và điều này định nghĩa"),
  LISTS_AS_ASKED(Group.FORM, "câu hỏi hỏi danh mục và điều này liệt kê"),
  LONG_LIST_AS_ASKED(Group.FORM, "câu hỏi hỏi danh mục và điều này có nhiều khoản"),
  LIST_HEADING_ASKED(Group.HEADING, "câu hỏi hỏi danh mục, tên điều có trong câu hỏi"),
  LIST_HEADING_AGREES(Group.HEADING, "câu hỏi hỏi danh mục, tên điều trùng câu hỏi"),
  DOCUMENT_BEST(Group.DOCUMENT, "đoạn khớp nhất của cùng văn bản"),
  DOCUMENT_COVERED(Group.DOCUMENT, "phần tiếng của câu hỏi có ở các đoạn của cùng văn bản"),
  DOCUMENT_COVERED_PAIRS(
      Group.DOCUMENT, "phần cặp tiếng của câu hỏi có ở các đoạn của cùng văn bản"),
  DOCUMENT_SHARE(Group.DOCUMENT, "tỷ lệ đoạn khớp thuộc cùng văn bản");

  private final Group group;
  private final String vietnamese;

  Feature(Group group, String vietnamese) {
    this.group = group;
    this.vietnamese = vietnamese;
  }

  /** Its place in an array of values. */
  @SuppressWarnings("EnumOrdinal") // such arrays are never kept
  int place() {
    return ordinal();
  }

  String vietnamese() {
    return vietnamese;
  }

  /** What it is a part of for a reader. */
  Group group() {
    return group;
  }

  /** What features look at; those of a group overlap, so that only their sum means something. */
  enum Group {
    WORDS("từ ngữ được hỏi có trong đoạn"),
    CLAUSE("từ ngữ được hỏi cùng có trong một khoản"),
    HEADING("tên điều"),
    TITLE("tên văn bản"),
    ORDER("từ ngữ đứng liền nhau như được hỏi"),
    FORM("định nghĩa, danh mục hoặc số điều đúng như được hỏi"),
    DOCUMENT("các đoạn khác của cùng văn bản"),
    LENGTH("độ dài của đoạn");

    private final String vietnamese;

    Group(String vietnamese) {
      this.vietnamese = vietnamese;
    }

    String vietnamese() {
      return vietnamese;
    }
  }
}
