package vn.vanban.extract;

import java.util.List;

/**
 * What a file holds.
 *
 * @param mediaType as detected from the content: {@code application/pdf}
 * @param text its own text; empty for a pure archive
 * @param members the files within it (archive members, mail attachments), each a document of its
 *     own; archives within an archive are unpacked already, as {@code inner.zip/name}. A member
 *     that is mail or an office file may have members again when it is extracted
 * @param notes what a reader must be told, in Vietnamese: text cut at a limit, members left out
 */
public record Extraction(
    String mediaType, ExtractedText text, List<SourceFile> members, List<String> notes) {
  public Extraction {
    members = List.copyOf(members);
    notes = List.copyOf(notes);
  }

  /** Whether it is nothing but a container of other files. */
  public boolean isContainer() {
    return !members.isEmpty() && text.paragraphs().isEmpty();
  }
}
