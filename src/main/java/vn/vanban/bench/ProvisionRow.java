package vn.vanban.bench;

import java.util.List;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.Span;
import vn.vanban.search.IndexChange;

/**
 * A Điều as an engine takes it that knows rows only.
 *
 * @param document its document's id
 * @param title type, number and subject of its document
 * @param heading its own
 * @param body all of its text, label and heading included
 */
record ProvisionRow(String document, String title, String heading, String body) {

  /** The rows of a document. */
  static List<ProvisionRow> of(IndexChange.Put put) {
    LegalDocument document = put.document();
    String title =
        document.type().map(t -> t.value() + " ").orElse("")
            + document.number().map(n -> n.value().canonical() + " ").orElse("")
            + document.subject().map(s -> s.value()).orElse("");
    return document.provisions().stream()
        .filter(p -> p.path().last().level() == Level.DIEU)
        .map(p -> new ProvisionRow(put.documentId(), title, p.heading(), text(put, p)))
        .toList();
  }

  private static String text(IndexChange.Put put, Provision provision) {
    Span span = provision.span();
    return put.texts().getFirst().substring(span.start(), span.end());
  }
}
