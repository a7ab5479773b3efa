package vn.vanban.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Optional;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.Registry;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;

/**
 * Whether the server can do its work, and how far the index is behind the registry. {@code ok}:
 * level; {@code catching-up}: answers, but newest changes are not found yet; {@code rebuilding}:
 * the index is not (yet) of this registry.
 */
final class HealthRoute {
  private final Registry registry;
  private final SearchEngine engine;
  private final Lane lane;
  private final Responses responses;

  HealthRoute(Registry registry, SearchEngine engine, Lane lane, Responses responses) {
    this.registry = registry;
    this.engine = engine;
    this.lane = lane;
    this.responses = responses;
  }

  void api(Context ctx) {
    Parameters.of(ctx);
    ObjectNode facts = lane.call(this::facts);
    ctx.header("Cache-Control", "no-store");
    responses.json(ctx, facts);
  }

  private ObjectNode facts() {
    // The mark first: read the other way round, a change between the two would look like a lead.
    Optional<IndexMark> mark = engine.mark();
    FeedPosition position = registry.position();
    boolean same =
        mark.isPresent()
            && mark.get().registryId().equals(position.registryId())
            && mark.get().epoch().equals(position.epoch());
    long indexed = same ? mark.get().sequence() : 0;
    long lag = Math.max(0, position.sequence() - indexed);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("status", lag == 0 ? "ok" : same ? "catching-up" : "rebuilding");
    json.put("documents", registry.publicCount());
    ObjectNode index = json.putObject("index");
    index.put("documents", engine.documentCount());
    index.put("sequence", indexed);
    index.put("lag", lag);
    json.putObject("registry").put("sequence", position.sequence());
    return json;
  }
}
