package vn.vanban.http;

import java.util.regex.Pattern;

/**
 * The name of a file as the world may see it: never the folders of the machine it was read on. Of
 * {@code /srv/in/2020/thu.eml!/vb/383.doc} it is {@code vb/383.doc}: what it came within may not be
 * for everybody, and is told as a relation to who may know it.
 */
final class SourceName {
  private static final String INSIDE = "!/";
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

  private SourceName() {}

  static String of(String source) {
    int inside = source.lastIndexOf(INSIDE);
    String own = inside < 0 ? lastSegment(source) : source.substring(inside + INSIDE.length());
    return UNSAFE.matcher(own).replaceAll(" ").strip();
  }

  /** The innermost file's own name, for saving it under. */
  static String fileName(String source) {
    String name = lastSegment(of(source));
    return name.isEmpty() || name.equals(".") || name.equals("..") ? "van-ban" : name;
  }

  private static String lastSegment(String path) {
    String trimmed = path.replaceAll("[/\\\\]+$", "");
    return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\')) + 1);
  }
}
