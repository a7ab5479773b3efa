package vn.vanban.extract;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Raw text as the file gives it, before any repair.
 *
 * @param paragraphs in reading order
 * @param pages how many pages the format declares, 0 where it has none
 * @param images whether pages hold images but no text, or none but a watermark: a scan that waits
 *     for OCR
 */
public record ExtractedText(List<Paragraph> paragraphs, int pages, boolean images) {
  public ExtractedText {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * One paragraph, or one printed line where the format knows no paragraphs (PDF).
   *
   * @param text without line ends; a tab stands between columns that a format without tables prints
   *     side by side (letterheads in PDF)
   * @param place what it is part of
   * @param page from 1, 0 where unknown
   * @param fonts names of the fonts used, in order of appearance; empty where unknown
   */
  public record Paragraph(String text, Place place, int page, List<String> fonts) {
    public Paragraph {
      fonts = List.copyOf(fonts);
    }
  }

  /** What a paragraph is part of. */
  public enum Place {
    BODY,
    TABLE,
    HEADER,
    FOOTER,
    NOTE
  }

  /** All paragraphs, one a line: the text that offsets of the repair map refer to. */
  public String plain() {
    return paragraphs.stream().map(Paragraph::text).collect(Collectors.joining("\n"));
  }
}
