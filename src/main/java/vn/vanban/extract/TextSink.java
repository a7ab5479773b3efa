package vn.vanban.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;

/** Takes paragraphs up to the limit of characters; breaks off a parse that is past its time. */
final class TextSink {

  /** Thrown to end a parse whose text has reached the limit: not an error. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full() {
      super("text limit reached", null, false, false);
    }
  }

  private final int maxCharacters;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private int characters;
  private boolean cut;

  TextSink(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  void add(Paragraph paragraph) {
    checkInterrupted();
    int length = paragraph.text().length() + 1;
    if (length > maxCharacters - characters) {
      cut = true;
      int end = Math.max(0, maxCharacters - characters);
      String text = paragraph.text();
      if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      if (end > 0) {
        paragraphs.add(
            new Paragraph(
                text.substring(0, Math.min(end, text.length())),
                paragraph.place(),
                paragraph.page(),
                paragraph.fonts()));
      }
      characters = maxCharacters;
      throw new Full();
    }
    characters += length;
    paragraphs.add(paragraph);
  }

  void add(String text, Place place) {
    add(new Paragraph(text, place, 0, List.of()));
  }

  /** An interrupted thread is one whose time is up. */
  static void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
  }

  int maxCharacters() {
    return maxCharacters;
  }

  List<Paragraph> paragraphs() {
    return paragraphs;
  }

  boolean isEmpty() {
    return paragraphs.isEmpty();
  }

  /** Whether text was left out. */
  boolean cut() {
    return cut;
  }
}
