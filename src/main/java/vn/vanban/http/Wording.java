package vn.vanban.http;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vanban.http.pages.Language;
import vn.vanban.http.pages.Said;
import vn.vanban.law.Authority;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.RelationType;
import vn.vanban.law.Secrecy;
import vn.vanban.law.Urgency;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Action;

/**
 * How things are called on pages.
 *
 * @param language that the page speaks
 */
record Wording(Language language) {
  private static final Locale VIETNAMESE = Locale.of("vi", "VN");
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final Pattern ISO_DAY = Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b");

  private static final EnglishSentences ENGLISH = new EnglishSentences();

  private record Name(String vietnamese, String english) {}

  private static final Map<String, Name> FIELDS =
      Map.ofEntries(
          Map.entry("id", new Name("Mã", "Id")),
          Map.entry("kind", new Name("Tính chất", "Nature of the file")),
          Map.entry("number", new Name("Số, ký hiệu", "Number")),
          Map.entry("type", new Name("Loại văn bản", "Type")),
          Map.entry("title", new Name("Tên văn bản", "Title")),
          Map.entry("issuer", new Name("Cơ quan ban hành", "Issuing body")),
          Map.entry("issued", new Name("Ngày ban hành", "Issued")),
          Map.entry("subject", new Name("Trích yếu", "Subject")),
          Map.entry("signer", new Name("Người ký", "Signed by")),
          Map.entry("signerCapacity", new Name("Chức vụ người ký", "Signer’s capacity")),
          Map.entry("effective", new Name("Ngày có hiệu lực", "In force from")),
          Map.entry("legalBases", new Name("Căn cứ", "Legal bases")),
          Map.entry("expires", new Name("Ngày hết hiệu lực", "No longer in force from")),
          Map.entry("secrecy", new Name("Độ mật", "Secrecy")),
          Map.entry("urgency", new Name("Độ khẩn", "Urgency")),
          Map.entry("visibility", new Name("Phạm vi phổ biến", "Circulation")),
          Map.entry("provisions", new Name("Bố cục", "Structure")),
          Map.entry("citations", new Name("Viện dẫn", "Citations")),
          Map.entry("relations", new Name("Quan hệ với văn bản khác", "Relations")),
          Map.entry("warnings", new Name("Cảnh báo", "Warnings")),
          Map.entry("text", new Name("Nội dung", "Text")));

  String say(String vietnamese, String english) {
    return language.say(vietnamese, english);
  }

  String field(String name) {
    Name known = FIELDS.get(name);
    return known == null ? name : say(known.vietnamese(), known.english());
  }

  /** What a reader must know about the file; empty where it is simply the document. */
  String badge(DocumentKind kind) {
    return kind == DocumentKind.ORIGINAL ? "" : kind(kind);
  }

  String kind(DocumentKind kind) {
    return say(
        kind.vietnamese(),
        switch (kind) {
          case ORIGINAL -> "Document";
          case DRAFT -> "Draft";
          case COPY -> "Certified copy";
          case CONSOLIDATION -> "Consolidated text";
          case ANNOUNCEMENT -> "News of a document";
          case ATTACHMENT -> "Attachment";
          case FORM -> "Form";
          case OTHER -> "Other material";
        });
  }

  /** The badge in a sentence. */
  String kindNote(DocumentKind kind) {
    return switch (kind) {
      case ORIGINAL, OTHER -> "";
      case DRAFT ->
          say(
              "Văn bản này chưa được ban hành: còn để trống số hoặc ngày.",
              "Not issued yet: its number or date is blank.");
      case COPY -> say("Tệp này là bản sao của văn bản.", "This file is a copy of the document.");
      case CONSOLIDATION ->
          say(
              "Văn bản này gộp một văn bản với những lần sửa đổi nó.",
              "This text joins a document with its amendments.");
      case ANNOUNCEMENT ->
          say(
              "Tệp này là trang đưa tin về văn bản, không phải chính văn bản.",
              "This file is a page that reports the document, not the document itself.");
      case ATTACHMENT ->
          say(
              "Tệp này kèm theo một văn bản khác; số và ngày là của văn bản ấy.",
              "Attached to another document; number and date are those of that document.");
      case FORM -> say("Tệp này là mẫu để điền.", "This file is a blank form.");
    };
  }

  String status(EffectStatus status) {
    return say(
        status.vietnamese(),
        switch (status) {
          case NOT_YET -> "Not yet in force";
          case IN_FORCE -> "In force";
          case PARTLY -> "Partly in force";
          case SUSPENDED -> "Suspended";
          case EXPIRED -> "No longer in force";
          case UNKNOWN -> "Effect not known";
        });
  }

  String level(Authority.Level level) {
    return say(
        level.vietnamese(),
        switch (level) {
          case CENTRAL -> "Central";
          case PROVINCE -> "Province";
          case DISTRICT -> "District";
          case COMMUNE -> "Commune";
          case LOCAL -> "Local";
        });
  }

  String secrecy(Secrecy mark) {
    return say(
        mark.vietnamese(),
        switch (mark) {
          case CONFIDENTIAL -> "Confidential";
          case SECRET -> "Secret";
          case TOP_SECRET -> "Top secret";
        });
  }

  String urgency(Urgency mark) {
    return say(
        mark.vietnamese(),
        switch (mark) {
          case URGENT -> "Urgent";
          case VERY_URGENT -> "Very urgent";
          case EXPRESS -> "Express";
        });
  }

  String action(Action action) {
    return say(
        action.vietnamese(),
        switch (action) {
          case REGISTERED -> "registered";
          case COPY_ADDED -> "another copy added";
          case REVISION_ADDED -> "a copy with other content added";
          case CORRECTED -> "corrected";
          case ACCEPTED -> "confirmed";
          case CORRECTION_WITHDRAWN -> "correction withdrawn";
          case REPARSED -> "read again";
          case REMOVED -> "removed";
          case RESTORED -> "brought back";
          case ERASED -> "content erased";
          case MERGED_INTO -> "merged into another document";
          case MERGED -> "took over the copies of a merged document";
          case EFFECT_CHANGED -> "its effect may differ because of another document";
        });
  }

  /** What a document does to the other: {@code Thay thế}. */
  String relation(RelationType type) {
    String vietnamese = type.vietnamese();
    return say(
        vietnamese.substring(0, 1).toUpperCase(VIETNAMESE) + vietnamese.substring(1),
        switch (type) {
          case BASED_ON -> "Based on";
          case REPLACES -> "Replaces";
          case AMENDS -> "Amends";
          case SUPPLEMENTS -> "Supplements";
          case REPEALS -> "Repeals";
          case SUSPENDS -> "Suspends";
          case GUIDES -> "Gives guidance on";
          case DETAILS -> "Details";
          case CORRECTS -> "Corrects";
          case CONSOLIDATES -> "Consolidates";
          case COPIES -> "Copies";
          case ATTACHED_TO -> "Attached to";
          case ANNOUNCES -> "Reports";
          case REFERS_TO -> "Refers to";
        });
  }

  /** What another document does to this one: {@code Được thay thế bởi}. */
  String inverse(RelationType type) {
    return say(
        switch (type) {
          case BASED_ON -> "Là căn cứ của";
          case GUIDES, DETAILS, COPIES, CONSOLIDATES, AMENDS, SUPPLEMENTS, CORRECTS ->
              "Được " + type.vietnamese() + " bởi";
          case ATTACHED_TO -> "Có kèm theo";
          case ANNOUNCES -> "Được đưa tin bởi";
          case REFERS_TO -> "Được dẫn chiếu bởi";
          case REPLACES, REPEALS, SUSPENDS -> "Bị " + type.vietnamese() + " bởi";
        },
        switch (type) {
          case BASED_ON -> "Basis of";
          case REPLACES -> "Replaced by";
          case AMENDS -> "Amended by";
          case SUPPLEMENTS -> "Supplemented by";
          case REPEALS -> "Repealed by";
          case SUSPENDS -> "Suspended by";
          case GUIDES -> "Guidance given by";
          case DETAILS -> "Detailed by";
          case CORRECTS -> "Corrected by";
          case CONSOLIDATES -> "Consolidated by";
          case COPIES -> "Copied by";
          case ATTACHED_TO -> "Has attached";
          case ANNOUNCES -> "Reported by";
          case REFERS_TO -> "Cited by";
        });
  }

  String date(LocalDate date) {
    return language == Language.VIETNAMESE ? VietnamTime.written(date) : ENGLISH_DAY.format(date);
  }

  /** A sentence of another room, which speaks Vietnamese, as far as it is known in the language. */
  Said said(String vietnamese) {
    return language == Language.VIETNAMESE
        ? Said.plain(dated(vietnamese))
        : ENGLISH.of(vietnamese, this::date);
  }

  /** Words that are Vietnamese in any language, followed by others of the page. */
  Said named(String vietnamese, String words) {
    return new Said(
        List.of(
            new Said.Part(vietnamese, language != Language.VIETNAMESE),
            new Said.Part(words, false)));
  }

  /** A Vietnamese sentence whose days are written for people. */
  static String dated(String sentence) {
    return ISO_DAY
        .matcher(sentence)
        .replaceAll(found -> day(found.group()).map(VietnamTime::written).orElse(found.group()));
  }

  /** A day in ISO 8601; empty for what only looks like one, as in a document's own words. */
  static Optional<LocalDate> day(String iso) {
    try {
      return Optional.of(LocalDate.parse(iso));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  String count(long number) {
    return String.format(locale(), "%,d", number);
  }

  /**
   * How many were found; a number that may be too small says so, and is never below what is shown.
   */
  String total(long counted, boolean atLeast, long shown) {
    return (atLeast ? say("ít nhất ", "at least ") : "") + count(Math.max(counted, shown));
  }

  String took(Duration took) {
    double seconds = took.toNanos() / 1e9;
    return seconds < 0.01
        ? say("chưa đến 0,01 giây", "less than 0.01 seconds")
        : String.format(locale(), "%.2f ", seconds) + say("giây", "seconds");
  }

  String size(long bytes) {
    if (bytes < 1_000) {
      return bytes + " byte";
    }
    return bytes < 1_000_000
        ? String.format(locale(), "%.0f kB", bytes / 1e3)
        : String.format(locale(), "%.1f MB", bytes / 1e6);
  }

  private Locale locale() {
    return language == Language.VIETNAMESE ? VIETNAMESE : Locale.UK;
  }

  /** What people call a kind of file. */
  String mediaType(String mediaType) {
    String bare = mediaType.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    return switch (bare) {
      case "application/pdf" -> "PDF";
      case "application/msword" -> "Word (DOC)";
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
          "Word (DOCX)";
      case "application/vnd.ms-excel" -> "Excel (XLS)";
      case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> "Excel (XLSX)";
      case "application/vnd.oasis.opendocument.text" -> "OpenDocument (ODT)";
      case "application/rtf", "text/rtf" -> "RTF";
      case "text/html", "application/xhtml+xml" -> say("Trang web (HTML)", "Web page (HTML)");
      case "text/plain" -> say("Văn bản thuần (TXT)", "Plain text (TXT)");
      case "message/rfc822" -> say("Thư điện tử (EML)", "E-mail (EML)");
      default -> bare;
    };
  }

  /**
   * {@code Kế hoạch 383/KH-UBND}: what is known of type and number, as documents call themselves.
   */
  static String name(String type, String number) {
    return (type + " " + (type.isEmpty() && !number.isEmpty() ? "Văn bản số " : "") + number)
        .strip();
  }
}
