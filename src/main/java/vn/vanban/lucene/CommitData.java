package vn.vanban.lucene;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.vanban.search.IndexMark;

/** The mark as it is kept with each commit of the index. */
final class CommitData {
  private static final String SCHEMA = "schema";
  private static final String REGISTRY = "registryId";
  private static final String EPOCH = "epoch";
  private static final String SEQUENCE = "sequence";

  private CommitData() {}

  static Map<String, String> of(IndexMark mark) {
    return Map.of(
        SCHEMA,
        Schema.VERSION,
        REGISTRY,
        mark.registryId(),
        EPOCH,
        mark.epoch(),
        SEQUENCE,
        Long.toString(mark.sequence()));
  }

  /** Empty where there is none, or an index of another schema bears it. */
  static Optional<IndexMark> mark(@Nullable Iterable<Map.Entry<String, String>> commitData) {
    if (commitData == null) {
      return Optional.empty();
    }
    Map<String, String> data = new HashMap<>();
    commitData.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    String registry = data.get(REGISTRY);
    String epoch = data.get(EPOCH);
    String sequence = data.get(SEQUENCE);
    if (registry == null
        || epoch == null
        || sequence == null
        || !Schema.VERSION.equals(data.get(SCHEMA))) {
      return Optional.empty();
    }
    return Optional.of(new IndexMark(registry, epoch, Long.parseLong(sequence)));
  }
}
