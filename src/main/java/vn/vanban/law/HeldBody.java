package vn.vanban.law;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which of the bodies that a registry holds documents of a typed name means. */
public sealed interface HeldBody {
  /** How many are offered in place of one that is not there. */
  int OFFERED = 5;

  /** One body, by its name as held. */
  record One(String name) implements HeldBody {}

  /** Several bodies, any of which may be meant. */
  record Several(List<String> names) implements HeldBody {
    public Several {
      names = List.copyOf(names);
    }
  }

  /** None; those whose names come nearest, the nearest first. */
  record None(List<String> nearest) implements HeldBody {
    public None {
      nearest = List.copyOf(nearest);
    }
  }

  /**
   * The bodies that a typed name can mean before it is looked up: as it is read in a letterhead,
   * and those of the authority list. A body that was renamed is not meant by its other name: its
   * numbers began anew.
   *
   * @param typed {@code UBND tỉnh Gia Lai}
   * @return names, the likeliest first
   */
  static List<String> candidates(String typed) {
    Set<String> names = new LinkedHashSet<>();
    names.add(IssuingBody.named(typed).name());
    names.addAll(TypedBodies.listed(typed));
    return List.copyOf(names);
  }

  /**
   * The held body that a typed name means: the one with the same name but for case, marks, signs
   * and usual abbreviations.
   *
   * @param typed {@code ubnd huyen muong mau}
   * @param held names of bodies
   */
  static HeldBody of(String typed, Collection<String> held) {
    String key = TypedBodies.key(typed);
    Set<String> keys = new HashSet<>();
    keys.add(key);
    candidates(typed).forEach(name -> keys.add(TypedBodies.key(name)));
    List<String> same =
        held.stream().filter(name -> keys.contains(TypedBodies.key(name))).sorted().toList();
    if (same.size() == 1) {
      return new One(same.getFirst());
    }
    if (!same.isEmpty()) {
      return new Several(same);
    }
    String full = TypedBodies.key(candidates(typed).getFirst());
    return new None(
        held.stream()
            .filter(name -> likeness(full, TypedBodies.key(name)) > 0)
            .sorted(
                Comparator.comparingDouble((String name) -> -likeness(full, TypedBodies.key(name)))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(OFFERED)
            .toList());
  }

  /** The share of pairs of letters that two names have in common (Dice's coefficient). */
  private static double likeness(String one, String other) {
    Set<String> left = pairs(one);
    Set<String> right = pairs(other);
    Set<String> both = new HashSet<>(left);
    both.retainAll(right);
    return left.isEmpty() || right.isEmpty() ? 0 : 2.0 * both.size() / (left.size() + right.size());
  }

  private static Set<String> pairs(String name) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= name.length(); i++) {
      pairs.add(name.substring(i, i + 2));
    }
    return pairs;
  }
}
