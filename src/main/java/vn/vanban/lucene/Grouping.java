package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.join.BitSetProducer;

/**
 * Ranks documents by their best passage. The best passages are asked for, as many as it takes, so
 * that Lucene can pass over whole stretches of the index; scoring every document would forbid that.
 */
final class Grouping {
  /** How much more is asked for when those were of too few documents. */
  private static final int GROWTH = 8;

  private final IndexSearcher searcher;
  private final BlockMembers members;

  Grouping(IndexSearcher searcher, BitSetProducer documents) {
    this.searcher = searcher;
    this.members = new BlockMembers(searcher, documents);
  }

  /** Puts passages in an order; those it does not care for stay as they are. */
  interface SecondStage {
    Reranked order(List<ScoreDoc> passages) throws IOException;
  }

  /**
   * Documents in their order, with the passages by which they were found.
   *
   * @param ranked the documents
   * @param passages by document, the index's numbers of its passages, the best first
   * @param reranked the passages as the second stage put them
   * @param priors of the documents
   */
  record Grouped(Ranked ranked, Map<Integer, int[]> passages, Reranked reranked, Priors priors) {
    /** Documents that were found without looking at passages. */
    static Grouped of(Ranked ranked) {
      return new Grouped(ranked, Map.of(), Reranked.asTheyAre(List.of()), Priors.NONE);
    }

    /** The same with other passages. */
    Grouped showing(Map<Integer, int[]> others) {
      return new Grouped(ranked, others, reranked, priors);
    }
  }

  /** Looks up what is added to the scores of documents, whatever their passages say. */
  interface PriorScores {
    Priors of(Iterable<Integer> documents) throws IOException;
  }

  /**
   * Ranks documents.
   *
   * @param passages what passages are asked for
   * @param sooner some of those that come first by it, quicker to find, the quickest first; enough
   *     where there are many
   * @param second puts the best of them in a better order
   * @param prior what is added for each document
   * @param preferred documents that come first whatever their passages, with their scores
   * @param wanted how many documents are needed
   */
  Grouped rank(
      Query passages,
      List<Query> sooner,
      SecondStage second,
      PriorScores prior,
      ScoreDoc[] preferred,
      int wanted)
      throws IOException {
    int most = Math.max(1, searcher.getIndexReader().maxDoc());
    long asked = Math.max(Reranker.DEPTH, 2L * wanted);
    // The head is the same whatever page is wanted; else hits would move between pages.
    List<ScoreDoc> head = List.of();
    for (Query some : Reranker.DEPTH < most ? sooner : List.<Query>of()) {
      List<ScoreDoc> quick = best(some, Reranker.DEPTH);
      if (quick.size() == Reranker.DEPTH) {
        head = quick;
        if (documents(head, preferred) >= wanted) {
          return grouped(second.order(head), prior, preferred, false);
        }
        break;
      }
    }
    while (true) {
      int count = (int) Math.min(most, asked);
      List<ScoreDoc> top = best(passages, count);
      boolean all = top.size() < count || count == most;
      if (all || documents(top, preferred) >= wanted) {
        return grouped(second.order(behind(head, top)), prior, preferred, all);
      }
      asked *= GROWTH;
    }
  }

  private List<ScoreDoc> best(Query passages, int count) throws IOException {
    return List.of(
        searcher.search(passages, new TopScoreDocCollectorManager(count, null, count)).scoreDocs);
  }

  /** What is in the head and, behind it, what else was found. */
  private static List<ScoreDoc> behind(List<ScoreDoc> head, List<ScoreDoc> found) {
    if (head.isEmpty()) {
      return found;
    }
    Set<Integer> first = new HashSet<>();
    head.forEach(passage -> first.add(passage.doc));
    List<ScoreDoc> all = new ArrayList<>(head);
    found.stream().filter(passage -> !first.contains(passage.doc)).forEach(all::add);
    return all;
  }

  private int documents(List<ScoreDoc> passages, ScoreDoc[] preferred) throws IOException {
    Set<Integer> documents = new HashSet<>();
    for (ScoreDoc document : preferred) {
      documents.add(document.doc);
    }
    for (ScoreDoc passage : passages) {
      documents.add(members.document(passage.doc));
    }
    return documents.size();
  }

  private Grouped grouped(Reranked passages, PriorScores prior, ScoreDoc[] preferred, boolean all)
      throws IOException {
    Map<Integer, Float> scores = new LinkedHashMap<>();
    Map<Integer, int[]> shown = new HashMap<>();
    for (ScoreDoc passage : passages.order()) {
      int document = members.document(passage.doc);
      scores.putIfAbsent(document, passage.score);
      int[] before = shown.getOrDefault(document, new int[0]);
      if (before.length < BestPassages.SHOWN) {
        int[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = passage.doc;
        shown.put(document, after);
      }
    }
    Priors priors = prior.of(scores.keySet());
    // Those that the second stage did not look at stay in their order, however many are asked for.
    scores.replaceAll(
        (document, score) -> score <= Reranker.BEHIND ? score : score + priors.of(document));
    for (ScoreDoc document : preferred) {
      scores.merge(document.doc, document.score, Float::sum);
    }
    List<ScoreDoc> hits =
        scores.entrySet().stream()
            .map(entry -> new ScoreDoc(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.<ScoreDoc>comparingDouble(hit -> -hit.score)
                    .thenComparingInt(hit -> hit.doc))
            .toList();
    return new Grouped(new Ranked(hits, hits.size(), !all), shown, passages, priors);
  }
}
