package vn.vanban.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import vn.vanban.law.Authority;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.EffectStatus;
import vn.vanban.search.Facet;
import vn.vanban.search.Facet.Field;

/**
 * Counts how the documents found are spread over the values of each field. A pass of its own over
 * sets of documents: ranking passes over most of what is found, and counting scores nothing. For a
 * filtered field those count that pass all other filters (drill sideways).
 */
final class FacetCounts {
  /** Of issuers there may be thousands. */
  private static final int MAX_VALUES = 100;

  private static final Comparator<Facet.Value> MOST_FREQUENT_FIRST =
      Comparator.<Facet.Value>comparingLong(value -> -value.count())
          .thenComparing(Facet.Value::value);

  private final IndexSearcher searcher;
  private final FacetOrdinals ordinals;
  private final LocalDate day;
  private final Map<Field, long[]> counts = new EnumMap<>(Field.class);
  private long total;

  private FacetCounts(IndexSearcher searcher, FacetOrdinals ordinals, LocalDate day)
      throws IOException {
    this.searcher = searcher;
    this.ordinals = ordinals;
    this.day = day;
    for (Field field : Field.values()) {
      counts.put(field, new long[size(field)]);
    }
  }

  /**
   * Counts.
   *
   * @param found documents, filters left aside
   * @param filters by field
   * @param day on which a status is meant
   */
  static FacetCounts of(
      IndexSearcher searcher,
      FacetOrdinals ordinals,
      Query found,
      Map<Field, Query> filters,
      LocalDate day)
      throws IOException {
    FacetCounts facets = new FacetCounts(searcher, ordinals, day);
    Weight weight = facets.weight(found);
    Map<Field, Weight> weights = new EnumMap<>(Field.class);
    for (Map.Entry<Field, Query> filter : filters.entrySet()) {
      weights.put(filter.getKey(), facets.weight(filter.getValue()));
    }
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      facets.count(leaf, weight, weights);
    }
    return facets;
  }

  /** How many documents are found and pass all filters. */
  long total() {
    return total;
  }

  /** The counts of every field. */
  List<Facet> facets() throws IOException {
    List<Facet> facets = new ArrayList<>();
    for (Field field : Field.values()) {
      facets.add(new Facet(field, values(field)));
    }
    return facets;
  }

  private int size(Field field) throws IOException {
    return field == Field.STATUS
        ? Effectiveness.STATUSES.size()
        : Math.toIntExact(ordinals.of(searcher.getIndexReader(), field).getValueCount());
  }

  private Weight weight(Query query) throws IOException {
    return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  private void count(LeafReaderContext leaf, Weight found, Map<Field, Weight> filters)
      throws IOException {
    FacetColumns columns = ordinals.columns(leaf);
    FixedBitSet all = bits(leaf, found);
    Map<Field, FixedBitSet> passing = new EnumMap<>(Field.class);
    for (Map.Entry<Field, Weight> filter : filters.entrySet()) {
      passing.put(filter.getKey(), bits(leaf, filter.getValue()));
    }
    Map<Field, FixedBitSet> sideways = new EnumMap<>(Field.class);
    for (Field field : passing.keySet()) {
      FixedBitSet others = all.clone();
      passing.forEach((other, bits) -> {
        if (other != field) {
          others.and(bits);
        }
      });
      sideways.put(field, others);
    }
    passing.values().forEach(all::and);
    int[] places = columns.places(all);
    total += places.length;
    for (Field field : Field.values()) {
      FixedBitSet others = sideways.get(field);
      int[] counted = others == null ? places : columns.places(others);
      if (field == Field.STATUS) {
        long[] count = counts(field);
        int[] statuses = columns.statuses(counted, day.toEpochDay());
        for (int i = 0; i < statuses.length; i++) {
          count[i] += statuses[i];
        }
      } else {
        add(leaf, field, columns.values(field, counted));
      }
    }
  }

  private static FixedBitSet bits(LeafReaderContext leaf, Weight weight) throws IOException {
    FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
    Scorer scorer = weight.scorer(leaf);
    if (scorer != null) {
      bits.or(scorer.iterator());
    }
    return bits;
  }

  /** Adds what was counted in a segment. */
  private void add(LeafReaderContext leaf, Field field, int[] inSegment) throws IOException {
    long[] count = counts(field);
    LongValues global = ordinals.of(searcher.getIndexReader(), field).getGlobalOrds(leaf.ord);
    for (int i = 0; i < inSegment.length; i++) {
      if (inSegment[i] > 0) {
        count[(int) global.get(i)] += inSegment[i];
      }
    }
  }

  private long[] counts(Field field) {
    long[] count = counts.get(field);
    if (count == null) {
      throw new IllegalStateException("not counted: " + field);
    }
    return count;
  }

  private List<Facet.Value> values(Field field) throws IOException {
    long[] count = counts(field);
    if (count.length == 0) {
      return List.of();
    }
    // Spellings of one name are one value, under the spelling that most of these documents have.
    int[] names = field == Field.STATUS ? identity(count.length) : names(field);
    long[] sum = new long[count.length];
    int[] shown = identity(count.length);
    for (int i = 0; i < count.length; i++) {
      int name = names[i];
      sum[name] += count[i];
      shown[name] = count[i] > count[shown[name]] ? i : shown[name];
    }
    // The least count that can be among the most frequent: names below it are not read.
    long[] ascending = sum.clone();
    Arrays.sort(ascending);
    long least = Math.max(1, ascending[Math.max(0, sum.length - MAX_VALUES)]);
    List<Facet.Value> values = new ArrayList<>();
    for (int i = 0; i < sum.length; i++) {
      if (sum[i] >= least) {
        String value = value(field, shown[i]);
        values.add(new Facet.Value(value, label(field, value), sum[i]));
      }
    }
    values.sort(MOST_FREQUENT_FIRST);
    return values.subList(0, Math.min(MAX_VALUES, values.size()));
  }

  private int[] names(Field field) throws IOException {
    return ordinals.names(searcher.getIndexReader(), field);
  }

  private static int[] identity(int length) {
    int[] identity = new int[length];
    Arrays.setAll(identity, i -> i);
    return identity;
  }

  private String value(Field field, int ordinal) throws IOException {
    if (field == Field.STATUS) {
      return Effectiveness.STATUSES.get(ordinal).name().toLowerCase(Locale.ROOT);
    }
    return ordinals.value(searcher.getIndexReader(), field, ordinal);
  }

  private static String label(Field field, String value) {
    String constant = value.toUpperCase(Locale.ROOT);
    return switch (field) {
      case LEVEL -> Authority.Level.valueOf(constant).vietnamese();
      case KIND -> DocumentKind.valueOf(constant).vietnamese();
      case STATUS -> EffectStatus.valueOf(constant).vietnamese();
      case TYPE, ISSUER, PROVINCE, YEAR -> value;
    };
  }
}
