package vn.vanban.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.vanban.viet.Folding;

/**
 * The values that a parameter can take, by their names in addresses.
 *
 * @param byName in the order in which they are told
 * @param <T> the type of the values
 */
record Choices<T>(Map<String, T> byName) {

  /** Constants by their own names: {@code in_force}. */
  static <E extends Enum<E>> Choices<E> ofConstants(Class<E> type) {
    return new Choices<>(names(type.getEnumConstants(), e -> e.name().toLowerCase(Locale.ROOT)));
  }

  /** Constants by what readers call them: {@code con-hieu-luc}. */
  static <E extends Enum<E>> Choices<E> ofLabels(Class<E> type, Function<E, String> label) {
    return new Choices<>(
        names(type.getEnumConstants(), e -> Folding.unaccented(label.apply(e)).replace(' ', '-')));
  }

  private static <T> Map<String, T> names(T[] values, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (T value : values) {
      byName.put(name.apply(value), value);
    }
    return byName;
  }

  /** The value with this name. */
  Optional<T> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The name of a value. */
  String name(T value) {
    return byName.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
