package vn.vanban.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Evidence;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Unit;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;

/**
 * Ranks the articles of a corpus for questions, with the very engine that people search with: each
 * law becomes one document, each row one of its Điều.
 */
public final class RetrievalEvaluation {
  /** A long Điều is several passages; so more passages are asked for than rows are wanted. */
  private static final int PASSAGES_PER_ROW = 3;

  private final SearchEngine engine;

  /**
   * An evaluation.
   *
   * @param engine empty; it will hold the corpus afterwards
   */
  public RetrievalEvaluation(SearchEngine engine) {
    this.engine = engine;
  }

  /**
   * An article of a law.
   *
   * @param id the name by which judgements refer to it
   * @param title the law's title
   * @param lawId rows of one law share it
   * @param articleId the number of the Điều
   * @param text its heading in the first line, then its words
   */
  public record Row(String id, String title, String lawId, String articleId, String text) {}

  /**
   * A question.
   *
   * @param id its name in the run
   * @param text its words
   */
  public record Query(String id, String text) {}

  /**
   * Indexes a corpus and answers queries, in the form of TREC runs: {@code qid Q0 docid rank score
   * vanban}, a line each.
   *
   * @param corpus the rows
   * @param queries the questions
   * @param depth how many rows at most for a question
   * @param run where the lines go
   * @throws IOException if they cannot be written
   */
  public void run(List<Row> corpus, List<Query> queries, int depth, Appendable run)
      throws IOException {
    Map<String, String> rowIds = index(corpus);
    for (Query query : queries) {
      SearchResult result =
          engine.search(
              SearchRequest.of(query.text(), depth * PASSAGES_PER_ROW).with(Unit.PASSAGE));
      Set<String> seen = new LinkedHashSet<>();
      for (Hit hit : result.hits()) {
        String path = hit.passages().getFirst().path();
        String row = rowIds.get(hit.documentId() + " " + path);
        if (row != null && seen.size() < depth && seen.add(row)) {
          run.append(
              String.format(
                  Locale.ROOT,
                  "%s Q0 %s %d %.6f vanban%n",
                  query.id(),
                  row,
                  seen.size(),
                  hit.score()));
        }
      }
    }
  }

  /**
   * Feeds the engine with a corpus, as {@link #run} does.
   *
   * @param corpus the rows
   * @return row ids by document id and provision path, separated by a blank
   */
  public Map<String, String> index(List<Row> corpus) {
    Map<String, List<Row>> laws = new LinkedHashMap<>();
    corpus.forEach(row -> laws.computeIfAbsent(row.lawId(), id -> new ArrayList<>()).add(row));
    Map<String, String> rowIds = new HashMap<>();
    laws.forEach((law, rows) -> {
      IndexChange.Put put = put(law, rows);
      List<Provision> provisions = put.document().provisions();
      for (int i = 0; i < rows.size(); i++) {
        rowIds.put(law + " " + provisions.get(i).path(), rows.get(i).id());
      }
      engine.apply(List.of(put));
    });
    engine.commit(new IndexMark("evaluation", "1", laws.size()));
    return rowIds;
  }

  private static IndexChange.Put put(String law, List<Row> rows) {
    StringBuilder text = new StringBuilder();
    List<Provision> provisions = new ArrayList<>();
    for (Row row : rows) {
      int start = text.length();
      int firstLine = row.text().indexOf('\n');
      String heading = firstLine < 0 ? "" : row.text().substring(0, firstLine);
      String label = Level.DIEU.vietnamese() + " " + row.articleId();
      text.append(label).append(". ").append(row.text()).append('\n');
      provisions.add(
          new Provision(
              new ProvisionPath(List.of(new Step(Level.DIEU, row.articleId()))),
              label,
              heading,
              new Span(start, text.length())));
    }
    return new IndexChange.Put(
        law, document(rows.getFirst().title(), provisions), List.of(text.toString()));
  }

  /** The corpus names laws by title only: the type is the title's first words. */
  private static LegalDocument document(String title, List<Provision> provisions) {
    String type =
        List.of("Bộ luật", "Luật", "Hiến pháp", "Pháp lệnh", "Nghị định", "Thông tư").stream()
            .filter(title::startsWith)
            .findFirst()
            .orElse("");
    String subject = title.substring(type.length()).strip();
    return LegalDocument.of(
        DocumentKind.ORIGINAL,
        Optional.empty(),
        reading(type),
        List.of(),
        Optional.empty(),
        reading(subject),
        provisions);
  }

  private static Optional<Reading<String>> reading(String value) {
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reading<>(value, new Evidence(new Span(0, 0), "corpus", 1)));
  }
}
