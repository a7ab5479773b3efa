package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.vanban.law.Provision;
import vn.vanban.law.Span;

/** Whatever arrives is parsed, and what is said of it lies within it. */
class ParserPropertiesTest {
  private static final int SOUPS = 300;
  private static final int MAX_TOKENS = 120;
  private static final List<String> TOKENS =
      List.of(
          "Chương I",
          "Điều 1.",
          "Điều thứ nhất:",
          "Khoản 2",
          "1.",
          "a)",
          "đ)",
          "Phụ lục III",
          "Số:",
          "383/KH-UBND",
          "…/QĐ-UBND",
          "ngày 31 tháng 02 năm 2020",
          "ngày 26/2/2020",
          "QUYẾT ĐỊNH",
          "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
          "Độc lập - Tự do - Hạnh phúc",
          "UBND TỈNH SÔNG MÂY",
          "V/v giao việc",
          "Căn cứ",
          "Luật này",
          "có hiệu lực",
          "thông qua",
          "“",
          "”",
          "\"",
          "KT. CHỦ TỊCH",
          "Trần Văn Bách",
          "Nơi nhận:",
          "kèm theo",
          "số 12/VBHN-BTC",
          ".......",
          "I.",
          "của Bộ Y tế",
          "\t",
          "\n",
          "\n",
          "\n\n",
          "      ",
          "\u0301",
          "\uD83D\uDE00",
          "trồng rừng ".repeat(200));

  @Test
  void keywordSoup() {
    long seed = System.nanoTime();
    System.out.println("keyword soup, seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < SOUPS; i++) {
      StringBuilder soup = new StringBuilder();
      for (int n = random.nextInt(MAX_TOKENS); n > 0; n--) {
        soup.append(TOKENS.get(random.nextInt(TOKENS.size())))
            .append(random.nextInt(3) == 0 ? "\n" : " ");
      }
      liesWithinItsText(Parsed.of(soup.toString()), seed);
    }
  }

  @Test
  void truncations() {
    String whole =
        Parsed.decision(
                "Căn cứ Luật Đất đai;\nĐiều 1. Giao việc\n1. “Sửa:\na) Một.”\nKT. CHỦ TỊCH\nLê An")
            .text();
    for (int end = 0; end <= whole.length(); end++) {
      liesWithinItsText(Parsed.of(whole.substring(0, end)), end);
    }
  }

  private static void liesWithinItsText(Parsed parsed, long seed) {
    var document = parsed.document();
    Span whole = new Span(0, parsed.text().length());
    document.number().ifPresent(r -> within(parsed, whole, r.evidence().span(), seed));
    document.type().ifPresent(r -> within(parsed, whole, r.evidence().span(), seed));
    document.issued().ifPresent(r -> within(parsed, whole, r.evidence().span(), seed));
    document.subject().ifPresent(r -> within(parsed, whole, r.evidence().span(), seed));
    document.effective().ifPresent(r -> within(parsed, whole, r.evidence().span(), seed));
    document.issuers().forEach(r -> within(parsed, whole, r.evidence().span(), seed));
    document.signers().forEach(r -> within(parsed, whole, r.evidence().span(), seed));
    document.legalBases().forEach(r -> within(parsed, whole, r.evidence().span(), seed));
    document.warnings().forEach(w -> w.span().ifPresent(s -> within(parsed, whole, s, seed)));
    Deque<Provision> open = new ArrayDeque<>();
    for (Provision provision : document.provisions()) {
      while (open.size() >= provision.path().steps().size()) {
        open.pop();
      }
      Span parent = open.isEmpty() ? whole : open.element().span();
      within(parsed, parent, provision.span(), seed);
      open.push(provision);
    }
  }

  private static void within(Parsed parsed, Span outer, Span span, long seed) {
    assertThat(outer.contains(span)).as("%s in %s, seed %d", span, outer, seed).isTrue();
    assertThat(parsed.text().substring(span.start(), span.end())).as("seed %d", seed).isNotBlank();
  }
}
