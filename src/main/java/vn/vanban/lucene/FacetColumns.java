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
import vn.vanban.search.Facet.Field;

/**
 * What is counted of a segment's documents, in arrays: some 70 bytes a document, read once. Doc
 * values in a block's last member are sparse, and a search reads seven of them for each document
 * found.
 */
final class FacetColumns {

  /**
   * The values of one field: those of the n-th document are {@code ordinals[starts[n]]} up to but
   * without {@code ordinals[starts[n + 1]]}, in the segment's own numbering.
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Column(int[] starts, int[] ordinals, int size) {}

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
    return new Column(starts, Arrays.copyOf(ordinals, size), distinct);
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
    int[] counts = new int[column.size];
    for (int place : places) {
      for (int n = column.starts[place]; n < column.starts[place + 1]; n++) {
        counts[column.ordinals[n]]++;
      }
    }
    return counts;
  }

  /** Counts the statuses that documents have on a day, by {@link Effectiveness#STATUSES}. */
  int[] statuses(int[] places, long day) {
    int[] counts = new int[Effectiveness.STATUSES.size()];
    for (int place : places) {
      counts[effect.code(place, day)]++;
    }
    return counts;
  }
}
