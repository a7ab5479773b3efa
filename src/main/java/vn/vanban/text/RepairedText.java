package vn.vanban.text;

import java.util.List;

/**
 * Text after repair: what is parsed, kept, indexed and shown. All spans of evidence refer to it.
 *
 * @param text paragraphs one a line, Unicode NFC; a tab stands between columns printed side by side
 * @param offsets the map back to the extracted text
 * @param notes what was repaired or is suspected to be damaged, in Vietnamese
 * @param damaged whether so many letters are lost or wrong that names in it are not to be trusted;
 *     then a note says so
 */
public record RepairedText(String text, OffsetMap offsets, List<String> notes, boolean damaged) {
  public RepairedText {
    notes = List.copyOf(notes);
  }

  /** Text that is not damaged. */
  public RepairedText(String text, OffsetMap offsets, List<String> notes) {
    this(text, offsets, notes, false);
  }
}
