package vn.vanban.lucene;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.vanban.law.Span;
import vn.vanban.lucene.Matches.Match;
import vn.vanban.search.SearchResult.Highlighted;

/** Chooses what is shown of a text: the sentences with the most telling words of the query. */
final class Snippets {
  /** About three lines of a page. */
  private static final int MAX_CHARS = 300;

  /** What is shown before the first match of a sentence too long to be shown whole. */
  private static final int LEAD_CHARS = 60;

  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final String CUT = "…";

  private final Matches matches;

  Snippets(Matches matches) {
    this.matches = matches;
  }

  /** A whole text with its matches. */
  Highlighted marked(String text) {
    return cut(text, 0, text.length(), matches.in(text));
  }

  /** The best stretch of a text, with its matches. */
  Highlighted of(String text) {
    List<Match> found = matches.anyIn(text);
    List<Span> sentences = sentences(text);
    Span best = new Span(0, 0);
    double bestScore = -1;
    for (int i = 0; i < sentences.size(); i++) {
      Span window = window(text, sentences, i, found);
      double score = score(window, found);
      if (score > bestScore) {
        best = window;
        bestScore = score;
      }
    }
    return cut(text, best.start(), best.end(), found);
  }

  /** As many sentences as fit, from the given one on; of a long one its best stretch. */
  private static Span window(String text, List<Span> sentences, int first, List<Match> found) {
    Span sentence = sentences.get(first);
    if (sentence.length() > MAX_CHARS) {
      return stretch(text, sentence, found);
    }
    int end = sentence.end();
    for (int next = first + 1; next < sentences.size(); next++) {
      if (sentences.get(next).end() - sentence.start() > MAX_CHARS) {
        break;
      }
      end = sentences.get(next).end();
    }
    return new Span(sentence.start(), end);
  }

  private static Span stretch(String text, Span sentence, List<Match> found) {
    Span best = at(text, sentence, sentence.start());
    double bestScore = score(best, found);
    for (Match match : found) {
      if (sentence.start() <= match.start() && match.end() <= sentence.end()) {
        Span candidate = at(text, sentence, match.start() - LEAD_CHARS);
        double score = score(candidate, found);
        if (score > bestScore) {
          best = candidate;
          bestScore = score;
        }
      }
    }
    return best;
  }

  /** A stretch of a sentence that begins near an offset, bounded by words. */
  private static Span at(String text, Span sentence, int near) {
    int start =
        Math.clamp(near, sentence.start(), Math.max(sentence.start(), sentence.end() - MAX_CHARS));
    while (start > sentence.start()
        && !Character.isWhitespace(text.charAt(start - 1))
        && near - start < LEAD_CHARS) {
      start--;
    }
    int end = Math.min(sentence.end(), start + MAX_CHARS);
    if (end < sentence.end()) {
      int space = text.lastIndexOf(' ', end);
      end = space > start + MAX_CHARS / 2 ? space : end;
    }
    return new Span(start, end);
  }

  /** Different words count fully, repeated ones little. */
  private static double score(Span window, List<Match> found) {
    double score = 0;
    Set<String> seen = new HashSet<>();
    for (Match match : found) {
      if (window.start() <= match.start() && match.end() <= window.end()) {
        score += seen.add(match.term()) ? match.weight() : match.weight() / 10;
      }
    }
    return score;
  }

  private static List<Span> sentences(String text) {
    List<Span> sentences = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getSentenceInstance(VIETNAMESE);
    breaks.setText(text);
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      int from = start;
      while (from < end) {
        int newline = text.indexOf('\n', from);
        int to = newline < 0 || newline >= end ? end : newline + 1;
        add(sentences, text, from, to);
        from = to;
      }
      start = end;
    }
    return sentences;
  }

  private static void add(List<Span> sentences, String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      sentences.add(new Span(start, end));
    }
  }

  /** Cuts out a window; matches that touch each other become one. */
  private static Highlighted cut(String text, int start, int end, List<Match> found) {
    boolean before = start > 0 && !endsSentence(text, start);
    boolean after = end < text.length() && !endsSentence(text, end);
    String shown =
        (before ? CUT : "")
            + text.substring(start, end).replaceAll("\\s", " ")
            + (after ? CUT : "");
    int shift = (before ? CUT.length() : 0) - start;
    List<Span> spans = new ArrayList<>();
    for (Match match : found) {
      if (match.start() < start || match.end() > end) {
        continue;
      }
      Span span = new Span(match.start() + shift, match.end() + shift);
      int last = spans.size() - 1;
      if (last >= 0 && shown.substring(spans.get(last).end(), span.start()).equals(" ")) {
        spans.set(last, new Span(spans.get(last).start(), span.end()));
      } else {
        spans.add(span);
      }
    }
    return new Highlighted(shown, spans);
  }

  /** Whether a sentence or a line ends before this offset. */
  private static boolean endsSentence(String text, int offset) {
    for (int i = offset - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '\n' || ".;:!?".indexOf(c) >= 0) {
        return true;
      }
      if (!Character.isWhitespace(c)) {
        break;
      }
    }
    return offset < text.length() && text.charAt(offset) == '\n';
  }
}
