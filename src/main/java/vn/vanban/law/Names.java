package vn.vanban.law;

import java.util.regex.Pattern;
import vn.vanban.viet.Folding;

/** How names are compared in this room: case, tone placement and spaces do not count. */
final class Names {
  private Names() {}

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

  static String fold(String name) {
    return SPACES.matcher(Folding.canonical(name)).replaceAll(" ").strip();
  }
}
