package vn.vanban.analysis;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Random;

/**
 * Makes text such as offices write: syllables composed and decomposed, numbers with every kind of
 * dash, abbreviations and their full forms, figures, dates, marks without letters, letters beyond
 * the first plane, here and there an HTML tag or entity.
 */
final class RandomVietnamese {
  private static final String[] WORDS = {
    "Ủy",
    "ban",
    "nhân",
    "dân",
    "hoà",
    "giải",
    "uỷ",
    "quyền",
    "sử",
    "dụng",
    "đất",
    "Nghị",
    "định",
    "của",
    "Chính",
    "phủ",
    "nghiêng",
    "thuở",
    "quý",
    "NÐ",
    "UBND",
    "HĐND",
    "ubnd",
    "BHXH",
    "QSDĐ",
    "LĐ-TB&XH",
    "NĐ-CP",
    "bảo",
    "hiểm",
    "xã",
    "hội",
    "thủ",
    "tục",
    "hành",
    "chính",
    "KHOẢN",
    "điểm",
    "đ",
    "x",
    "café",
    "ﬁ",
    "𝔸𝕓",
    "𠀀",
    "e\u0301\u0323\u0301",
    "\u0301",
    "số",
    "Điều"
  };
  private static final String[] NUMBERS = {
    "383/KH-UBND",
    "383/KH –UBND",
    "383 /KH- UBND",
    "30/2020/NĐ\u2010CP",
    "15\u2212QĐ\u2014UBND",
    "59/2020/QH14",
    "1.500.000",
    "12,000,5",
    "26/02/2020",
    "27-NQ/TW",
    "7/NQ\u00ADHĐND",
    "5.000.",
    "01/2020/TT-𝔸",
    "3",
    "٣٤/KH-UBND"
  };
  private static final String[] SEPARATORS = {
    " ", " ", " ", " ", ", ", ". ", "\n", "\r\n", "\t", "; ", " - ", " – ", "/", "-", "", "\u00A0",
    " (", ") ", "“", "…", "\u200B"
  };
  private static final String[] TAGS = {
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<br/>",
    "&nbsp;",
    "&#7873;",
    "&ocirc;",
    "&amp;",
    "<!-- x -->",
    "<a href=\"so?a=1&b=2\">"
  };

  private final Random random;

  RandomVietnamese(Random random) {
    this.random = random;
  }

  /** Plain text of so many words. */
  String text(int words) {
    return make(words, 0);
  }

  /** Text with tags and entities between and within its words. */
  String html(int words) {
    return make(words, 4);
  }

  private String make(int words, int oneTagIn) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      String word = any(random.nextInt(6) == 0 ? NUMBERS : WORDS);
      switch (random.nextInt(8)) {
        case 0 -> word = Normalizer.normalize(word, Form.NFD);
        case 1 -> word = word.substring(random.nextInt(word.length() + 1));
        default -> {}
      }
      int at = random.nextInt(word.length() + 1);
      text.append(word, 0, at);
      if (oneTagIn > 0 && random.nextInt(oneTagIn) == 0) {
        text.append(any(TAGS));
      }
      text.append(word, at, word.length()).append(any(SEPARATORS));
    }
    return text.toString();
  }

  private String any(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
