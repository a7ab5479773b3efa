package vn.vanban.http;

import java.util.ArrayList;
import java.util.List;
import vn.vanban.law.Provision;
import vn.vanban.law.Span;

/** The parts that a long text is shown in, so that a page stays a page on a telephone. */
final class TextParts {
  /** About forty printed pages; a browser lays out this much without a pause. */
  static final int TARGET = 100_000;

  private final List<Span> parts;

  private TextParts(List<Span> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Cuts before provisions where there are some in the last quarter of a part, else at lines. */
  static TextParts of(String text, List<Provision> provisions) {
    List<Integer> starts = provisions.stream().map(p -> p.span().start()).sorted().toList();
    List<Span> parts = new ArrayList<>();
    int begin = 0;
    int next = 0;
    while (text.length() - begin > TARGET + TARGET / 4) {
      int limit = begin + TARGET;
      int cut = -1;
      while (next < starts.size() && starts.get(next) <= limit) {
        if (starts.get(next) > limit - TARGET / 4) {
          cut = starts.get(next);
        }
        next++;
      }
      if (cut < 0) {
        int line = text.lastIndexOf('\n', limit);
        cut = line > begin ? line + 1 : limit;
      }
      parts.add(new Span(begin, cut));
      begin = cut;
    }
    parts.add(new Span(begin, text.length()));
    return new TextParts(parts);
  }

  int count() {
    return parts.size();
  }

  /**
   * @param number from 1
   */
  Span part(int number) {
    return parts.get(number - 1);
  }

  /** The number of the part that holds this place. */
  int holding(int place) {
    for (int i = 0; i < parts.size(); i++) {
      if (place < parts.get(i).end()) {
        return i + 1;
      }
    }
    return parts.size();
  }
}
