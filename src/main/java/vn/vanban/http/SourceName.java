package vn.vanban.http;

import java.util.regex.Pattern;

/**
 * The name of a file as the world may see it: never the folders of the machine it was read on.
 * {@code /srv/in/2020/kh.zip!/vb/383.doc} becomes {@code kh.zip!/vb/383.doc}: what lies inside an
 * archive is told, where the archive lay is not.
 */
final class SourceName {
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

  private SourceName() {}

  static String of(String source) {
    int inside = source.indexOf("!/");
    String outer = inside < 0 ? source : source.substring(0, inside);
    String rest = inside < 0 ? "" : source.substring(inside);
    return UNSAFE.matcher(lastSegment(outer) + rest).replaceAll(" ").strip();
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
