package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.join.BitSetProducer;

/** Reads the passages that the first stage found, and makes {@link Features} of them. */
final class Candidates {
  private static final Set<String> OF_PASSAGE = Set.of(Schema.BODY, Schema.LABEL, Schema.PATH);
  private static final Set<String> OF_DOCUMENT = Set.of(Schema.TYPE, Schema.SUBJECT);

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
    private final String title;
    private final boolean[] terms;
    private final boolean[] pairs;
    private double best;
    private double share;

    private OfDocument(String title, Asked asked) {
      this.title = title;
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
    Asked asked = new Asked(words, searcher.getIndexReader());
    Features features = new Features(asked);
    StoredFields stored = searcher.storedFields();
    double[][] values = new double[passages.size()][Feature.values().length];
    List<OfDocument> ofPassage = new ArrayList<>(passages.size());
    Map<Integer, OfDocument> found = new HashMap<>();
    for (int i = 0; i < passages.size(); i++) {
      int passage = passages.get(i).doc;
      int parent = members.document(passage);
      OfDocument document = found.get(parent);
      if (document == null) {
        document =
            new OfDocument(DocumentFields.title(stored.document(parent, OF_DOCUMENT)), asked);
        found.put(parent, document);
      }
      if (i == 0 || document != ofPassage.getLast()) {
        features.document(document.title);
      }
      Document fields = stored.document(passage, OF_PASSAGE);
      features.passage(
          article(fields.get(Schema.PATH)),
          heading(fields.get(Schema.LABEL)),
          withoutLabel(fields.get(Schema.BODY), fields.get(Schema.LABEL)),
          values[i]);
      features.addTo(document.terms, document.pairs);
      document.best = Math.max(document.best, score(values[i]));
      ofPassage.add(document);
    }
    among(values, ofPassage, asked);
    return values;
  }

  /** The features that a passage has only among others. */
  private static void among(double[][] values, List<OfDocument> ofPassage, Asked asked) {
    double best = 1e-9;
    for (OfDocument document : ofPassage) {
      best = Math.max(best, document.best);
    }
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      double relative = score(values[i]) / best;
      values[i][Feature.RELATIVE.place()] = relative;
      double share = Math.exp(SHARPNESS * (relative - 1));
      ofPassage.get(i).share += share;
      all += share;
    }
    for (int i = 0; i < values.length; i++) {
      OfDocument document = ofPassage.get(i);
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

  /** {@code Điều 5. Phạm vi điều chỉnh} without its number. */
  private static String heading(String label) {
    int dot = label.indexOf(". ");
    return dot < 0 ? "" : label.substring(dot + 2);
  }

  /** A provision's text begins with its label. */
  private static String withoutLabel(String body, String label) {
    return !label.isEmpty() && body.startsWith(label) ? body.substring(label.length()) : body;
  }
}
