package vn.vanban.extract;

/** What a child may load. */
final class ChildClassPath {
  private ChildClassPath() {}

  static String get() {
    return System.getProperty("java.class.path");
  }
}
