package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import vn.vanban.registry.Action;
import vn.vanban.registry.PublicChange;
import vn.vanban.registry.Registry;

/**
 * What changed since a number, for mirrors. {@code next} is the {@code after} of the next question,
 * also where nothing is new. Another {@code epoch} than before means that the registry was restored
 * and numbers begin anew.
 */
final class ChangesRoute {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  /** What is told of a document that guests may see no longer, whatever was done to it. */
  private static final String WITHHELD = "withheld";

  private final Registry registry;
  private final Lane records;
  private final Responses responses;

  ChangesRoute(Registry registry, Lane records, Responses responses) {
    this.registry = registry;
    this.records = records;
    this.responses = responses;
  }

  void api(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "after", "limit");
    long after = parameters.whole("after", 0);
    int limit = parameters.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    String epoch = records.call(registry::position).epoch();
    List<PublicChange> changes =
        records.call(() -> registry.publicView().changesAfter(after, limit));
    long next = changes.isEmpty() ? after : changes.getLast().sequence();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("epoch", epoch);
    ArrayNode all = json.putArray("changes");
    for (PublicChange change : changes) {
      all.addObject()
          .put("sequence", change.sequence())
          .put("at", change.at().toString())
          .put("id", change.documentId())
          .put("action", change.action().map(Action::jsonName).orElse(WITHHELD))
          .put("removed", change.gone())
          .put("url", Links.api(change.documentId()));
    }
    json.put("next", next);
    if (changes.size() == limit) {
      LinkHeader.next(ctx, "after", Long.toString(next));
    }
    responses.json(ctx, json);
  }
}
