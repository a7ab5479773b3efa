package vn.vanban.law;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of bodies and provinces through time. A document keeps the name of its day; who looks
 * for {@code UBND tỉnh Gia Lai} means what {@code UBND tỉnh Bình Định} issued before 1 July 2025
 * too, and the other way round.
 */
public final class Succession {
  private static final Map<String, List<String>> AFTER = after();
  private static final Map<String, List<String>> BEFORE = turned(AFTER);

  private Succession() {}

  /**
   * All names that went before a name or came after it, and it; not those that only share a
   * successor with it: who asks for Bộ Thủy sản does not ask for Bộ Tài nguyên và Môi trường.
   *
   * @param name in reading form, of a listed body or a province with its unit: {@code tỉnh Gia Lai}
   * @return the name itself first
   */
  public static Set<String> of(String name) {
    Set<String> names = new LinkedHashSet<>();
    names.add(name);
    names.addAll(reached(name, AFTER));
    names.addAll(reached(name, BEFORE));
    return names;
  }

  private static Set<String> reached(String name, Map<String, List<String>> steps) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      for (String next : steps.getOrDefault(open.pop(), List.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  private static Map<String, List<String>> after() {
    Map<String, List<String>> after = new HashMap<>();
    Authorities.listed().values().forEach(body -> after.put(body.name(), body.successors()));
    for (String[] row : Table.rows("provinces.tsv", 6)) {
      if (!row[5].isEmpty()) {
        after.put(row[1] + " " + row[0], List.of(row[5].split(";", -1)));
      }
    }
    after.values().removeIf(List::isEmpty);
    return Map.copyOf(after);
  }

  private static Map<String, List<String>> turned(Map<String, List<String>> steps) {
    Map<String, List<String>> turned = new HashMap<>();
    steps.forEach((from, all) ->
        all.forEach(to -> turned.computeIfAbsent(to, name -> new ArrayList<>()).add(from)));
    turned.replaceAll((name, all) -> all.stream().sorted().toList());
    return Map.copyOf(turned);
  }
}
