package vn.vanban.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.packed.PackedInts;
import vn.vanban.law.TypedBodies;
import vn.vanban.search.Facet.Field;

/**
 * Numbers the values of each facet across the segments of a view of the index, so that counting
 * adds up numbers and reads only the names that are shown. Made once a view and dropped with it.
 */
final class FacetOrdinals {
  private final Map<IndexReader.CacheKey, Map<Field, Numbering>> views = new ConcurrentHashMap<>();
  private final FacetColumns.Cache segments;

  FacetOrdinals(BitSetProducer documents) {
    this.segments = new FacetColumns.Cache(documents);
  }

  /** What is counted of one segment. */
  FacetColumns columns(LeafReaderContext leaf) throws IOException {
    return segments.of(leaf);
  }

  /**
   * The numbering of one field's values.
   *
   * @param values by number
   * @param names for each value the first one of the same name, however it is spelt
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Numbering(OrdinalMap values, int[] names) {}

  /** The numbering of one field's values. */
  OrdinalMap of(IndexReader reader, Field field) throws IOException {
    return numbering(reader, field).values();
  }

  /** For each value's number that of the first one that is spelt alike, but for case and marks. */
  int[] names(IndexReader reader, Field field) throws IOException {
    return numbering(reader, field).names();
  }

  /** The value with a number. */
  String value(IndexReader reader, Field field, int ordinal) throws IOException {
    OrdinalMap map = of(reader, field);
    LeafReaderContext leaf = reader.leaves().get(map.getFirstSegmentNumber(ordinal));
    return DocValues.getSortedSet(leaf.reader(), DocumentFields.facet(field))
        .lookupOrd(map.getFirstSegmentOrd(ordinal))
        .utf8ToString();
  }

  private Numbering numbering(IndexReader reader, Field field) throws IOException {
    IndexReader.CacheHelper cache = reader.getReaderCacheHelper();
    if (cache == null) {
      throw new IllegalStateException("a view that cannot be told from others");
    }
    Map<Field, Numbering> known = views.get(cache.getKey());
    if (known == null) {
      known = all(reader, cache.getKey());
      if (views.putIfAbsent(cache.getKey(), known) == null) {
        cache.addClosedListener(views::remove);
      }
    }
    Numbering numbering = known.get(field);
    if (numbering == null) {
      throw new IllegalArgumentException("not counted by values: " + field);
    }
    return numbering;
  }

  private static Map<Field, Numbering> all(IndexReader reader, IndexReader.CacheKey owner)
      throws IOException {
    Map<Field, Numbering> all = new EnumMap<>(Field.class);
    List<LeafReaderContext> leaves = reader.leaves();
    for (Field field : Field.values()) {
      SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = DocValues.getSortedSet(leaves.get(i).reader(), DocumentFields.facet(field));
      }
      OrdinalMap map = OrdinalMap.build(owner, values, PackedInts.DEFAULT);
      int[] names = new int[Math.toIntExact(map.getValueCount())];
      Map<String, Integer> first = new HashMap<>();
      for (int i = 0; i < names.length; i++) {
        BytesRef value = values[map.getFirstSegmentNumber(i)].lookupOrd(map.getFirstSegmentOrd(i));
        names[i] = first.merge(key(field, value.utf8ToString()), i, (one, other) -> one);
      }
      all.put(field, new Numbering(map, names));
    }
    return all;
  }

  /** As filters compare values of the field. */
  private static String key(Field field, String value) {
    return field == Field.ISSUER ? TypedBodies.key(value) : Blocks.key(value);
  }
}
