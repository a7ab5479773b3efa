package vn.vanban.http.pages;

import java.util.List;
import java.util.Optional;

/** A part of a document's text. */
public sealed interface Block {

  /**
   * One paragraph.
   *
   * @param runs in order
   * @param centered whether it is a short line in capitals, such as a letterhead's
   */
  record Paragraph(List<Run> runs, boolean centered) implements Block {
    public Paragraph {
      runs = List.copyOf(runs);
    }
  }

  /**
   * A provision.
   *
   * @param id its anchor; empty if another provision bears it already
   * @param link its lasting address
   * @param citation how it is cited within its document: {@code Khoản 2 Điều 5}
   * @param asked whether it is the provision asked for
   * @param effect its status, where that is another one than the whole document's
   * @param level the slug of its level: {@code dieu}
   * @param rank of its heading, 2 to 6; 0 where the first words are no heading
   * @param heading label and heading as printed; empty where rank is 0
   * @param body what follows
   */
  record Section(
      String id,
      String link,
      String citation,
      boolean asked,
      Optional<DocumentPage.ProvisionStatus> effect,
      String level,
      int rank,
      List<Run> heading,
      List<Block> body)
      implements Block {
    public Section {
      heading = List.copyOf(heading);
      body = List.copyOf(body);
    }
  }

  /**
   * A stretch of text.
   *
   * @param text as printed
   * @param start its place in the document's text
   * @param source whether a field was read from it
   * @param found whether it is of the passage asked for
   * @param first whether that passage begins here
   * @param link where it leads, if it cites something
   */
  record Run(
      String text,
      int start,
      boolean source,
      boolean found,
      boolean first,
      Optional<String> link) {}
}
