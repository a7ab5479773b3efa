package vn.vanban.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import vn.vanban.law.VietnamTime;
import vn.vanban.search.Facet.Field;

/**
 * What is counted of a segment's documents, in arrays read once. Doc values in a block's last
 * member are sparse, and a search reads seven of them for each document found.
 */
final class FacetColumns {

  /** The values of one field, in the segment's own numbering. */
  private interface Column {
    /** Counts the values that documents have. */
    int[] count(int[] places);
  }

  /**
   * At most one value a document, of few: the number of the value and one, or 0.
   *
   * @param size how many values there are
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Narrow(byte[] values, int size) implements Column {
    private static final int MOST = 255;

    @Override
    public int[] count(int[] places) {
      int[] counts = new int[MOST + 1];
      for (int place : places) {
        counts[values[place] & 0xff]++;
      }
      return Arrays.copyOfRange(counts, 1, 1 + size);
    }
  }

  /**
   * Any values: those of the n-th document are {@code ordinals[starts[n]]} up to but without {@code
   * ordinals[starts[n + 1]]}.
   *
   * @param size how many values there are
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Wide(int[] starts, int[] ordinals, int size) implements Column {
    @Override
    public int[] count(int[] places) {
      int[] counts = new int[size];
      for (int place : places) {
        for (int n = starts[place]; n < starts[place + 1]; n++) {
          counts[ordinals[n]]++;
        }
      }
      return counts;
    }

    /** The same in less room, if there are few values and never two of them. */
    Column narrowed() {
      byte[] values = new byte[starts.length - 1];
      for (int n = 0; n < values.length; n++) {
        if (size > Narrow.MOST || starts[n + 1] - starts[n] > 1) {
          return this;
        }
        values[n] = (byte) (starts[n + 1] > starts[n] ? 1 + ordinals[starts[n]] : 0);
      }
      return new Narrow(values, size);
    }
  }

  /** The segments read so far; each is dropped with its view. */
  static final class Cache {
    private final Map<IndexReader.CacheKey, FacetColumns> segments = new ConcurrentHashMap<>();
    private final BitSetProducer documents;

    Cache(BitSetProducer documents) {
      this.documents = documents;
    }

    FacetColumns of(LeafReaderContext leaf) throws IOException {
      IndexReader.CacheHelper cache = leaf.reader().getReaderCacheHelper();
      if (cache == null) {
        return new FacetColumns(leaf.reader(), documents.getBitSet(leaf));
      }
      FacetColumns known = segments.get(cache.getKey());
      if (known == null) {
        known = new FacetColumns(leaf.reader(), documents.getBitSet(leaf));
        if (segments.putIfAbsent(cache.getKey(), known) == null) {
          cache.addClosedListener(segments::remove);
        }
      }
      return known;
    }
  }

  /** The segment's numbers of its documents, without the deleted ones. */
  private final int[] documents;

  private final Map<Field, Column> columns = new EnumMap<>(Field.class);
  private final EffectDays effect;

  /** The last day that was today when it was asked for. */
  private volatile OnDay onDay = new OnDay(Long.MIN_VALUE, new byte[0]);

  /** The statuses of all documents on a day. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record OnDay(long day, byte[] codes) {}

  private FacetColumns(LeafReader reader, @Nullable BitSet all) throws IOException {
    documents = live(reader, all);
    effect = EffectDays.of(reader, documents);
    for (Field field : Field.values()) {
      if (field != Field.STATUS) {
        columns.put(
            field, column(DocValues.getSortedSet(reader, DocumentFields.facet(field)), documents));
      }
    }
  }

  private static int[] live(LeafReader reader, @Nullable BitSet all) {
    if (all == null) {
      return new int[0];
    }
    Bits live = reader.getLiveDocs();
    int[] found = new int[all.cardinality()];
    int size = 0;
    int doc = all.nextSetBit(0);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(doc)) {
        found[size++] = doc;
      }
      doc = doc + 1 < all.length() ? all.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
    }
    return Arrays.copyOf(found, size);
  }

  private static Column column(SortedSetDocValues values, int[] documents) throws IOException {
    int[] starts = new int[documents.length + 1];
    int[] ordinals = new int[documents.length];
    int size = 0;
    for (int i = 0; i < documents.length; i++) {
      if (values.advanceExact(documents[i])) {
        for (int n = values.docValueCount(); n > 0; n--) {
          if (size == ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, size + size / 2 + 1);
          }
          ordinals[size++] = Math.toIntExact(values.nextOrd());
        }
      }
      starts[i + 1] = size;
    }
    int distinct = Math.toIntExact(values.getValueCount());
    return new Wide(starts, Arrays.copyOf(ordinals, size), distinct).narrowed();
  }

  /** Which of these documents are not deleted: their places in the columns, ascending. */
  int[] places(FixedBitSet members) {
    int[] places = new int[documents.length];
    int size = 0;
    for (int i = 0; i < documents.length; i++) {
      if (members.get(documents[i])) {
        places[size++] = i;
      }
    }
    return Arrays.copyOf(places, size);
  }

  /** Counts the values that documents have in a field, in the segment's own numbering. */
  int[] values(Field field, int[] places) {
    Column column = columns.get(field);
    if (column == null) {
      throw new IllegalArgumentException("not counted by values: " + field);
    }
    return column.count(places);
  }

  /** Counts the statuses that documents have on a day, by {@link Effectiveness#STATUSES}. */
  int[] statuses(int[] places, long day) {
    int[] counts = new int[Effectiveness.STATUSES.size()];
    if (day != VietnamTime.today().toEpochDay()) {
      for (int place : places) {
        counts[effect.code(place, day)]++;
      }
      return counts;
    }
    OnDay today = onDay;
    if (today.day != day) {
      byte[] codes = new byte[documents.length];
      for (int n = 0; n < codes.length; n++) {
        codes[n] = (byte) effect.code(n, day);
      }
      today = new OnDay(day, codes);
      onDay = today;
    }
    for (int place : places) {
      counts[today.codes[place]]++;
    }
    return counts;
  }
}
