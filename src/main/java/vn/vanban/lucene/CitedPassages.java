package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.search.SearchResult.Highlighted;
import vn.vanban.search.SearchResult.PassageHit;

/** Finds the passage of a document that holds a cited provision. */
final class CitedPassages {
  /** A long Điều is several passages; a document with appendices may have one number twice. */
  private static final int MOST = 100;

  /** About three lines of a page. */
  private static final int SHOWN_CHARS = 300;

  private static final String APPENDIX = "phu-luc";

  private final IndexSearcher searcher;

  CitedPassages(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /**
   * A cited provision's place.
   *
   * @param passage the index's number of the passage
   * @param path of the innermost cited provision that is there
   * @param opening its first words
   */
  record Cited(int passage, String path, String opening) {
    /** The passage's hit, opened at the provision. */
    PassageHit opened(PassageHit hit) {
      return new PassageHit(
          path, hit.label(), new Highlighted(opening, List.of()), hit.copy(), hit.span());
    }
  }

  private record Piece(int passage, String path, String body) {}

  /** Where a document holds the provision; empty where it has no such Điều. */
  Optional<Cited> find(int document, ProvisionPath cited) throws IOException {
    String id =
        Optional.ofNullable(searcher.storedFields().document(document).get(Schema.ID))
            .orElseThrow();
    List<Piece> pieces = List.of();
    for (String number : spellings(cited.steps().getFirst().number())) {
      if (pieces.isEmpty()) {
        pieces = pieces(id, new Step(Level.DIEU, number).toString());
      }
    }
    return pieces.isEmpty() ? Optional.empty() : Optional.of(within(pieces, cited));
  }

  /** The passages of the first such Điều, those outside appendices before those within. */
  private List<Piece> pieces(String id, String article) throws IOException {
    BooleanQuery query =
        new BooleanQuery.Builder()
            .add(NumberLookup.term(Schema.ID, id), Occur.FILTER)
            .add(NumberLookup.term(Schema.ARTICLE, article), Occur.FILTER)
            .build();
    ScoreDoc[] found =
        searcher.search(
                query, new TopFieldCollectorManager(Sort.INDEXORDER, MOST, null, Integer.MAX_VALUE))
            .scoreDocs;
    TextColumn passages = new TextColumn(searcher, Schema.RECORD);
    List<Piece> all = new ArrayList<>();
    for (ScoreDoc hit : found) {
      PassageRecord passage = passages.passage(hit.doc);
      all.add(new Piece(hit.doc, passage.path(), passage.body()));
    }
    Optional<Piece> first =
        all.stream()
            .filter(piece -> !piece.path().startsWith(APPENDIX))
            .findFirst()
            .or(() -> all.stream().findFirst());
    return first.isEmpty()
        ? List.of()
        : all.stream().filter(piece -> piece.path().equals(first.get().path())).toList();
  }

  /** Goes from the Điều to the Khoản and the Điểm as far as they are there. */
  private static Cited within(List<Piece> pieces, ProvisionPath cited) {
    int piece = 0;
    int from = 0;
    String path = pieces.getFirst().path();
    List<Step> steps = cited.steps();
    for (Step step : steps.subList(1, steps.size())) {
      boolean found = false;
      for (int i = piece; i < pieces.size() && !found; i++) {
        String body = pieces.get(i).body();
        int start = i == piece ? from : 0;
        int end =
            step.level() == Level.DIEM && path.contains("khoan-")
                ? clauseEnd(body, start, i > piece)
                : body.length();
        for (String number : spellings(step.number())) {
          Matcher mark = mark(number).matcher(body).region(start, Math.max(start, end));
          if (!found && mark.find()) {
            found = true;
            piece = i;
            from = mark.start(1);
            path = path + "." + new Step(step.level(), number);
          }
        }
        if (end < body.length()) {
          break;
        }
      }
      if (!found) {
        break;
      }
    }
    return new Cited(pieces.get(piece).passage(), path, opening(pieces.get(piece).body(), from));
  }

  /** Where the Khoản ends that stands at an offset, or goes on there: at the next one. */
  private static int clauseEnd(String body, int from, boolean goesOn) {
    Matcher next = CLAUSE.matcher(body).region(from, body.length());
    boolean found = next.find();
    if (found && !goesOn && next.start(1) == from) {
      found = next.find();
    }
    return found ? next.start(1) : body.length();
  }

  private static final Pattern CLAUSE =
      Pattern.compile("(?:^|\\n)[ \\t]{0,20}((?:Khoản )?\\d{1,2}\\p{Ll}?[.)] )");

  /** {@code 2. }, {@code a) } at the beginning of a line. */
  private static Pattern mark(String number) {
    return Pattern.compile(
        "(?:^|\\n)[ \\t]{0,20}((?:Khoản |Điểm )?" + Pattern.quote(number) + "[.)] ?(?!\\d))");
  }

  /** A letter typed without marks: d may be đ, {@code 146d} may be {@code 146đ}. */
  private static List<String> spellings(String number) {
    return number.endsWith("d") ? List.of(number, number.replaceFirst("d$", "đ")) : List.of(number);
  }

  private static String opening(String body, int from) {
    int end = Math.min(body.length(), from + SHOWN_CHARS);
    if (end < body.length()) {
      int space = body.lastIndexOf(' ', end);
      end = space > from + SHOWN_CHARS / 2 ? space : end;
    }
    String shown = body.substring(from, end).replaceAll("\\s", " ");
    return (from > 0 ? "…" : "") + shown + (end < body.length() ? "…" : "");
  }

  /** An array of passages with one of them first. */
  static int[] first(int passage, int[] others, int most) {
    return java.util.stream.IntStream.concat(
            java.util.stream.IntStream.of(passage),
            Arrays.stream(others).filter(other -> other != passage))
        .limit(most)
        .toArray();
  }
}
