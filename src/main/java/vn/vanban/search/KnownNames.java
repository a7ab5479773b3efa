package vn.vanban.search;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vanban.law.DocumentType;
import vn.vanban.law.TypedBodies;
import vn.vanban.viet.Folding;

/** Names of types and bodies of more than one word, typed without quotation marks. */
final class KnownNames {
  private static final int MAX_WORDS = 10;

  private static final Map<String, String> TYPES =
      DocumentType.all().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  type -> Folding.unaccented(type.name()), DocumentType::name, (a, b) -> a));

  private KnownNames() {}

  /** The words that follow a value. */
  interface Following {
    /**
     * The next words, each with a blank before it.
     *
     * @param count how many
     * @param take whether they are used up
     */
    Optional<String> words(int count, boolean take);
  }

  /** The value with as many of the following words as make up a known name; itself if none do. */
  static String longest(QueryTree.Key key, String value, Following following) {
    for (int count = MAX_WORDS; count > 0; count--) {
      Optional<String> name = following.words(count, false).map(words -> value + words);
      if (name.isPresent() && isKnown(key, name.get())) {
        following.words(count, true);
        return name.get();
      }
    }
    return value;
  }

  private static boolean isKnown(QueryTree.Key key, String name) {
    return key == QueryTree.Key.TYPE
        ? TYPES.containsKey(Folding.unaccented(name))
        : TypedBodies.isName(name);
  }
}
