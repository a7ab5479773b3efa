package vn.vanban.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;

/**
 * Collects paragraphs from the XHTML that Tika writes for an office file. Cells of a spreadsheet
 * row share one paragraph, with tabs between them; elsewhere each paragraph of a cell stands alone.
 */
final class ParagraphHandler extends DefaultHandler {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "li",
          "div",
          "br",
          "tr",
          "table",
          "ul",
          "ol",
          "body",
          "pre",
          "blockquote",
          "dt",
          "dd",
          "title",
          "hr");

  private final TextSink sink;
  private final boolean rows;
  private final StringBuilder open = new StringBuilder();
  private final Deque<Place> places = new ArrayDeque<>();
  private final List<String> cells = new ArrayList<>();
  private boolean body;

  /**
   * @param sink takes the paragraphs and stops the parse at its limit
   * @param rows whether a table row is one paragraph (spreadsheets)
   */
  ParagraphHandler(TextSink sink, boolean rows) {
    this.sink = sink;
    this.rows = rows;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    if (local.equals("body")) {
      body = true;
    }
    boolean cell = local.equals("td") || local.equals("th");
    if (cell || BLOCKS.contains(local)) {
      flush();
    }
    if (local.equals("div") || cell) {
      places.push(cell ? Place.TABLE : place(attributes.getValue("class")));
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    boolean cell = local.equals("td") || local.equals("th");
    if (cell && rows) {
      cells.add(open.toString().strip().replace('\n', ' '));
      open.setLength(0);
    } else if (cell || BLOCKS.contains(local)) {
      flush();
    }
    if (local.equals("tr") && rows) {
      endRow();
    }
    if ((local.equals("div") || cell) && !places.isEmpty()) {
      places.pop();
    }
  }

  @Override
  public void characters(char[] buffer, int start, int length) {
    if (!body) {
      return;
    }
    int from = start;
    for (int i = start; i < start + length; i++) {
      if (isLineEnd(buffer[i])) {
        open.append(buffer, from, i - from);
        from = i + 1;
        if (rows && inCell()) {
          open.append(' ');
        } else {
          flush();
        }
      }
    }
    open.append(buffer, from, start + length - from);
  }

  @Override
  public void ignorableWhitespace(char[] buffer, int start, int length) {
    // Tika's own layout between elements: elements end paragraphs here.
  }

  @Override
  public void endDocument() {
    flush();
  }

  /** What was open when a parse broke off. */
  void finish() {
    endRow();
    flush();
  }

  /**
   * Line feed, vertical tab (a line break in Word), form feed, and the two of Unicode. Tika writes
   * U+FFFD for what XML forbids: in files of old Word, the vertical tab.
   */
  private static boolean isLineEnd(char c) {
    return (c >= '\n' && c <= '\r')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u0085'
        || c == '\uFFFD';
  }

  private boolean inCell() {
    return places.contains(Place.TABLE);
  }

  private void endRow() {
    int last = cells.size();
    while (last > 0 && cells.get(last - 1).isEmpty()) {
      last--;
    }
    if (last > 0) {
      sink.add(new Paragraph(String.join("\t", cells.subList(0, last)), Place.TABLE, 0, List.of()));
    }
    cells.clear();
  }

  private void flush() {
    if (open.isEmpty() || (rows && inCell())) {
      return;
    }
    String text = open.toString().strip();
    open.setLength(0);
    if (!text.isEmpty()) {
      sink.add(new Paragraph(text, here(), 0, List.of()));
    }
  }

  private Place here() {
    Place inner = Place.BODY;
    for (Place place : places) {
      if (place == Place.HEADER || place == Place.FOOTER || place == Place.NOTE) {
        return place;
      }
      if (place == Place.TABLE) {
        inner = Place.TABLE;
      }
    }
    return inner;
  }

  /** Class names as Tika's office parsers write them. */
  private static Place place(@Nullable String type) {
    if (type == null) {
      return Place.BODY;
    }
    return switch (type) {
      case "header", "slide-header", "slide-master-header" -> Place.HEADER;
      case "footer", "slide-footer" -> Place.FOOTER;
      case "footnote",
          "endnote",
          "comment",
          "annotation",
          "slide-notes",
          "notes",
          "slide-comment" ->
          Place.NOTE;
      default -> Place.BODY;
    };
  }
}
