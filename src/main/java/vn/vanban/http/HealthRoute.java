package vn.vanban.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.File;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.vanban.ingest.Inbox;
import vn.vanban.ingest.IndexFollower;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.Registry;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;

/**
 * Whether the server can do its work, and how far the index is behind the registry. {@code ok}:
 * level; {@code catching-up}: answers, but newest changes are not found yet; {@code rebuilding}:
 * the index is not (yet) of this registry, or is built anew; {@code failing}: it cannot follow, for
 * the reason given, and the next attempt comes by itself.
 */
final class HealthRoute {
  private static final Set<String> READY = Set.of("ok", "catching-up");

  private final Registry registry;
  private final SearchEngine engine;
  private final Supplier<IndexFollower.State> following;
  private final Optional<Supplier<Inbox.State>> inbox;
  private final Lane lane;
  private final Responses responses;

  HealthRoute(
      Registry registry,
      SearchEngine engine,
      Supplier<IndexFollower.State> following,
      Optional<Supplier<Inbox.State>> inbox,
      Lane lane,
      Responses responses) {
    this.registry = registry;
    this.engine = engine;
    this.following = following;
    this.inbox = inbox;
    this.lane = lane;
    this.responses = responses;
  }

  void api(Context ctx) {
    Parameters.of(ctx);
    ObjectNode facts = lane.call(this::facts);
    ctx.header("Cache-Control", "no-store");
    responses.json(ctx, facts);
  }

  /** Whether requests may be sent here: an index answers, and the registry can be read. */
  void ready(Context ctx) {
    Parameters.of(ctx);
    ObjectNode facts = lane.call(this::facts);
    String status = facts.path("status").asText();
    if (!READY.contains(status)) {
      throw Problem.notReady(status);
    }
    ctx.header("Cache-Control", "no-store");
    responses.json(ctx, JsonNodeFactory.instance.objectNode().put("status", "ready"));
  }

  /** How many changes of the registry the index does not have yet. */
  long lag() {
    return standing().lag();
  }

  /**
   * How the index stands to the registry.
   *
   * @param same whether it is this registry's
   */
  private record Standing(boolean same, long indexed, long registered) {
    long lag() {
      return Math.max(0, registered - indexed);
    }
  }

  private Standing standing() {
    // The mark first: read the other way round, a change between the two would look like a lead.
    Optional<IndexMark> mark = engine.mark();
    FeedPosition position = registry.position();
    boolean same = IndexFollower.isOf(mark, position);
    return new Standing(same, same ? mark.orElseThrow().sequence() : 0, position.sequence());
  }

  private ObjectNode facts() {
    Standing standing = standing();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    IndexFollower.State state = following.get();
    json.put("status", status(state, standing));
    json.put("documents", registry.publicCount());
    ObjectNode index = json.putObject("index");
    index.put("documents", engine.documentCount());
    index.put("sequence", standing.indexed());
    index.put("lag", standing.lag());
    state
        .rebuild()
        .ifPresent(rebuild ->
            index.putObject("rebuild").put("done", rebuild.done()).put("total", rebuild.total()));
    state.failure().ifPresent(failure -> index.put("failure", reason(failure)));
    json.putObject("registry").put("sequence", standing.registered());
    inbox.ifPresent(box -> put(json.putObject("inbox"), box.get()));
    return json;
  }

  private static void put(ObjectNode json, Inbox.State state) {
    json.put("status", state.failure().isPresent() ? "failing" : "ok");
    json.put("waiting", state.waiting());
    json.put("registered", state.done());
    json.put("rejected", state.rejected());
    state.failure().ifPresent(failure -> json.put("failure", reason(failure)));
  }

  private static String status(IndexFollower.State state, Standing standing) {
    if (state.failure().isPresent()) {
      return "failing";
    }
    if (!standing.same() || state.rebuild().isPresent()) {
      return "rebuilding";
    }
    return standing.lag() == 0 ? "ok" : "catching-up";
  }

  /** Why something fails, without the paths of this machine: anybody may ask. The log has all. */
  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String name = root.getClass().getSimpleName();
    String said = root instanceof FileSystemException file ? file.getReason() : root.getMessage();
    return said == null || said.contains(File.separator) ? name : name + ": " + said;
  }
}
