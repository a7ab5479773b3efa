package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.DocumentType;
import vn.vanban.law.Evidence;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.viet.Folding;

/** Reads the issuing body from the letterhead (NĐ 30/2020, Phụ lục I, mục II.2). */
final class IssuerReader {
  private IssuerReader() {}

  /** A body name in parts: one or more printed lines. */
  private record Name(String text, Span span) {}

  /** {@code CỦA BỘ TÀI CHÍNH SỐ …} in a title (folded). */
  private static final Pattern OF_BODY =
      Pattern.compile("^(?:của\\s+)?(?<body>.{3,80}?)\\s*(?=\\bsố\\s*:?\\s*\\d|$)");

  /**
   * {@code Bộ trưởng Bộ Y tế ban hành Thông tư …}, {@code Chính phủ ban hành Nghị định} (folded).
   */
  private static final Pattern ENACTING =
      Pattern.compile(
          "(?m)^\\s*(?<body>(?:bộ trưởng |thống đốc |tổng thanh tra |chủ nhiệm )?(?:bộ|chính phủ|quốc hội|ủy ban|hội đồng|ngân hàng|thanh tra|tòa án|viện kiểm sát|kiểm toán|thủ tướng)[^.;:\\n]{0,80}?) ban hành (?:luật|bộ luật|nghị định|thông tư|nghị quyết|pháp lệnh|quyết định)");

  /** {@code … của Bộ Xây dựng)} (folded). */
  private static final Pattern OF_PARENT =
      Pattern.compile(
          "của\\s+(?<body>(?:(?:bộ trưởng|thống đốc|chủ tịch)\\s+)?(?:bộ|chính phủ|thủ tướng chính phủ|ủy ban|ubnd|hội đồng|sở|cục|tổng cục|ngân hàng|tòa án|viện kiểm sát|quốc hội)[^();]{0,80}?)\\s*\\)?$");

  private static final Pattern OFFICE =
      Pattern.compile(
          "^(?:bộ trưởng|thống đốc|tổng thanh tra|chủ nhiệm|tổng kiểm toán nhà nước|chánh án|viện trưởng)\\s+");

  private static final Pattern NOT_A_BODY =
      Pattern.compile(
          "^(?:số|v/v|về việc|kính gửi|mẫu|phụ lục|\\(|dự thảo|trang|mật|tối mật|tuyệt mật|hỏa tốc|khẩn|thượng khẩn|luật số|bản sao|sao y|#|=|\\d{1,2}$)|[:;]|\\.\\.\\.|…|chuyên nghiệp|ngày \\d");

  /** A body without a place of its own takes its superior's ({@code SỞ Y TẾ} under a province). */
  private static final Pattern NEEDS_PLACE =
      Pattern.compile(
          "^(?:sở|phòng|thanh tra (?:tỉnh|huyện|sở)|ban |chi cục|trung tâm|văn phòng|công an|bộ chỉ huy)");

  /** Bodies that are nobody without the body that set them up. */
  private static final Pattern NAMED_AFTER_SUPERIOR =
      Pattern.compile(
          "(?:đoàn (?:kiểm tra|thanh tra|công tác)|tổ (?:công tác|thẩm định|giúp việc)|văn phòng|thanh tra|hội đồng (?:tuyển dụng|thi)|bộ (?:tư lệnh|chỉ huy|tham mưu)|cục (?:chính trị|hậu cần|kỹ thuật))");

  private static final Pattern PLACE =
      Pattern.compile(
          "(?<!\\p{L})(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\\s+\\p{L}");

  private static final Pattern PARTIES =
      Pattern.compile(
          "(?<!\\p{L})giữa\\s+(?<who>(?:chính phủ|nước|cộng hòa|bộ)\\s.{3,120}?\\svà\\s.{3,120}?)(?=\\s+(?:về|ký|năm)\\s|$)");

  private static final Pattern JOINT =
      Pattern.compile(
          "\\s*[-–—;,]\\s*(?=(?:bộ|tòa án|viện kiểm sát|ngân hàng|thanh tra|ủy ban|tổng liên đoàn|kiểm toán|bảo hiểm)\\s)");

  static List<Reading<IssuingBody>> read(
      Head head,
      Optional<Title> title,
      NumberReader.Result number,
      String body,
      int bodyStart,
      Optional<Reading<String>> subject,
      Warnings warnings) {
    Optional<Reading<IssuingBody>> parties = parties(title, subject);
    if (parties.isPresent()) {
      return List.of(parties.get());
    }
    List<Name> letterhead = letterhead(head, title, number);
    if (!letterhead.isEmpty()) {
      return fromLetterhead(letterhead, number.number().map(Reading::value));
    }
    List<Reading<IssuingBody>> inTitle = fromTitle(head, title, number);
    if (!inTitle.isEmpty()) {
      return inTitle;
    }
    Optional<Reading<IssuingBody>> other = fromParent(head);
    if (other.isEmpty() && KindReader.saysConsolidation(head)) {
      other = fromSymbol(number);
    }
    if (other.isEmpty()) {
      other = fromAuthorityLine(head, title);
    }
    if (other.isEmpty()) {
      other = fromEnacting(body, bodyStart);
    }
    if (other.isEmpty()) {
      other = fromSymbol(number);
      other.ifPresent(
          r -> warnings.add("issuer", "Suy từ ký hiệu, không thấy tên cơ quan ở đầu văn bản"));
    }
    return other.map(List::of).orElseGet(List::of);
  }

  /**
   * Who concludes a treaty (Luật Điều ước quốc tế 2016, Điều 2): {@code … GIỮA CHÍNH PHỦ … VÀ CHÍNH
   * PHỦ …}.
   */
  private static Optional<Reading<IssuingBody>> parties(
      Optional<Title> title, Optional<Reading<String>> subject) {
    boolean treaty =
        title
            .flatMap(t -> DocumentType.named(t.type().value()))
            .map(type -> type.family() == DocumentType.Family.TREATY)
            .orElse(false);
    if (!treaty || subject.isEmpty()) {
      return Optional.empty();
    }
    String printed = subject.get().value();
    Matcher between = PARTIES.matcher(Folding.canonical(printed));
    if (!between.find()) {
      return Optional.empty();
    }
    Span span = subject.get().evidence().span();
    Name name = new Name(printed.substring(between.start("who"), between.end("who")), span);
    return Optional.of(reading(name, name.text(), "treaty-parties", 0.85));
  }

  /** The names printed above the number, in the left column, the superior first. */
  private static List<Name> letterhead(
      Head head, Optional<Title> title, NumberReader.Result number) {
    int end = head.pieces().size();
    if (title.isPresent()) {
      end = Math.min(end, title.get().index());
    }
    if (number.piece() >= 0 && number.piece() < end) {
      end = number.piece();
    }
    boolean ownSlot =
        number.piece() >= 0
            && number.number().map(n -> !n.evidence().rule().startsWith("title")).orElse(true);
    if (!head.hasMotto() && !ownSlot) {
      return List.of();
    }
    List<Name> names = new ArrayList<>();
    int previousLine = -2;
    for (int i = 0; i < end; i++) {
      Piece piece = head.pieces().get(i);
      String folded = piece.folded();
      if (NOT_A_BODY.matcher(folded).find() || folded.length() > 120 || piece.isRule()) {
        continue;
      }
      boolean starts = IssuingBody.isBodyName(piece.text());
      boolean goesOn =
          !names.isEmpty()
              && (piece.isCapitals() || isPlaceBelow(names.getLast(), folded))
              && previousLine >= 0
              && (!starts || continues(names.getLast().text(), folded));
      if (goesOn) {
        Name last = names.removeLast();
        names.add(
            new Name(last.text() + " " + piece.text(), new Span(last.span().start(), piece.end())));
        previousLine = piece.line();
      } else if (starts && (piece.isCapitals() || (names.isEmpty() && folded.length() < 80))) {
        names.add(new Name(piece.text(), piece.span()));
        previousLine = piece.line();
      }
    }
    return names;
  }

  /** {@code ủy ban nhân dân / tỉnh …}, whose capital font was lost. */
  private static boolean isPlaceBelow(Name before, String folded) {
    return Folding.canonical(before.text()).matches("(?:ủy ban|hội đồng) nhân dân")
        && folded.matches("(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn) .*");
  }

  /** Whether a line that could be a name of its own goes on with the line before. */
  private static boolean continues(String before, String folded) {
    String last = before.toLowerCase(Locale.ROOT);
    return last.endsWith(" và")
        || last.endsWith(",")
        || last.endsWith("-")
        || last.endsWith(" của")
        || last.endsWith(" quản lý")
        || (last.endsWith("thường vụ") && folded.startsWith("quốc hội"))
        || (last.equals("ủy ban nhân dân") && folded.startsWith("xã "));
  }

  private static List<Reading<IssuingBody>> fromLetterhead(
      List<Name> names, Optional<DocumentNumber> number) {
    List<Name> parts = new ArrayList<>();
    for (Name name : names) {
      parts.addAll(jointParts(name));
    }
    boolean joint =
        number.map(n -> n.symbol().matches("(?:TTLT|NQLT|KHLT|CTPH|TTLB)\\b.*")).orElse(false)
            || parts.size() > names.size();
    if (joint && parts.size() > 1) {
      return parts.stream().map(p -> reading(p, p.text(), "letterhead-joint", 0.9)).toList();
    }
    Name own = names.getLast();
    String full = own.text();
    if (names.size() > 1) {
      full = withPlace(own.text(), names.getFirst().text());
    }
    return List.of(reading(own, full, "letterhead", 0.92));
  }

  private static List<Name> jointParts(Name name) {
    List<Name> parts = new ArrayList<>();
    String folded = Folding.canonical(name.text());
    Matcher joint = JOINT.matcher(folded);
    int from = 0;
    while (joint.find()) {
      // "Bộ Lao động - Thương binh …" is one body: what follows the dash must begin a body.
      parts.add(part(name, from, joint.start()));
      from = joint.end();
    }
    parts.add(part(name, from, name.text().length()));
    return parts;
  }

  private static Name part(Name name, int from, int to) {
    return new Name(
        name.text().substring(from, to).strip(),
        new Span(
            name.span().start() + from, Math.min(name.span().end(), name.span().start() + to)));
  }

  private static String withPlace(String own, String superior) {
    String folded = Folding.canonical(own);
    if (NAMED_AFTER_SUPERIOR.matcher(folded).matches()) {
      return IssuingBody.named(own).name() + " " + IssuingBody.named(superior).name();
    }
    if (!NEEDS_PLACE.matcher(folded).find() || PLACE.matcher(folded).find()) {
      return own;
    }
    String above = Folding.canonical(superior);
    Matcher place = PLACE.matcher(above);
    if (!above.matches("^(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd) .*") || !place.find()) {
      return own;
    }
    String where = superior.substring(place.start());
    // A name that already ends with the place keeps it once: SỞ CÔNG THƯƠNG LÀO CAI.
    String bare = where.replaceFirst("^\\S+(?:\\s+(?:PHỐ|XÃ|TRẤN|phố|xã|trấn))?\\s+", "");
    if (folded.endsWith(" " + Folding.canonical(bare))) {
      return own.substring(0, own.length() - bare.length()) + where;
    }
    return own + " " + where;
  }

  private static List<Reading<IssuingBody>> fromTitle(
      Head head, Optional<Title> title, NumberReader.Result number) {
    if (title.isEmpty()) {
      return List.of();
    }
    List<Piece> pieces = head.pieces();
    int at = title.get().index();
    for (int i = at; i < Math.min(pieces.size(), at + 3); i++) {
      Piece piece = pieces.get(i);
      int from = i == at ? title.get().restFrom() : 0;
      String folded = piece.folded().substring(from).stripLeading();
      boolean says =
          folded.startsWith("của ")
              || (i > at && piece.isCapitals() && IssuingBody.isBodyName(folded));
      if (!says || (i > at + 1 && number.piece() != i)) {
        continue;
      }
      Matcher of = OF_BODY.matcher(folded);
      if (of.find()) {
        int start = piece.folded().length() - folded.length() + of.start("body");
        int end = start + of.end("body") - of.start("body");
        String printed = piece.text().substring(start, end);
        if (IssuingBody.isBodyName(printed) && !printed.isBlank()) {
          Name name = new Name(printed, piece.span(start, end));
          return jointParts(name).stream()
              .map(part -> reading(part, office(part.text()), "title-body", 0.85))
              .toList();
        }
      }
    }
    return List.of();
  }

  /**
   * {@code (Kèm theo Quyết định số … ngày … của Bộ Xây dựng)}: an attachment's body is its
   * parent's.
   */
  private static Optional<Reading<IssuingBody>> fromParent(Head head) {
    boolean attached = false;
    for (Piece piece : head.pieces()) {
      attached |= piece.folded().contains("kèm theo");
      if (attached) {
        Matcher parent = OF_PARENT.matcher(piece.folded());
        if (parent.find()) {
          int start = parent.start("body");
          String printed = piece.text().substring(start, parent.end("body"));
          Name name = new Name(printed, piece.span(start, parent.end("body")));
          return Optional.of(reading(name, office(printed), "attached-to", 0.85));
        }
      }
    }
    return Optional.empty();
  }

  /** The line of who enacts, between subject and text: {@code BỘ TRƯỞNG BỘ Y TẾ}. */
  private static Optional<Reading<IssuingBody>> fromAuthorityLine(
      Head head, Optional<Title> title) {
    int last = head.pieces().size() - 1;
    if (title.isEmpty() || last <= title.get().index()) {
      return Optional.empty();
    }
    Piece piece = head.pieces().get(last);
    if (!piece.isCapitals() || !IssuingBody.isBodyName(office(piece.text()))) {
      return Optional.empty();
    }
    Name name = new Name(piece.text(), piece.span());
    return Optional.of(reading(name, office(piece.text()), "authority-line", 0.85));
  }

  private static Optional<Reading<IssuingBody>> fromEnacting(String body, int bodyStart) {
    String opening = body.substring(0, Math.min(body.length(), 12_000));
    Matcher m = ENACTING.matcher(Folding.canonical(opening));
    if (!m.find()) {
      return Optional.empty();
    }
    String printed = opening.substring(m.start("body"), m.end("body"));
    Span span = new Span(bodyStart + m.start("body"), bodyStart + m.end("body"));
    return Optional.of(reading(new Name(printed, span), office(printed), "enacting-formula", 0.85));
  }

  /** The body whose head signs: {@code Bộ trưởng Bộ Y tế} gives {@code Bộ Y tế}. */
  private static String office(String printed) {
    Matcher office = OFFICE.matcher(Folding.canonical(printed));
    return office.find() ? printed.substring(office.end()) : printed;
  }

  private static Optional<Reading<IssuingBody>> fromSymbol(NumberReader.Result number) {
    if (number.number().isEmpty()) {
      return Optional.empty();
    }
    Reading<DocumentNumber> read = number.number().get();
    String symbol = read.value().symbol();
    String last = symbol.replaceAll(".*[-/]", "").replaceAll("\\d+$", "");
    return IssuingBody.abbreviated(last)
        .map(body -> new Reading<>(body, new Evidence(read.evidence().span(), "symbol", 0.7)));
  }

  private static Reading<IssuingBody> reading(
      Name name, String printed, String rule, double confidence) {
    return new Reading<>(IssuingBody.named(printed), new Evidence(name.span(), rule, confidence));
  }
}
