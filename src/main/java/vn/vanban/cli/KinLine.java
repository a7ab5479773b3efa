package vn.vanban.cli;

import vn.vanban.registry.RegisteredDocument;

/** How another document is named in one line. */
final class KinLine {
  private KinLine() {}

  /** Its id, number, issuer and day, and the file that it was read from. */
  static String of(RegisteredDocument registered) {
    var document = registered.document();
    return String.join(
        "  ",
        registered.id(),
        document.number().map(n -> n.value().canonical()).orElse("(không số)"),
        document.issuerNames().isEmpty() ? "–" : document.issuerNames(),
        document.issued().map(d -> d.value().toString()).orElse("–"),
        registered.primary().source());
  }

  /** A share in whole percent, never more than there is: 100 % is the same. */
  static String percent(double share) {
    return "%3d %%".formatted((int) (share * 100));
  }
}
