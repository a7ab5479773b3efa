package vn.vanban.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vanban.registry.Registry;
import vn.vanban.search.SearchEngine;

/** Reading addresses that only programs ask for. */
final class ProgramRoutes {
  private final ResolveRoute resolve;
  private final ChangesRoute changes;
  private final ExportRoute export;
  private final SearchTable table;
  private final PartRoutes parts;
  private final BodiesApi bodies;

  ProgramRoutes(
      Registry registry,
      SearchEngine engine,
      Lane searches,
      Lane records,
      Responses responses,
      Strangers strangers) {
    resolve = new ResolveRoute(registry, engine, searches, records, responses, strangers);
    changes = new ChangesRoute(registry, records, responses);
    export = new ExportRoute(registry, records);
    table = new SearchTable(engine, searches, responses);
    parts = new PartRoutes(registry, records, responses);
    bodies = new BodiesApi(registry, engine, searches, records, responses);
  }

  /** What answers GET and HEAD, by path. */
  Map<String, Handler> reading() {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put("/api/v1/search.csv", table::csv);
    routes.put("/api/v1/resolve", resolve::one);
    routes.put("/api/v1/changes", changes::api);
    routes.put("/api/v1/export", export::api);
    routes.put("/api/v1/bodies", bodies::list);
    routes.put("/api/v1/bodies/{id}", bodies::one);
    PartRoutes.PARTS.forEach(
        part -> routes.put("/api/v1/documents/{id}/" + part, ctx -> parts.api(ctx, part)));
    return routes;
  }

  void resolveBatch(Context ctx) {
    resolve.batch(ctx);
  }
}
