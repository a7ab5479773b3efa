package vn.vanban.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.packed.PackedInts;
import vn.vanban.search.Facet.Field;

/**
 * Numbers the values of each facet across the segments of a view of the index, so that counting
 * adds up numbers and reads only the names that are shown. Made once a view and dropped with it.
 */
final class FacetOrdinals {
  private final Map<IndexReader.CacheKey, Map<Field, OrdinalMap>> views = new ConcurrentHashMap<>();
  private final FacetColumns.Cache segments;

  FacetOrdinals(BitSetProducer documents) {
    this.segments = new FacetColumns.Cache(documents);
  }

  /** What is counted of one segment. */
  FacetColumns columns(LeafReaderContext leaf) throws IOException {
    return segments.of(leaf);
  }

  /** The numbering of one field's values. */
  OrdinalMap of(IndexReader reader, Field field) throws IOException {
    IndexReader.CacheHelper cache = reader.getReaderCacheHelper();
    if (cache == null) {
      throw new IllegalStateException("a view that cannot be told from others");
    }
    Map<Field, OrdinalMap> known = views.get(cache.getKey());
    if (known == null) {
      known = all(reader, cache.getKey());
      if (views.putIfAbsent(cache.getKey(), known) == null) {
        cache.addClosedListener(views::remove);
      }
    }
    OrdinalMap map = known.get(field);
    if (map == null) {
      throw new IllegalArgumentException("not counted by values: " + field);
    }
    return map;
  }

  private static Map<Field, OrdinalMap> all(IndexReader reader, IndexReader.CacheKey owner)
      throws IOException {
    Map<Field, OrdinalMap> maps = new EnumMap<>(Field.class);
    List<LeafReaderContext> leaves = reader.leaves();
    for (Field field : Field.values()) {
      SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = DocValues.getSortedSet(leaves.get(i).reader(), DocumentFields.facet(field));
      }
      maps.put(field, OrdinalMap.build(owner, values, PackedInts.DEFAULT));
    }
    return maps;
  }
}
