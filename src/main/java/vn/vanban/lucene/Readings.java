package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.search.IndexSearcher;
import vn.vanban.analysis.Abbreviations;
import vn.vanban.analysis.Abbreviations.Expansion;
import vn.vanban.viet.Folding;

/**
 * How texts may write what a query says: {@code bhxh bắt buộc} and {@code bảo hiểm xã hội bắt
 * buộc}, {@code ủy ban nhân dân xã} and {@code ubnd xã}. An abbreviation of several meanings is
 * read in each.
 */
final class Readings {
  /** A longer query has enough other words to be found by. */
  private static final int MAX_ABBREVIATED = 8;

  /** A longer query is a text. */
  private static final int MAX_WORDS = 200;

  private final Analyzer analyzer;
  private final Abbreviations accented = Abbreviations.accented();
  private final Abbreviations unaccented = Abbreviations.unaccented();

  Readings(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * One way.
   *
   * @param text the whole query in this way
   * @param abbreviations those in it whose full forms another way has, without marks
   */
  record Reading(String text, List<String> abbreviations) {}

  /** A word of a query; its folded form is empty within a document number, where UBND is a sign. */
  private record Token(String folded, int start, int end) {}

  /** All ways, that as typed first. */
  List<Reading> of(String query) {
    List<Token> tokens = tokens(query);
    List<String> words = tokens.stream().map(Token::folded).toList();
    Abbreviations known = Folding.hasMarks(query) ? accented : unaccented;
    List<List<Expansion>> full = known.writtenOut(words);
    List<String> typed =
        full.stream()
            .limit(1) // all write out the same places
            .flatMap(List::stream)
            .flatMap(one -> words.subList(one.from(), one.to()).stream())
            .map(Folding::unaccented)
            .toList();
    List<Reading> readings = new ArrayList<>(List.of(new Reading(query, typed)));
    full.forEach(way -> readings.add(new Reading(with(way, query, tokens), List.of())));
    List<Expansion> brief = words.size() > MAX_ABBREVIATED ? List.of() : known.abbreviated(words);
    if (!brief.isEmpty()) {
      List<String> put = brief.stream().flatMap(one -> one.words().stream()).toList();
      List<String> all =
          Stream.concat(typed.stream(), put.stream()).map(Folding::unaccented).toList();
      readings.add(new Reading(with(brief, query, tokens), all));
    }
    return readings;
  }

  /** The ways in which an index has every abbreviation; where it has none, that without them. */
  List<Reading> of(String query, IndexSearcher searcher) throws IOException {
    List<Reading> present = new ArrayList<>();
    for (Reading reading : of(query)) {
      boolean all = true;
      for (String word : reading.abbreviations()) {
        all &= TermCachingSearcher.docFreq(searcher, Schema.PASSAGE.bare(), word) > 0;
      }
      if (all) {
        present.add(reading);
      }
    }
    return present;
  }

  private static String with(List<Expansion> expansions, String query, List<Token> tokens) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Expansion one : expansions) {
      out.append(query, at, tokens.get(one.from()).start()).append(String.join(" ", one.words()));
      at = tokens.get(one.to() - 1).end();
    }
    return out.append(query, at, query.length()).toString();
  }

  private List<Token> tokens(String query) {
    List<Token> tokens = new ArrayList<>();
    boolean marked = Folding.hasMarks(query);
    try (TokenStream stream = analyzer.tokenStream(Schema.PASSAGE.accented(), query)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      PositionLengthAttribute length = stream.addAttribute(PositionLengthAttribute.class);
      stream.reset();
      int covered = 0; // by a document number, as many places
      while (tokens.size() < MAX_WORDS && stream.incrementToken()) {
        covered =
            Math.max(
                covered - step.getPositionIncrement(),
                length.getPositionLength() > 1 ? length.getPositionLength() : 0);
        if (step.getPositionIncrement() > 0) {
          String word = marked ? term.toString() : Folding.unaccented(term.toString());
          tokens.add(new Token(covered > 0 ? "" : word, offset.startOffset(), offset.endOffset()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: a string is read
    }
    return tokens;
  }
}
