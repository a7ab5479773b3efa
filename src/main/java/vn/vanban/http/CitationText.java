package vn.vanban.http;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Reading;

/**
 * How documents and provisions are cited: {@code Điểm a khoản 2 Điều 5} and {@code Nghị định số
 * 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ} (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
final class CitationText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("'ngày' dd 'tháng' M 'năm' uuuu", Locale.ROOT);
  private static final Pattern ROMAN = Pattern.compile("[ivxlc]+");
  private static final Set<String> CALLED_BY_NAME =
      Set.of("hiến pháp", "bộ luật", "luật", "pháp lệnh");

  private CitationText() {}

  /** The document, with the day and the body that tell it from others of its number. */
  static String of(LegalDocument document, String otherwise) {
    String type = document.type().map(Reading::value).orElse("");
    List<String> words = new ArrayList<>();
    if (CALLED_BY_NAME.contains(type.toLowerCase(Locale.ROOT))) {
      String subject = document.subject().map(Reading::value).orElse("");
      boolean whole = subject.toLowerCase(Locale.ROOT).startsWith(type.toLowerCase(Locale.ROOT));
      words.add(whole ? subject : (type + " " + subject).strip());
    } else {
      words.add(type.isEmpty() ? "Văn bản" : type);
    }
    document.number().ifPresent(number -> words.add("số " + number.value().canonical()));
    if (document.number().isEmpty() && document.issued().isEmpty()) {
      return otherwise;
    }
    document.issued().ifPresent(day -> words.add(DAY.format(day.value())));
    if (!document.issuers().isEmpty()) {
      words.add(
          "của "
              + String.join(", ", document.issuers().stream().map(b -> b.value().name()).toList()));
    }
    return String.join(" ", words);
  }

  /** A provision, the innermost level first, as far as its article; articles run through. */
  static String of(ProvisionPath path) {
    List<String> words = new ArrayList<>();
    boolean article = false;
    for (Step step : path.steps().reversed()) {
      if (!article || step.level() == Level.PHU_LUC) {
        words.add(step(step));
      }
      article |= step.level() == Level.DIEU;
    }
    String text = String.join(" ", words);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** What stands around a provision, the outermost first: {@code Chương II › }; or nothing. */
  static String around(String path) {
    int last = path.lastIndexOf('.');
    StringBuilder around = new StringBuilder();
    for (String step : last < 0 ? new String[0] : path.substring(0, last).split("\\.", -1)) {
      for (Level level : Level.values()) {
        String slug = level.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
        if (step.startsWith(slug)) {
          around.append(step(new Step(level, step.substring(slug.length())))).append(" › ");
        }
      }
    }
    return around.isEmpty()
        ? ""
        : around.substring(0, 1).toUpperCase(Locale.ROOT) + around.substring(1);
  }

  private static String step(Step step) {
    String number =
        step.level() != Level.DIEM && ROMAN.matcher(step.number()).matches()
            ? step.number().toUpperCase(Locale.ROOT)
            : step.number();
    String level =
        switch (step.level()) {
          case KHOAN -> "khoản";
          case DIEM -> "điểm";
          case SECTION -> "mục";
          case PHAN, CHUONG, MUC, TIEU_MUC, DIEU, PHU_LUC -> step.level().vietnamese();
        };
    return level + " " + number;
  }
}
