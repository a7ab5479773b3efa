package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import vn.vanban.lucene.CitedPassages.Cited;
import vn.vanban.search.CitedProvision;
import vn.vanban.search.LawName;
import vn.vanban.search.NumberQuestion;
import vn.vanban.search.SearchResult.Bearer;
import vn.vanban.search.SearchResult.Found;
import vn.vanban.search.SearchResult.Hit;
import vn.vanban.search.SearchResult.PassageHit;
import vn.vanban.search.Understanding;

/**
 * Documents that a query asks for by number, provision or name. They come before whatever its words
 * find.
 *
 * @param documents the best first; with scores above any that words earn, to which these are added
 * @param found what each was found by
 * @param cited the cited provision of those that hold it
 * @param numbers every document that bears the number asked for
 */
record Preferred(
    List<ScoreDoc> documents,
    Map<Integer, Found> found,
    Map<Integer, Cited> cited,
    List<Bearer> numbers) {
  static final Preferred NONE = new Preferred(List.of(), Map.of(), Map.of(), List.of());

  /** Above what words earn, far enough apart that words change nothing in the order. */
  private static final float FIRST = 10_000_000;

  private static final float STEP = 4 * Reranker.ABOVE;

  /** In so many of the documents that may be meant the cited provision is looked for. */
  private static final int CITED_IN = 20;

  /**
   * What a query asks for.
   *
   * @param filters what documents must fulfil
   */
  static Preferred of(IndexSearcher searcher, Understanding query, List<Query> filters)
      throws IOException {
    NumberLookup numbers = new NumberLookup(searcher, filters);
    NameLookup names = new NameLookup(searcher, filters);
    if (query.citation().isPresent()) {
      Preferred cited = citation(searcher, numbers, names, query.citation().get());
      if (!cited.documents().isEmpty()) {
        return cited;
      }
    }
    if (query.number().isPresent()) {
      NumberQuestion asked = query.number().get();
      NumberLookup.Found found = numbers.find(asked);
      List<ScoreDoc> all = new ArrayList<>(inOrder(found.meant(), 0));
      all.addAll(
          found.amongWords() ? found.sharing() : inOrder(found.sharing(), found.meant().size()));
      if (!all.isEmpty()) {
        return new Preferred(all, each(all, Found.NUMBER), Map.of(), numbers.bearers(asked, found));
      }
    }
    if (query.name().isPresent()) {
      List<ScoreDoc> laws = inOrder(names.find(query.name().get()), 0);
      return new Preferred(laws, each(laws, Found.NAME), Map.of(), List.of());
    }
    return NONE;
  }

  private static Preferred citation(
      IndexSearcher searcher, NumberLookup numbers, NameLookup names, CitedProvision asked)
      throws IOException {
    List<ScoreDoc> documents = List.of();
    Found by = Found.NUMBER;
    Optional<NumberQuestion> number = asked.number();
    List<Bearer> bearers = List.of();
    if (number.isPresent()) {
      documents = numbers.meant(number.get());
      bearers = numbers.bearers(number.get(), new NumberLookup.Found(documents, List.of(), false));
    }
    Optional<LawName> name = asked.name();
    if (documents.isEmpty() && name.isPresent()) {
      documents = names.find(name.get());
      by = Found.NAME;
    }
    boolean numbered = documents.isEmpty() && number.isPresent();
    if (numbered) {
      documents = numbers.bearing(number.get());
      by = Found.NUMBER;
    }
    Map<Integer, Found> found = new HashMap<>(each(documents, by));
    Map<Integer, Cited> cited = new HashMap<>();
    CitedPassages passages = new CitedPassages(searcher);
    for (ScoreDoc document : documents.subList(0, Math.min(CITED_IN, documents.size()))) {
      passages
          .find(document.doc, asked.path())
          .ifPresent(passage -> {
            cited.put(document.doc, passage);
            found.put(document.doc, Found.CITATION);
          });
    }
    if (numbered && cited.isEmpty()) {
      return NONE; // the number stands among words that are more than a citation
    }
    return new Preferred(inOrder(documents, 0), found, cited, bearers);
  }

  private static List<ScoreDoc> inOrder(List<ScoreDoc> documents, int before) {
    List<ScoreDoc> scored = new ArrayList<>();
    for (ScoreDoc document : documents) {
      scored.add(new ScoreDoc(document.doc, FIRST - STEP * (before + scored.size())));
    }
    return scored;
  }

  private static Map<Integer, Found> each(List<ScoreDoc> documents, Found by) {
    Map<Integer, Found> found = new HashMap<>();
    documents.forEach(document -> found.put(document.doc, by));
    return found;
  }

  /** The documents as a query. */
  Query query(IndexSearcher searcher) throws IOException {
    if (documents.isEmpty()) {
      return new MatchNoDocsQuery("nothing is asked for by number, citation or name");
    }
    List<BytesRef> ids = new ArrayList<>();
    for (ScoreDoc document : documents) {
      ids.add(DocumentFields.id(searcher, document.doc));
    }
    return new BooleanQuery.Builder()
        .add(new TermInSetQuery(Schema.ID, ids), Occur.FILTER)
        .add(FilterCompiler.DOCUMENTS, Occur.FILTER)
        .build();
  }

  /** They alone, for a query that is nothing but a field with a number. */
  Ranked ranked() {
    return new Ranked(documents, documents.size(), documents.size() == NumberLookup.MOST);
  }

  /** The passages to show, the cited one first. */
  Map<Integer, int[]> passages(Map<Integer, int[]> best) {
    Map<Integer, int[]> shown = new HashMap<>(best);
    cited.forEach((document, passage) ->
        shown.put(
            document,
            CitedPassages.first(
                passage.passage(), shown.getOrDefault(document, new int[0]), BestPassages.SHOWN)));
    return shown;
  }

  /** Passages with the cited ones before all others. */
  Ranked passages(Ranked found) {
    List<ScoreDoc> first = new ArrayList<>();
    for (ScoreDoc document : documents) {
      Optional.ofNullable(cited.get(document.doc))
          .ifPresent(passage -> first.add(new ScoreDoc(passage.passage(), document.score)));
    }
    Set<Integer> known = first.stream().map(hit -> hit.doc).collect(Collectors.toSet());
    List<ScoreDoc> all = new ArrayList<>(first);
    found.hits().stream().filter(hit -> !known.contains(hit.doc)).forEach(all::add);
    return new Ranked(all, Math.max(found.total(), all.size()), found.lowerBound());
  }

  /**
   * Single passages as they are told: the cited ones opened at the provision.
   *
   * @param page the passages of the hits, in the same order
   */
  List<Hit> toldPassages(List<Hit> hits, List<ScoreDoc> page) {
    Map<Integer, Integer> documentOf = new HashMap<>();
    cited.forEach((document, passage) -> documentOf.put(passage.passage(), document));
    List<Hit> told = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      Integer document = documentOf.get(page.get(i).doc);
      told.add(document == null ? hits.get(i) : told(hits.get(i), document));
    }
    return told;
  }

  /**
   * Hits as they are told: by what they were found, the cited passage opened at the provision.
   *
   * @param page the documents of the hits, in the same order
   */
  List<Hit> told(List<Hit> hits, List<ScoreDoc> page) {
    List<Hit> told = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      told.add(told(hits.get(i), page.get(i).doc));
    }
    return told;
  }

  private Hit told(Hit hit, int document) {
    Found by = found.getOrDefault(document, hit.found());
    List<PassageHit> passages = new ArrayList<>(hit.passages());
    Cited opened = cited.get(document);
    if (opened != null && !passages.isEmpty()) {
      passages.set(0, opened.opened(passages.getFirst()));
    }
    return hit.shown(passages, by);
  }
}
