package vn.vanban.registry;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a token or a person may do. All may read; {@code ADMIN} holds the others. */
public enum Scope {
  READ,
  INGEST,
  CORRECT,
  ADMIN;

  /** The name on the command line and in answers. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of that name. */
  public static Optional<Scope> named(String name) {
    return Arrays.stream(values()).filter(scope -> scope.jsonName().equals(name)).findFirst();
  }

  /** All that these scopes allow. */
  public static Set<Scope> implied(Collection<Scope> given) {
    EnumSet<Scope> all = given.contains(ADMIN) ? EnumSet.allOf(Scope.class) : EnumSet.of(READ);
    all.addAll(given);
    return all;
  }

  static String written(Collection<Scope> scopes) {
    return String.join(",", scopes.stream().sorted().distinct().map(Scope::jsonName).toList());
  }

  static List<Scope> read(String written) {
    return Arrays.stream(written.split(",", -1)).flatMap(name -> named(name).stream()).toList();
  }
}
