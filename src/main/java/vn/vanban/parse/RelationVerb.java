package vn.vanban.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.RelationType;

/**
 * What a sentence does to the documents that it names.
 *
 * @param type the relation
 * @param start where the verb begins in the sentence
 * @param end the offset after it
 */
record RelationVerb(RelationType type, int start, int end) {

  /** The doing word at the head of a sentence, or behind its subject (folded). */
  private static final Pattern ACTIVE =
      Pattern.compile(
          "(?<amend>sửa đổi(?:, bổ sung|,? và bổ sung)?)|(?<supplement>bổ sung)|(?<replace>thay thế)"
              + "|(?<repeal>bãi bỏ|hủy bỏ)|(?<suspend>đình chỉ|(?:tạm )?ngưng hiệu lực|tạm ngưng)"
              + "|(?<correct>đính chính)|(?<detail>quy định chi tiết)|(?<guide>hướng dẫn)");

  /** A part of each doing word: most sentences have none, which is told without a pattern. */
  private static final List<String> DOING =
      List.of(
          "đổi",
          "bổ sung",
          "thay thế",
          " bỏ",
          "bỏ ",
          "đình chỉ",
          "ngưng",
          "chính",
          "chi tiết",
          "dẫn");

  /** Wording within a document, not the document itself, is replaced (folded). */
  private static final Pattern WORDING =
      Pattern.compile(
          "^\\s*(?:một số |các )?(?:cụm từ|từ|chữ|biểu mẫu|mẫu|phụ lục|nội dung|tên|dòng|đoạn)(?!\\p{L})");

  /** {@code Nghị định số … hết hiệu lực}, {@code … bị bãi bỏ} (folded). */
  private static final Pattern ENDS =
      Pattern.compile(
          "(?:chấm dứt hiệu lực|hết hiệu lực|(?:bị|được) (?:bãi bỏ|hủy bỏ))"
              + "|(?<suspend>(?:bị |được )?(?:tạm )?ngưng hiệu lực|(?:bị |được )đình chỉ(?: thi hành)?)"
              + "|(?<replace>được thay thế bằng \\p{L}+(?: \\p{L}+){0,3} này)");

  /**
   * The first doing word of a folded sentence, if it is the sentence's own: at its head, or behind
   * "… này", "nay", "ban hành nghị định". "được sửa đổi bởi" says the reverse.
   */
  static Optional<RelationVerb> active(String folded) {
    if (DOING.stream().noneMatch(folded::contains)) {
      return Optional.empty();
    }
    Matcher m = ACTIVE.matcher(folded);
    m.region(0, Math.min(folded.length(), MAX_SUBJECT + MAX_VERB));
    while (m.find()) {
      if (isOwn(folded.substring(0, m.start()))) {
        RelationType type = type(m);
        boolean wording =
            type != RelationType.GUIDES && WORDING.matcher(folded.substring(m.end())).find();
        return Optional.of(
            new RelationVerb(wording ? RelationType.AMENDS : type, m.start(), m.end()));
      }
    }
    return Optional.empty();
  }

  private static final Pattern OWN =
      Pattern.compile(
          "^\\s*(?:nay\\s+)?$|(?:^|\\s)ban hành (?:bộ luật|luật|pháp lệnh|nghị định|nghị quyết|thông tư(?: liên tịch)?|quyết định|chỉ thị) $"
              + "|^\\s*(?:\\p{L}+ ){1,4}này (?:quy định (?:về )?(?:việc )?)?$"
              + "|^\\s*(?:\\p{L}+ ){1,4}này có hiệu lực[^.;]*?(?:,| và|;)\\s*$"
              + "|^\\s*(?:\\p{L}+ ){1,4}này (?:\\p{L}[^.;]*?)?,? và $");

  /** How long a subject may be before its verb; it bounds the work on hostile text. */
  private static final int MAX_SUBJECT = 260;

  private static final int MAX_VERB = 40;

  private static boolean isOwn(String before) {
    return before.length() < MAX_SUBJECT && OWN.matcher(before).find();
  }

  private static RelationType type(Matcher m) {
    if (m.group("amend") != null) {
      return RelationType.AMENDS;
    }
    if (m.group("supplement") != null) {
      return RelationType.SUPPLEMENTS;
    }
    if (m.group("replace") != null) {
      return RelationType.REPLACES;
    }
    if (m.group("repeal") != null) {
      return RelationType.REPEALS;
    }
    if (m.group("suspend") != null) {
      return RelationType.SUSPENDS;
    }
    if (m.group("correct") != null) {
      return RelationType.CORRECTS;
    }
    return m.group("detail") != null ? RelationType.DETAILS : RelationType.GUIDES;
  }

  /** What is said at the end of a sentence of the documents that it begins with. */
  static Optional<RelationVerb> passive(String folded) {
    Matcher m = ENDS.matcher(folded);
    boolean worthIt =
        folded.contains("hiệu lực")
            || folded.contains(" bỏ")
            || folded.contains("đình chỉ")
            || folded.contains("được thay thế");
    if (!worthIt || !m.find() || folded.startsWith("bởi", Math.min(folded.length(), m.end() + 1))) {
      return Optional.empty();
    }
    RelationType type =
        m.group("suspend") != null
            ? RelationType.SUSPENDS
            : m.group("replace") != null ? RelationType.REPLACES : RelationType.REPEALS;
    return Optional.of(new RelationVerb(type, m.start(), m.end()));
  }
}
