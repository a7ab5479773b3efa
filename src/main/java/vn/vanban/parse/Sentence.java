package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Span;

/**
 * Cuts a text into sentences of its own: what is quoted is left out, wrapped lines are joined.
 *
 * @param label its number or letter, as printed; empty for none
 * @param span without label
 */
record Sentence(String label, Span span) {
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:điều \\d+[a-zđ]{0,2}\\s*[.:]?|\\d+(?:\\.\\d+)*\\s*[.)]|[a-zđ]\\d?\\)|[-+•*–])\\s*");

  private static final Pattern STOP = Pattern.compile("\\. +(?=\\p{Lu})");

  static List<Sentence> of(List<Piece> lines, Quotes quotes) {
    List<Sentence> sentences = new ArrayList<>();
    int start = -1;
    int end = -1;
    for (int i = 0; i <= lines.size(); i++) {
      boolean last = i == lines.size();
      boolean own = !last && !quotes.hasLine(i);
      boolean wrapped =
          own
              && start >= 0
              && !endsSentence(lines.get(i - 1))
              && Character.isLowerCase(lines.get(i).text().charAt(0))
              && !LABEL.matcher(lines.get(i).folded()).lookingAt();
      if (start >= 0 && !wrapped) {
        cut(lines, start, end, sentences);
        start = -1;
      }
      if (own) {
        start = start < 0 ? i : start;
        end = i;
      }
    }
    return sentences;
  }

  private static boolean endsSentence(Piece line) {
    return ".;:".indexOf(line.text().charAt(line.text().length() - 1)) >= 0;
  }

  private static void cut(List<Piece> lines, int first, int last, List<Sentence> sentences) {
    Piece opening = lines.get(first);
    Matcher label = LABEL.matcher(opening.folded());
    String number = "";
    int from = opening.start();
    if (label.lookingAt()) {
      number = label.group().strip();
      from += label.end();
    }
    for (int i = first; i <= last; i++) {
      Piece line = lines.get(i);
      if (!line.text().contains(". ")) {
        continue;
      }
      Matcher stop = STOP.matcher(line.text());
      int at = i == first ? from - line.start() : 0;
      stop.region(Math.min(at, line.text().length()), line.text().length());
      while (stop.find()) {
        sentences.add(new Sentence(number, new Span(from, line.start() + stop.start() + 1)));
        from = line.start() + stop.end();
        number = "";
      }
    }
    if (from < lines.get(last).end()) {
      sentences.add(new Sentence(number, new Span(from, lines.get(last).end())));
    }
  }
}
