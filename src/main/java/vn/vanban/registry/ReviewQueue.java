package vn.vanban.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import vn.vanban.law.Doubt;

/** Documents with warnings that wait to be corrected or accepted, the newest first. */
public final class ReviewQueue {
  /** Where the queue begins. */
  public static final long START = Long.MAX_VALUE;

  /** What warnings can be about: a field, the structure, or the text as a whole. */
  public static final List<String> FIELDS =
      Stream.concat(Corrections.Field.names().stream(), Stream.of("provisions", "text")).toList();

  private static final int READ_AT_ONCE = 100;

  private final Registry registry;
  private final Optional<String> field;
  private final OptionalDouble below;

  /** A document with the doubts that are asked for. */
  public record Item(RegisteredDocument document, List<Doubt> doubts) {}

  /**
   * A part of the queue.
   *
   * @param items the documents, the newest first
   * @param next where the next part begins; empty after the last
   */
  public record Page(List<Item> items, OptionalLong next) {}

  /**
   * A queue.
   *
   * @param field the one that doubts are about; empty for any
   * @param below doubts about values of less confidence than this, missing ones among them; empty
   *     for all
   */
  public ReviewQueue(Registry registry, Optional<String> field, OptionalDouble below) {
    this.registry = registry;
    this.field = field;
    this.below = below;
  }

  /**
   * Some of the documents.
   *
   * @param from where to begin: {@link #START}, or the {@code next} of another part
   * @param limit at most so many
   */
  public Page page(long from, int limit) {
    List<Item> items = new ArrayList<>();
    long before = from;
    while (true) {
      List<Reads.Placed> read = registry.doubtful(before, READ_AT_ONCE);
      for (Reads.Placed placed : read) {
        List<Doubt> doubts =
            Doubt.of(placed.document().document()).stream()
                .filter(doubt -> field.map(doubt.warning().field()::equals).orElse(true))
                .filter(doubt -> below.isEmpty() || doubt.isBelow(below.getAsDouble()))
                .toList();
        if (!doubts.isEmpty()) {
          if (items.size() == limit) {
            return new Page(items, OptionalLong.of(before));
          }
          items.add(new Item(placed.document(), doubts));
        }
        before = placed.ordinal();
      }
      if (read.size() < READ_AT_ONCE) {
        return new Page(items, OptionalLong.empty());
      }
    }
  }
}
