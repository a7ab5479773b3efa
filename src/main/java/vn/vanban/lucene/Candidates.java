package vn.vanban.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BytesRef;

/** Reads the passages that the first stage found, and makes {@link Features} of them. */
final class Candidates {
  /** Scores of documents fall off so fast when their passages are counted. */
  private static final double SHARPNESS = 8;

  private final IndexSearcher searcher;
  private final BlockMembers members;

  Candidates(IndexSearcher searcher, BitSetProducer documents) {
    this.searcher = searcher;
    this.members = new BlockMembers(searcher, documents);
  }

  /** What is kept of a document while its passages are read. */
  private static final class OfDocument {
    private final int member;
    private final boolean[] terms;
    private final boolean[] pairs;
    private double best;
    private double share;

    private OfDocument(int member, Asked asked) {
      this.member = member;
      this.terms = new boolean[asked.terms];
      this.pairs = new boolean[asked.pairs];
    }
  }

  /**
   * The features of passages.
   *
   * @return by passage, in the order given, the values by {@link Feature#place()}
   */
  double[][] features(QueryWords words, List<ScoreDoc> passages) throws IOException {
    Asked asked = new Asked(words, searcher);
    Features features = new Features(asked);
    TextColumn titles = new TextColumn(searcher, Schema.TITLE);
    TextColumn records = new TextColumn(searcher, Schema.RECORD);
    double[][] values = new double[passages.size()][Feature.values().length];
    OfDocument[] ofPassage = new OfDocument[passages.size()];
    OfDocument document = new OfDocument(-1, asked);
    for (int i : ascending(passages)) {
      int passage = passages.get(i).doc;
      if (passage > document.member) {
        document = new OfDocument(members.document(passage), asked);
        features.document(titles.of(document.member).orElseGet(BytesRef::new));
      }
      PassageRecord record = records.passage(passage);
      features.passage(article(record.path()), record.heading(), record.rest(), values[i]);
      features.addTo(document.terms, document.pairs);
      document.best = Math.max(document.best, score(values[i]));
      ofPassage[i] = document;
    }
    among(values, ofPassage, asked);
    return values;
  }

  /** Places of passages as they lie in the index, those of one document together. */
  private static int[] ascending(List<ScoreDoc> passages) {
    return IntStream.range(0, passages.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> passages.get(i).doc))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The features that a passage has only among others. */
  private static void among(double[][] values, OfDocument[] ofPassage, Asked asked) {
    double best = 1e-9;
    double bestClause = 1e-9;
    for (int i = 0; i < values.length; i++) {
      best = Math.max(best, ofPassage[i].best);
      bestClause = Math.max(bestClause, values[i][Feature.CLAUSE.place()]);
    }
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      double relative = score(values[i]) / best;
      values[i][Feature.RELATIVE.place()] = relative;
      values[i][Feature.RELATIVE_CLAUSE.place()] = values[i][Feature.CLAUSE.place()] / bestClause;
      double share = Math.exp(SHARPNESS * (relative - 1));
      ofPassage[i].share += share;
      all += share;
    }
    for (int i = 0; i < values.length; i++) {
      OfDocument document = ofPassage[i];
      values[i][Feature.DOCUMENT_BEST.place()] = document.best;
      values[i][Feature.DOCUMENT_SHARE.place()] = document.share / all;
      values[i][Feature.DOCUMENT_COVERED.place()] =
          covered(document.terms, asked.idf) / asked.idfSum;
      values[i][Feature.DOCUMENT_COVERED_PAIRS.place()] =
          covered(document.pairs, asked.pairIdf) / asked.pairIdfSum;
    }
  }

  private static double score(double[] values) {
    return values[Feature.SYLLABLES.place()] + values[Feature.PAIRS.place()];
  }

  private static double covered(boolean[] has, double[] weights) {
    double sum = 0;
    for (int i = 0; i < has.length; i++) {
      sum += has[i] ? weights[i] : 0;
    }
    return sum;
  }

  /** {@code chuong-2.dieu-5.khoan-2} is of Điều {@code 5}; empty outside Điều. */
  private static String article(String path) {
    return Blocks.article(path).map(step -> step.substring(step.indexOf('-') + 1)).orElse("");
  }
}
