package vn.vanban.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.DocumentType;
import vn.vanban.law.Reading;
import vn.vanban.viet.Folding;

/** Decides what a file is to the document that it carries. */
final class KindReader {
  private KindReader() {}

  private static final Pattern ATTACHED =
      Pattern.compile(
          "^\\(?\\s*(?:(?:được )?(?:ban hành|phê duyệt|công bố|thông qua) )?(?:kèm|đính kèm) ?theo|^\\(ban hành theo|^\\(?được ban hành (?:kèm|theo)");
  private static final Pattern APPENDIX = Pattern.compile("^phụ lục(?:\\s|$)");
  private static final Pattern MODEL = Pattern.compile("^(?:mẫu(?: số)?\\s*[\\d:a-z]|biểu mẫu)");

  /** A field to be filled in by a program: {@code Số: {{so_ky_hieu}}}. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{[^{}]{1,40}\\}\\}|<<[^<>]{1,40}>>|\\$\\{[^{}]{1,40}\\}");

  private static final Pattern DRAFT = Pattern.compile("dự thảo");
  private static final Pattern COPY =
      Pattern.compile("^(?:\\(?bản sao|sao y|sao lục|trích sao|bản sao y)(?: |$)");
  private static final Pattern BLANKS =
      Pattern.compile("(?:\\.{4,}|…{2,}|_{4,}|(?:\\. ){4,}|[.…]{4,})");
  private static final Pattern COPY_SYMBOL = Pattern.compile("^(?:SY|TrS)(?:-|$).*");
  private static final int FORM_BLANKS = 6;

  /** A copy's own number and form stand below the copied text (NĐ 30/2020, Điều 25). */
  private static final Pattern COPY_BELOW =
      Pattern.compile(
          "(?m)^\\s*số\\s*:?\\s*\\d+\\s*/\\s*(?:sy|trs|sl|sl-.{0,10}|sy-.{0,10}|trs-.{0,10})\\S*\\s*(?:\\t|$)");

  /**
   * The words of a digital signature (NĐ 30/2020, Phụ lục I, mục II.8): signed, though the slots of
   * number and day are filled by a stamp that is no text.
   */
  private static final Pattern SIGNED_DIGITALLY =
      Pattern.compile(
          "(?:thời gian|ngày) ký\\s*:\\s*\\d|người ký\\s*:|ký bởi\\s*:|digitally signed by");

  private static final int TAIL_CHARACTERS = 1_500;

  static DocumentKind read(
      Head head,
      Optional<Title> title,
      NumberReader.Result number,
      boolean blankDate,
      String text) {
    Optional<DocumentNumber> read = number.number().map(Reading::value);
    if (read.map(n -> n.symbol().contains("VBHN")).orElse(false)
        || title.map(t -> t.type().value().equals("Văn bản hợp nhất")).orElse(false)) {
      return DocumentKind.CONSOLIDATION;
    }
    if (read.map(n -> COPY_SYMBOL.matcher(n.symbol()).matches()).orElse(false) || any(head, COPY)) {
      return DocumentKind.COPY;
    }
    if (COPY_BELOW.matcher(tail(text)).find()) {
      return DocumentKind.COPY;
    }
    if (read.isEmpty() && number.piece() < 0 && isAttachment(head)) {
      return DocumentKind.ATTACHMENT;
    }
    boolean saysDraft = read.isEmpty() && any(head, DRAFT);
    boolean open = number.blankSymbol().isPresent() || (blankDate && read.isEmpty());
    if (open && !saysDraft && SIGNED_DIGITALLY.matcher(edges(text)).find()) {
      return DocumentKind.ORIGINAL;
    }
    if (number.blankSymbol().isPresent()
        || saysDraft
        || (blankDate && read.isEmpty() && !isForm(title, text))) {
      return DocumentKind.DRAFT;
    }
    if (read.isPresent()) {
      return DocumentKind.ORIGINAL;
    }
    if (isForm(title, text) || any(head, MODEL) || any(head, PLACEHOLDER)) {
      return DocumentKind.FORM;
    }
    boolean official = title.flatMap(t -> DocumentType.named(t.type().value())).isPresent();
    boolean treaty =
        title
            .flatMap(t -> DocumentType.named(t.type().value()))
            .map(t -> t.family() == DocumentType.Family.TREATY)
            .orElse(false);
    return (official && head.hasMotto()) || treaty ? DocumentKind.ORIGINAL : DocumentKind.OTHER;
  }

  /** Whether the head calls the document a consolidated text. */
  static boolean saysConsolidation(Head head) {
    return head.pieces().stream().anyMatch(p -> p.folded().startsWith("văn bản hợp nhất"));
  }

  private static boolean isAttachment(Head head) {
    return any(head, ATTACHED)
        || head.pieces().stream()
            .limit(4)
            .anyMatch(p -> Title.APPENDIX.matcher(p.folded()).matches())
        || head.pieces().stream()
            .limit(4)
            .anyMatch(p -> p.isCapitals() && APPENDIX.matcher(p.folded()).find());
  }

  private static String edges(String text) {
    return Folding.canonical(text.substring(0, Math.min(text.length(), TAIL_CHARACTERS)))
        + tail(text);
  }

  private static String tail(String text) {
    return Folding.canonical(text.substring(Math.max(0, text.length() - TAIL_CHARACTERS)));
  }

  private static boolean isForm(Optional<Title> title, String text) {
    boolean formName = title.map(t -> DocumentType.named(t.type().value()).isEmpty()).orElse(false);
    Matcher blanks = BLANKS.matcher(text);
    int count = 0;
    while (count < FORM_BLANKS && blanks.find()) {
      count++;
    }
    return formName && count >= FORM_BLANKS;
  }

  private static boolean any(Head head, Pattern pattern) {
    return head.pieces().stream().anyMatch(p -> pattern.matcher(p.folded()).find());
  }
}
