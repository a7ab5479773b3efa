package vn.vanban.lucene;

/** What {@link Reranker} looks at in a passage; each in words, for those who ask why. */
enum Feature {
  RELATIVE("điểm chung so với đoạn cao nhất"),
  SYLLABLES("các tiếng của câu hỏi có mặt (BM25)"),
  PAIRS("các cặp tiếng của câu hỏi có mặt (BM25)"),
  BODY_SYLLABLES("các tiếng có trong nội dung điều (BM25)"),
  BODY_PAIRS("các cặp tiếng có trong nội dung điều (BM25)"),
  HEADING_SYLLABLES("các tiếng có trong tên điều (BM25)"),
  HEADING_PAIRS("các cặp tiếng có trong tên điều (BM25)"),
  CLAUSE_SYLLABLES("các tiếng cùng có trong một khoản (BM25)"),
  CLAUSE_PAIRS("các cặp tiếng cùng có trong một khoản (BM25)"),
  CLAUSE("khoản khớp nhất (BM25)"),
  COVERED("phần tiếng của câu hỏi mà điều này có"),
  COVERED_PAIRS("phần cặp tiếng của câu hỏi mà điều này có"),
  COVERED_WITH_TITLE("phần tiếng của câu hỏi có trong điều này hoặc tên văn bản"),
  CLAUSE_COVERED("phần tiếng của câu hỏi có trong một khoản"),
  CLAUSE_COVERED_PAIRS("phần cặp tiếng của câu hỏi có trong một khoản"),
  CONTEXT_COVERED("phần tiếng có trong một khoản cùng tên điều, tên văn bản"),
  CONTEXT_COVERED_PAIRS("phần cặp tiếng có trong một khoản cùng tên điều, tên văn bản"),
  MARKS_COVERED("phần tiếng khớp cả dấu"),
  HEADING_ASKED("phần tên điều có trong câu hỏi"),
  HEADING_ASKED_PAIRS("phần cặp tiếng của tên điều có trong câu hỏi"),
  HEADING_COVERS("phần tiếng của câu hỏi có trong tên điều"),
  HEADING_COVERS_PAIRS("phần cặp tiếng của câu hỏi có trong tên điều"),
  HEADING_AGREES("tên điều và câu hỏi trùng nhau (tiếng)"),
  HEADING_AGREES_PAIRS("tên điều và câu hỏi trùng nhau (cặp tiếng)"),
  HEADING_WHOLE("cả tên điều có trong câu hỏi"),
  TITLE_ASKED("phần tên văn bản có trong câu hỏi"),
  TITLE_WHOLE("đủ các cặp tiếng của tên văn bản có trong câu hỏi"),
  NAMED("câu hỏi nêu đúng tên văn bản"),
  RUN("chuỗi tiếng dài nhất trùng liền nhau"),
  HEADING_RUN("chuỗi tiếng dài nhất trùng với tên điều"),
  LENGTH("điều dài"),
  HEADING_LENGTH("tên điều dài"),
  CITED("câu hỏi nêu đúng số điều"),
  OWN_COVERED("phần tiếng của câu hỏi, ngoài tên văn bản, mà điều này có"),
  OWN_COVERED_PAIRS("phần cặp tiếng của câu hỏi, ngoài tên văn bản, mà điều này có"),
  OWN_HEADING_COVERS("phần tiếng của câu hỏi, ngoài tên văn bản, có trong tên điều"),
  OWN_HEADING_ASKED("phần tên điều có trong câu hỏi, ngoài tên văn bản"),
  OWN_HEADING_AGREES("tên điều và câu hỏi, ngoài tên văn bản, trùng nhau"),
  OWN_CLAUSE_COVERED("phần tiếng, ngoài tên văn bản, có trong một khoản"),
  OWN_CLAUSE_COVERED_PAIRS("phần cặp tiếng, ngoài tên văn bản, có trong một khoản"),
  DEFINES("điều này định nghĩa từ được hỏi"),
  DEFINES_AS_ASKED("câu hỏi hỏi định nghĩa và điều này định nghĩa"),
  LISTS_AS_ASKED("câu hỏi hỏi danh mục và điều này liệt kê"),
  LONG_LIST_AS_ASKED("câu hỏi hỏi danh mục và điều này có nhiều khoản"),
  LIST_HEADING_ASKED("câu hỏi hỏi danh mục, tên điều có trong câu hỏi"),
  LIST_HEADING_AGREES("câu hỏi hỏi danh mục, tên điều trùng câu hỏi"),
  DOCUMENT_BEST("đoạn khớp nhất của cùng văn bản"),
  DOCUMENT_COVERED("phần tiếng của câu hỏi có ở các đoạn của cùng văn bản"),
  DOCUMENT_COVERED_PAIRS("phần cặp tiếng của câu hỏi có ở các đoạn của cùng văn bản"),
  DOCUMENT_SHARE("tỷ lệ đoạn khớp thuộc cùng văn bản");

  private final String vietnamese;

  Feature(String vietnamese) {
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
}
