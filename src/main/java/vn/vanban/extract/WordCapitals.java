package vn.vanban.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Range;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.extract.ExtractedText.Paragraph;

/**
 * Names the font of paragraphs of old Word files that are in a capital font of TCVN3 ({@code
 * .VnTimeH}), which Tika does not tell: without it their small letters would not be known to be
 * printed as capitals.
 */
final class WordCapitals {
  private static final Logger LOG = LoggerFactory.getLogger(WordCapitals.class);

  private static final int MAX_FONT_NAME = 32;

  /**
   * By the characters of a line without blanks, the font; nothing where lines of others are the
   * same.
   */
  private final Map<String, Optional<String>> lines = new HashMap<>();

  private final StringBuilder open = new StringBuilder();
  private String font = "";
  private boolean capital = true;

  /**
   * Names the fonts.
   *
   * @param bytes of a file of Word 97 to 2003
   * @param paragraphs of it, of which some are replaced
   */
  static void mark(byte[] bytes, List<Paragraph> paragraphs) {
    if (!declares(bytes)) {
      return;
    }
    WordCapitals capitals = new WordCapitals();
    try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(bytes))) {
      capitals.read(document.getRange());
    } catch (IOException | RuntimeException e) {
      TextSink.checkInterrupted();
      LOG.debug("fonts not read", e);
    }
    paragraphs.replaceAll(capitals::named);
  }

  /** Whether the file has the name of such a font, in UTF-16. */
  private static boolean declares(byte[] bytes) {
    for (int i = 0; i + 6 < bytes.length; i++) {
      if (bytes[i] == '.' && bytes[i + 1] == 0 && bytes[i + 2] == 'V' && bytes[i + 4] == 'n') {
        int end = i + 6;
        while (end + 1 < bytes.length
            && end < i + 2 * MAX_FONT_NAME
            && bytes[end] != 0
            && bytes[end + 1] == 0) {
          end += 2;
        }
        if (bytes[end - 2] == 'H') {
          return true;
        }
      }
    }
    return false;
  }

  private void read(Range range) {
    for (int i = 0; i < range.numCharacterRuns(); i++) {
      TextSink.checkInterrupted();
      CharacterRun run = range.getCharacterRun(i);
      String name = run.getFontName();
      boolean capitals = name != null && name.startsWith(".Vn") && name.endsWith("H");
      String text = run.text();
      for (int k = 0; k < text.length(); k++) {
        char c = text.charAt(k);
        if (c == '\r' || c == '\u0007' || c == '\u000b' || c == '\f') {
          endLine();
        } else if (c > ' ' && c != '\u00A0') {
          open.append(c);
          capital &= capitals || !Character.isLetter(c);
          font = capitals ? name : font;
        }
      }
    }
    endLine();
  }

  private void endLine() {
    if (!open.isEmpty()) {
      Optional<String> found = capital && !font.isEmpty() ? Optional.of(font) : Optional.empty();
      lines.merge(open.toString(), found, (a, b) -> a.equals(b) ? a : Optional.empty());
    }
    open.setLength(0);
    font = "";
    capital = true;
  }

  private Paragraph named(Paragraph paragraph) {
    StringBuilder key = new StringBuilder();
    paragraph.text().chars().filter(c -> c > ' ' && c != 0xA0).forEach(c -> key.append((char) c));
    return lines
        .getOrDefault(key.toString(), Optional.empty())
        .map(name ->
            new Paragraph(paragraph.text(), paragraph.place(), paragraph.page(), List.of(name)))
        .orElse(paragraph);
  }
}
