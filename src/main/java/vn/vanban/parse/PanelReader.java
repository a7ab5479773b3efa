package vn.vanban.parse;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Evidence;
import vn.vanban.law.PortalPanel;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;

/**
 * Reads the panel that a legal database prints above a document's text:
 *
 * <pre>
 * Còn hiệu lực
 * Ngày có hiệu lực: 26/09/2025
 * Số hiệu 12/2025/TT-BXD
 * </pre>
 */
final class PanelReader {
  private PanelReader() {}

  /** The panel stands above the text. */
  private static final int FIRST_LINES = 40;

  /** One labelled line is an accident; a panel has more. */
  private static final int MIN_LABELS = 2;

  private enum Label {
    NUMBER("số hiệu|số ký hiệu|số/ký hiệu"),
    TYPE("loại văn bản"),
    ISSUER("cơ quan ban hành|nơi ban hành"),
    ISSUED("ngày ban hành|ngày ký xác thực"),
    EFFECTIVE("ngày có hiệu lực|ngày hiệu lực"),
    EXPIRES("ngày hết hiệu lực"),
    STATUS("tình trạng hiệu lực|tình trạng"),
    SIGNER("người ký"),
    OTHER("ngành|lĩnh vực|chức danh|ngày cập nhật|ngày đăng công báo|số công báo");

    private final Pattern pattern;

    Label(String names) {
      pattern = Pattern.compile("^(?:" + names + ")(?=[\\s:]|$)\\s*:?\\s*");
    }
  }

  /** The states that databases print (folded). */
  private static final Pattern STATUS =
      Pattern.compile(
          "^(?:còn hiệu lực|hết hiệu lực(?: toàn bộ| một phần)?|chưa có hiệu lực|chưa xác định|ngưng hiệu lực(?: toàn bộ| một phần)?|không còn phù hợp)$");

  /** What databases print in place of a value (folded). */
  private static final Pattern UNKNOWN =
      Pattern.compile("(?:đã biết|đang cập nhật|chưa xác định|dữ liệu đang cập nhật|-+)");

  /**
   * What was found.
   *
   * @param panel the values
   * @param rest the lines that are not the panel's, in order
   */
  record Result(PortalPanel panel, List<Piece> rest) {}

  static Result read(List<Piece> lines) {
    Map<Label, Piece> values = new EnumMap<>(Label.class);
    Set<Piece> own = new HashSet<>();
    int limit = Math.min(FIRST_LINES, lines.size());
    for (int i = 0; i < limit; i++) {
      Piece line = lines.get(i);
      if (Pieces.motto(line).isPresent()) {
        break;
      }
      if (STATUS.matcher(line.folded()).matches()) {
        values.putIfAbsent(Label.STATUS, line);
        own.add(line);
      }
      Optional<Label> label = label(line);
      if (label.isEmpty()) {
        continue;
      }
      Piece value = Pieces.part(line, labelEnd(line, label.get()), line.text().length(), 0);
      own.add(line);
      // A value that is a tag of its own stands on the next line.
      if (value.text().isEmpty() && i + 1 < limit && label(lines.get(i + 1)).isEmpty()) {
        value = lines.get(i + 1);
        own.add(value);
      }
      values.putIfAbsent(label.get(), value);
    }
    long labels = values.keySet().stream().filter(label -> label != Label.STATUS).count();
    boolean panel = values.containsKey(Label.EFFECTIVE) && labels >= MIN_LABELS;
    return panel
        ? new Result(panel(values), lines.stream().filter(line -> !own.contains(line)).toList())
        : new Result(PortalPanel.NONE, lines);
  }

  private static Optional<Label> label(Piece line) {
    return Stream.of(Label.values()).filter(label -> labelEnd(line, label) > 0).findFirst();
  }

  private static int labelEnd(Piece line, Label label) {
    Matcher m = label.pattern.matcher(line.folded());
    return m.find() ? m.end() : 0;
  }

  private static PortalPanel panel(Map<Label, Piece> values) {
    return new PortalPanel(
        text(values, Label.NUMBER)
            .flatMap(r -> DocumentNumber.parse(r.value()).map(n -> new Reading<>(n, r.evidence()))),
        text(values, Label.TYPE),
        text(values, Label.ISSUER),
        date(values, Label.ISSUED),
        date(values, Label.EFFECTIVE),
        date(values, Label.EXPIRES),
        text(values, Label.STATUS).filter(r -> STATUS.matcher(fold(values)).matches()),
        text(values, Label.SIGNER));
  }

  private static String fold(Map<Label, Piece> values) {
    Piece status = values.get(Label.STATUS);
    return status == null ? "" : status.folded();
  }

  private static Optional<Reading<String>> text(Map<Label, Piece> values, Label label) {
    return Optional.ofNullable(values.get(label))
        .filter(value -> !value.isRule() && !UNKNOWN.matcher(value.folded()).matches())
        .map(value -> new Reading<>(value.text(), evidence(value.span())));
  }

  private static Optional<Reading<LocalDate>> date(Map<Label, Piece> values, Label label) {
    return Optional.ofNullable(values.get(label))
        .flatMap(value ->
            Dates.find(value.folded()).stream()
                .filter(found -> found.start() == 0)
                .flatMap(found ->
                    found.date().stream()
                        .map(date ->
                            new Reading<>(date, evidence(value.span(found.start(), found.end())))))
                .findFirst());
  }

  private static Evidence evidence(Span span) {
    return new Evidence(span, "portal-panel", 0.95);
  }

  /** Says where the panel and the document's own words differ, and what only the panel knows. */
  static void compare(
      PortalPanel panel,
      Optional<Reading<DocumentNumber>> number,
      Optional<Reading<LocalDate>> issued,
      Optional<Reading<LocalDate>> effective,
      Warnings warnings) {
    if (number.isPresent()
        && panel.number().isPresent()
        && !number.get().value().key().equals(panel.number().get().value().key())) {
      warnings.add(
          "number",
          "Bảng thuộc tính của trang ghi số " + panel.number().get().value(),
          panel.number().get().evidence().span());
    }
    compare("issued", "ngày ban hành", panel.issued(), issued, warnings);
    compare("effective", "ngày có hiệu lực", panel.effective(), effective, warnings);
  }

  private static void compare(
      String field,
      String name,
      Optional<Reading<LocalDate>> panel,
      Optional<Reading<LocalDate>> own,
      Warnings warnings) {
    if (panel.isEmpty() || panel.map(Reading::value).equals(own.map(Reading::value))) {
      return;
    }
    String says = "Bảng thuộc tính của trang ghi %s %s".formatted(name, panel.get().value());
    warnings.add(
        field,
        own.isPresent() ? says + ", văn bản ghi " + own.get().value() : says,
        panel.get().evidence().span());
  }
}
