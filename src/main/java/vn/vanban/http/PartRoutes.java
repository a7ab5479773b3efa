package vn.vanban.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;

/** Single parts of a document's JSON, for programs that need no more. */
final class PartRoutes {
  static final List<String> PARTS = List.of("provisions", "relations", "citations", "evidence");

  private final Registry registry;
  private final Lane records;
  private final Responses responses;

  PartRoutes(Registry registry, Lane records, Responses responses) {
    this.registry = registry;
    this.records = records;
    this.responses = responses;
  }

  void api(Context ctx, String part) {
    Parameters.of(ctx);
    RegisteredDocument document = DocumentRoutes.guestsView(registry, records, ctx.pathParam("id"));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", document.id());
    json.set(part, DocumentJson.of(document).get(part));
    LinkHeader.up(ctx, Links.api(document.id()));
    responses.json(ctx, json);
  }
}
