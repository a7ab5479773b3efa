package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Reading;
import vn.vanban.registry.Kinship;
import vn.vanban.registry.RegisteredDocument;

/** The JSON form of what other documents are to one. */
final class KinshipJson {
  private static final double THOUSAND = 1000.0;

  private KinshipJson() {}

  /**
   * Adds {@code carries} (null if there is none), {@code carriedBy}, {@code nearDuplicates}, and
   * {@code enclosedIn}, {@code encloses} and {@code besides} of files that came within others.
   *
   * @param json of the document
   */
  static void add(ObjectNode json, Kinship kin) {
    json.set("carries", kin.carries().map(KinshipJson::named).orElse(null));
    named(json.putArray("carriedBy"), kin.carriedBy());
    ArrayNode near = json.putArray("nearDuplicates");
    kin.nearDuplicates()
        .forEach(one ->
            near.add(
                named(one.document())
                    .put("similarity", Math.floor(one.similarity() * THOUSAND) / THOUSAND)));
    named(json.putArray("enclosedIn"), kin.enclosedIn());
    named(json.putArray("encloses"), kin.encloses());
    named(json.putArray("besides"), kin.besides());
  }

  private static void named(ArrayNode json, List<RegisteredDocument> documents) {
    documents.forEach(document -> json.add(named(document)));
  }

  private static ObjectNode named(RegisteredDocument registered) {
    var document = registered.document();
    DocumentKind kind = document.kind();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", registered.id());
    json.put("kind", kind.jsonName());
    json.put("number", document.number().map(Reading::value).map(n -> n.canonical()).orElse(null));
    json.put("title", document.title().isEmpty() ? null : document.title());
    json.putObject("links")
        .put("self", Links.api(registered.id()))
        .put("page", Links.page(registered.id()));
    return json;
  }
}
