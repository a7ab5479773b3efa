package vn.vanban.parse;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a statement of effect is made of the document itself: {@code Nghị định này … có
 * hiệu lực}. Its provisions and other documents are subjects of other statements.
 */
final class EffectSubject {
  private EffectSubject() {}

  /** A statement's own name for its document (folded). */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?<many>(?:các|những|mọi|mỗi)\\s+)?(?<type>bộ luật|luật|pháp lệnh|lệnh|sắc lệnh|sắc luật|nghị định|nghị quyết liên tịch|nghị quyết|thông tư liên tịch|thông tư liên bộ|thông tư|thông tri"
              + "|quyết định|chỉ thị|quy định|quy chế|quy chuẩn|điều lệ|nội quy|kế hoạch|chương trình|đề án|phương án|hướng dẫn|thông báo|kết luận|quy trình|văn bản|bản quy định|bản quy chế|bản điều lệ)"
              + "(?<this>\\s+(?:liên tịch\\s+)?này)?");

  /** Names that a document of any type may bring with it or be called by. */
  private static final Set<String> ATTACHED =
      Set.of(
          "văn bản",
          "quy định",
          "quy chế",
          "quy chuẩn",
          "điều lệ",
          "nội quy",
          "kế hoạch",
          "chương trình",
          "đề án",
          "phương án",
          "quy trình",
          "bản quy định",
          "bản quy chế",
          "bản điều lệ");

  private static final String PROVISION =
      "(?:điểm|khoản|điều|chương|mục|phụ lục)\\s+[\\p{L}\\d]{1,5}";

  /**
   * {@code Điều 5 của Luật này}: a provision is the subject, see {@link EffectParts}. Alone on the
   * line before, {@code Điều 5} is a label.
   */
  private static final Pattern PROVISION_BEFORE =
      Pattern.compile(
          "(?<!\\p{L})(?:(?:của|tại|theo|trong|sửa đổi)\\s*|"
              + PROVISION
              + "[^\\S\\n]*|(?<!\\n)"
              + PROVISION
              + "\\s*)\\z");

  /** What else one sentence may say before it comes to the effect. */
  private static final Pattern JOINED =
      Pattern.compile("^(?:đã được|được|gồm|thay thế|bãi bỏ|ban hành|sửa đổi|làm|lập thành|có)\\s");

  /** Before a sentence without {@code này}: an article's label and nothing else. */
  private static final Pattern SENTENCE_START =
      Pattern.compile("(?:^|\\n|\\.\\s|điều \\d{1,3}\\s*[.:]?\\s)\\s*(?:\\d{1,2}[.)]\\s*)?$");

  /**
   * Where the document's name stands as the subject of what follows; -1 if it does not.
   *
   * @param before the folded text before the verb
   * @param ownType the document's type (folded), where known
   */
  static int find(String before, Optional<String> ownType) {
    int best = -1;
    Matcher m = SUBJECT.matcher(before);
    while (m.find()) {
      boolean own =
          ownType
              .map(t ->
                  t.startsWith(m.group("type"))
                      || (t.equals("luật") && m.group("type").equals("bộ luật")))
              .orElse(true);
      boolean named = m.group("this") != null;
      boolean here =
          named
              ? m.group("many") == null && (own || ATTACHED.contains(m.group("type")))
              : own && SENTENCE_START.matcher(before.substring(0, m.start())).find();
      Matcher provision = PROVISION_BEFORE.matcher(before);
      provision.region(Math.max(0, m.start() - 24), m.start()).useTransparentBounds(true);
      if (here && !provision.find() && isJoined(before.substring(m.end()))) {
        best = m.start("type");
      }
    }
    return best;
  }

  /**
   * Between subject and verb stands nothing, or what the document is or does besides: {@code đã
   * được Hội đồng nhân dân … thông qua ngày … và}; {@code thay thế Quyết định số … và}.
   */
  private static boolean isJoined(String between) {
    String words = between.strip();
    if (words.isEmpty() || words.equals(",")) {
      return true;
    }
    return JOINED.matcher(words).find()
        && (words.endsWith("và") || words.endsWith(",") || words.endsWith(";"));
  }
}
