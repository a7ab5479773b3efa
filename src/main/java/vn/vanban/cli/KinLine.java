package vn.vanban.cli;

import vn.vanban.registry.Kinship.NearDuplicate;
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

  /** The same behind how much of it is alike. */
  static String of(NearDuplicate near) {
    return "%3d %%  ".formatted(near.percent()) + of(near.document());
  }
}
