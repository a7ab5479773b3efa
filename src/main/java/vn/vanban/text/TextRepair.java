package vn.vanban.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.vanban.extract.ExtractedText;
import vn.vanban.extract.ExtractedText.Paragraph;

/** The front door of this room. Threads may share one object. */
public final class TextRepair {

  /**
   * Repairs extracted text: TCVN3 (ABC) and VNI to Unicode where the words prove it, Unicode NFC,
   * eth to Đ in Vietnamese words, Unicode blanks to spaces, invisible and control characters away.
   *
   * @param extracted the raw text
   * @return the repaired text with its map; text that needs nothing comes back as it is
   */
  public RepairedText repair(ExtractedText extracted) {
    List<String> paragraphs = extracted.paragraphs().stream().map(Paragraph::text).toList();
    LegacyText legacy = new LegacyText(paragraphs);
    CharacterRepair characters = new CharacterRepair(isVietnamese(paragraphs, legacy));
    StringBuilder text = new StringBuilder();
    OffsetMap.Builder offsets = new OffsetMap.Builder();
    Map<LegacyEncoding, Integer> converted = new EnumMap<>(LegacyEncoding.class);
    int source = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      String paragraph = paragraphs.get(i);
      if (i > 0) {
        offsets.anchor(text.length(), source - 1);
        text.append('\n');
      }
      offsets.anchor(text.length(), source);
      Optional<LegacyEncoding> encoding = legacy.encoding(paragraph);
      if (encoding.isEmpty() && CharacterRepair.isClean(paragraph)) {
        text.append(paragraph);
      } else {
        encoding.ifPresent(e -> converted.merge(e, 1, Integer::sum));
        Cells cells = encoding.map(e -> convert(paragraph, e)).orElseGet(() -> Cells.of(paragraph));
        append(characters.repair(cells), source, text, offsets);
      }
      source += paragraph.length() + 1;
    }
    return new RepairedText(text.toString(), offsets.build(), notes(converted));
  }

  private static Cells convert(String paragraph, LegacyEncoding encoding) {
    Cells cells = new Cells(paragraph.length());
    StringBuilder letter = new StringBuilder(2);
    boolean capitals = isCapitals(paragraph, 0, paragraph.length());
    boolean capitalWord = capitals;
    int wordEnd = 0;
    int at = 0;
    while (at < paragraph.length()) {
      if (!capitals && at >= wordEnd) {
        wordEnd = wordEnd(paragraph, at);
        capitalWord = isCapitals(paragraph, at, wordEnd);
      }
      letter.setLength(0);
      int length = encoding.read(paragraph, at, letter);
      boolean converted = paragraph.charAt(at) > '\u007F';
      cells.add(capitalWord && converted ? letter.toString().toUpperCase(Locale.ROOT) : letter, at);
      at += length;
    }
    return cells;
  }

  private static int wordEnd(String text, int start) {
    int end = start + 1;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** TCVN3 has no codes for capitals with a tone: among capitals a small one stands for them. */
  private static boolean isCapitals(String text, int start, int end) {
    int capitals = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        return false;
      }
      capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
    }
    return capitals > 1;
  }

  private static void append(
      Cells cells, int source, StringBuilder text, OffsetMap.Builder offsets) {
    for (int i = 0; i < cells.length(); i++) {
      offsets.anchor(text.length(), source + cells.source(i));
      text.append(cells.charAt(i));
    }
  }

  private static boolean isVietnamese(List<String> paragraphs, LegacyText legacy) {
    return legacy.isLegacy()
        || paragraphs.stream()
            .anyMatch(
                p -> p.chars().anyMatch(c -> (c >= 0x1EA0 && c <= 0x1EF9) || c == 'ơ' || c == 'ư'));
  }

  private static List<String> notes(Map<LegacyEncoding, Integer> converted) {
    List<String> notes = new ArrayList<>();
    converted.forEach((encoding, count) ->
        notes.add(
            "Đã chuyển " + count + " đoạn từ bảng mã " + encoding.label() + " sang Unicode."));
    return notes;
  }
}
