package vn.vanban.extract;

import java.util.List;

/**
 * What a file holds besides the text that went into the sink.
 *
 * @param pages how many, 0 where unknown
 * @param images whether it has pictures in place of text
 * @param members files within
 * @param broken whether the end, or a part, could not be read
 */
record Reading(int pages, boolean images, List<SourceFile> members, boolean broken) {
  /** Text and nothing else. */
  static final Reading TEXT = new Reading(0, false, List.of(), false);
}
