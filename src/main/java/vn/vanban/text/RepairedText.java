package vn.vanban.text;

import java.util.List;

/**
 * Text after repair: what is parsed, kept, indexed and shown. All spans of evidence refer to it.
 *
 * @param text paragraphs one a line, Unicode NFC; a tab stands between columns printed side by side
 * @param offsets the map back to the extracted text
 * @param notes what was repaired or is suspected to be damaged, in Vietnamese
 */
public record RepairedText(String text, OffsetMap offsets, List<String> notes) {
  public RepairedText {
    notes = List.copyOf(notes);
  }
}
