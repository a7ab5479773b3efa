package vn.vanban.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.LegalForce;

/**
 * What speaks for a document whatever is asked: its legal force, its effect on the day asked, its
 * date. Mild: together less than .3, which is less than what lies between the first and the second
 * answer to 19 of 20 development questions (median 3.7), so that they decide among near equals
 * only. Source of the order: Luật Ban hành văn bản quy phạm pháp luật 80/2015/QH13, Điều 156: what
 * is in force applies, of different force the higher, of the same body the later.
 */
final class Priors {
  private static final float FORCE = .12f;
  private static final float EFFECT = .1f;
  private static final float DATE = .06f;

  /** From when documents are counted as new; older ones are alike. */
  private static final LocalDate OLD = LocalDate.of(1986, 1, 1);

  private static final int MOST_FORCE = LegalForce.CONSTITUTION.rank();

  /** Nothing speaks for any document. */
  static final Priors NONE = new Priors(LocalDate.EPOCH, Map.of());

  private final LocalDate day;
  private final Map<Integer, Prior> priors;

  private Priors(LocalDate day, Map<Integer, Prior> priors) {
    this.day = day;
    this.priors = priors;
  }

  /**
   * What speaks for one document.
   *
   * @param force hiệu lực pháp lý
   * @param status on the day asked
   * @param dated days since 1970, or {@link Long#MIN_VALUE}
   */
  private record Prior(LegalForce force, EffectStatus status, long dated) {}

  /**
   * The priors of documents.
   *
   * @param documents the index's numbers
   * @param day on which effect is meant
   */
  static Priors of(IndexSearcher searcher, Iterable<Integer> documents, LocalDate day)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    Map<LeafReaderContext, SortedSet<Integer>> byLeaf = new HashMap<>();
    for (int document : documents) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
      byLeaf.computeIfAbsent(leaf, key -> new TreeSet<>()).add(document - leaf.docBase);
    }
    Map<Integer, Prior> priors = new HashMap<>();
    for (Map.Entry<LeafReaderContext, SortedSet<Integer>> leaf : byLeaf.entrySet()) {
      int[] ascending = leaf.getValue().stream().mapToInt(Integer::intValue).toArray();
      read(leaf.getKey(), ascending, day, priors);
    }
    return new Priors(day, priors);
  }

  private static void read(
      LeafReaderContext leaf, int[] ascending, LocalDate day, Map<Integer, Prior> priors)
      throws IOException {
    EffectDays effect = EffectDays.of(leaf.reader(), ascending);
    NumericDocValues force = DocValues.getNumeric(leaf.reader(), Schema.FORCE);
    NumericDocValues dated = DocValues.getNumeric(leaf.reader(), Schema.DATED);
    for (int n = 0; n < ascending.length; n++) {
      int rank = force.advanceExact(ascending[n]) ? (int) force.longValue() : 0;
      long known = dated.advanceExact(ascending[n]) ? dated.longValue() : Long.MIN_VALUE;
      priors.put(
          leaf.docBase + ascending[n],
          new Prior(LegalForce.ranked(rank), effect.status(n, day.toEpochDay()), known));
    }
  }

  /** What is added to a document's score; 0 for one that was not given. */
  float of(int document) {
    Prior prior = priors.get(document);
    return prior == null ? 0 : force(prior) + effect(prior) + date(prior);
  }

  private static float force(Prior prior) {
    return FORCE * prior.force().rank() / MOST_FORCE;
  }

  private static float effect(Prior prior) {
    return switch (prior.status()) {
      case IN_FORCE, PARTLY -> EFFECT;
      case UNKNOWN, NOT_YET -> EFFECT / 2;
      case EXPIRED, SUSPENDED -> 0;
    };
  }

  private float date(Prior prior) {
    if (prior.dated() == Long.MIN_VALUE) {
      return 0;
    }
    long span = Math.max(1, day.toEpochDay() - OLD.toEpochDay());
    double share = (double) (prior.dated() - OLD.toEpochDay()) / span;
    return (float) (DATE * Math.clamp(share, 0, 1));
  }

  /** The same in words. */
  List<String> told(int document) {
    Prior prior = priors.get(document);
    if (prior == null) {
      return List.of();
    }
    List<String> told = new ArrayList<>();
    if (prior.force() != LegalForce.UNKNOWN) {
      told.add(
          "hiệu lực pháp lý (%s): %s"
              .formatted(prior.force().vietnamese(), Explanation.signed(force(prior))));
    }
    told.add(
        "tình trạng (%s): %s"
            .formatted(
                prior.status().vietnamese().toLowerCase(Locale.ROOT),
                Explanation.signed(effect(prior))));
    if (prior.dated() != Long.MIN_VALUE) {
      told.add("ngày ban hành: " + Explanation.signed(date(prior)));
    }
    return told;
  }
}
