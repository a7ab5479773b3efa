package vn.vanban.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.ingest.IndexFollower;
import vn.vanban.ingest.ReadingUnavailableException;
import vn.vanban.registry.Registry;
import vn.vanban.search.IndexUnavailableException;
import vn.vanban.search.SearchEngine;

/**
 * The front door of this room: the JSON API and the pages over HTTP. It closes neither the registry
 * nor the engine that it is given.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  /** A large file is read for as long as its limits allow. */
  private static final Duration PATIENCE_WITH_CHANGES = Duration.ofMinutes(3);

  /**
   * Connections that wait to be taken; of more the system drops the first packet, and the client
   * waits for seconds before it tries again. Java's own default is 50.
   */
  private static final int ACCEPT_QUEUE = 1_024;

  /** A slower body only holds a thread. */
  private static final long MIN_BYTES_PER_SECOND = 500;

  /**
   * How much runs at a time. All that can wait in the lanes is less than the threads that Jetty has
   * (250), so that one is always left for {@code /health}; and what waits for a search is answered
   * in a moment or refused at once.
   */
  record Capacity(int searches, int records, int queue, Duration patience) {
    static Capacity ofThisMachine() {
      int cores = Runtime.getRuntime().availableProcessors();
      int searches = Math.clamp(cores, 2, 32);
      return new Capacity(searches, 4, Math.min(64, 24 * searches), Duration.ofSeconds(10));
    }
  }

  private final Strangers strangers;
  private final Lane searches;
  private final Lane records;
  private final Lane checks;
  private final Lane changes;
  private final List<Lane> lanes;
  private final Metrics metrics = new Metrics();
  private final RequestLog log;
  private final ServiceOptions options;
  private final Assets assets = new Assets();
  private final Responses responses;
  private final SearchRoutes search;
  private final DocumentRoutes documents;
  private final RelatedRoutes related;
  private final CitedRoutes cited;
  private final ComparisonRoute comparison;
  private final SeriesRoute series;
  private final ProgramRoutes programs;
  private final DescriptionRoutes description;
  private final HealthRoute health;
  private final NumberRoute numbers;
  private final SeriesPageRoute seriesPage;
  private final BodyRoutes bodies;
  private final StatisticsRoute statistics;
  private final FeedRoutes feeds;
  private final DiscoveryRoutes discovery;
  private final SitemapRoutes sitemap;
  private final Lane hashing;
  private final Optional<Access> access;
  private final Optional<WritingRoutes> writing;
  private final Optional<SessionRoutes> sessions;
  private final Optional<OfficialRoutes> officials;
  private @Nullable Javalin server;

  /**
   * A server that is not started yet.
   *
   * @param registry where documents come from
   * @param engine what searches them
   */
  public WebServer(Registry registry, SearchEngine engine) {
    this(
        registry,
        engine,
        () -> IndexFollower.State.QUIET,
        Optional.empty(),
        ServiceOptions.DEFAULT);
  }

  /**
   * A server that tells in {@code /health} how its index follows, and may take changes.
   *
   * @param registry where documents come from
   * @param engine what searches them
   * @param following what keeps the engine level
   * @param writing how changes are taken; empty for a server that only reads
   * @param options how it behaves
   */
  public WebServer(
      Registry registry,
      SearchEngine engine,
      Supplier<IndexFollower.State> following,
      Optional<Writing> writing,
      ServiceOptions options) {
    this(registry, engine, following, writing, options, Capacity.ofThisMachine());
  }

  WebServer(Registry registry, SearchEngine engine, Capacity capacity) {
    this(
        registry,
        engine,
        () -> IndexFollower.State.QUIET,
        Optional.empty(),
        ServiceOptions.DEFAULT,
        capacity);
  }

  private WebServer(
      Registry registry,
      SearchEngine engine,
      Supplier<IndexFollower.State> following,
      Optional<Writing> writing,
      ServiceOptions options,
      Capacity capacity) {
    this.options = options;
    this.log = new RequestLog(metrics, options.accessLog());
    Peers peers = new Peers(options.strangers().trusted());
    strangers = new Strangers(options.strangers(), peers);
    changes = new Lane("changes", capacity.records(), capacity.queue(), PATIENCE_WITH_CHANGES);
    searches = new Lane("search", capacity.searches(), capacity.queue(), capacity.patience());
    records = new Lane("records", capacity.records(), capacity.queue(), capacity.patience());
    checks = new Lane("health", 1, 8, Duration.ofSeconds(2));
    PageRenderer renderer = new PageRenderer(assets);
    responses = new Responses(renderer);
    search = new SearchRoutes(registry, engine, searches, records, responses, renderer);
    documents = new DocumentRoutes(registry, engine, searches, records, responses, renderer);
    related = new RelatedRoutes(registry, engine, searches, records, responses, renderer);
    cited = new CitedRoutes(registry, records, responses);
    comparison = new ComparisonRoute(registry, searches, records, responses, renderer);
    series = new SeriesRoute(registry, records, responses);
    programs = new ProgramRoutes(registry, engine, searches, records, responses, strangers);
    description = new DescriptionRoutes(responses, renderer);
    health = new HealthRoute(registry, engine, following, options.inbox(), checks, responses);
    // A hash takes 19 MiB and a core for a while.
    hashing = new Lane("sign-in", 2, 16, capacity.patience());
    lanes = List.of(searches, records, checks, changes, hashing);
    lanes.forEach(metrics::lane);
    metrics.gauge("vanban.index.lag", "Changes that the index does not have yet", health::lag);
    metrics.gauge(
        "vanban.registry.sequence",
        "Changes of the registry",
        () -> registry.position().sequence());
    metrics.gauge("vanban.documents", "Documents that guests may see", registry::publicCount);
    options
        .figures()
        .forEach(figure -> metrics.gauge(figure.name(), figure.description(), figure.value()));
    numbers = new NumberRoute(engine, searches, responses, renderer);
    Statistics counted = new Statistics(registry, engine);
    seriesPage =
        new SeriesPageRoute(registry, engine, counted, searches, records, responses, renderer);
    bodies = new BodyRoutes(registry, engine, counted, searches, records, responses, renderer);
    statistics = new StatisticsRoute(counted, records, responses, renderer);
    feeds = new FeedRoutes(registry, engine, searches, records, responses);
    discovery = new DiscoveryRoutes(engine, searches, responses, assets);
    sitemap = new SitemapRoutes(registry, counted, records, responses);
    access = writing.map(w -> new Access(registry.accounts(), w, records));
    this.writing =
        writing.map(w -> new WritingRoutes(registry, w, access.orElseThrow(), changes, responses));
    sessions =
        access.map(a -> new SessionRoutes(registry.accounts(), peers, records, hashing, renderer));
    officials = access.map(a -> new OfficialRoutes(registry, a, records, changes, renderer));
  }

  /**
   * Loads what starting a server needs of libraries. Who starts one meanwhile waits for no more
   * than what is being loaded.
   */
  public static void prepare() {
    Javalin.create(config -> config.startup.showJavalinBanner = false);
  }

  private void routes(RoutesConfig routes) {
    routes.before(RequestLog::begin);
    routes.before(responses::defaults);
    routes.before(strangers::meet);
    access.ifPresent(guard -> routes.before(guard::recognize));
    routes.before(LinkHeader::describe);
    routes.after(LinkHeader::forms);

    // For people
    read(routes, "/", search::home);
    read(routes, "/tim-kiem", search::page);
    read(routes, "/van-ban", documents::pageByNumber);
    read(routes, "/van-ban/{id}", documents::page);
    read(routes, "/van-ban/{id}/tuong-tu", related::similarPage);
    read(routes, "/van-ban/{id}/dan-chieu", related::citingPage);
    read(routes, "/tra-so", numbers::page);
    read(routes, "/day-so", seriesPage::page);
    read(routes, "/co-quan", bodies::list);
    read(routes, "/co-quan/{id}", bodies::page);
    read(routes, "/thong-ke", statistics::page);
    read(routes, "/van-ban/{id}/vien-dan", cited::follow);
    read(routes, "/van-ban/{id}/vien-dan/xem-truoc", cited::preview);
    read(routes, "/van-ban/{id}/so-sanh", comparison::page);
    read(routes, "/ngon-ngu/{code}", LanguageRoute::choose);
    read(routes, "/tinh/{file}", this::asset);

    // For feed readers, browsers and crawlers
    read(routes, FeedRoutes.SEARCH, feeds::search);
    read(routes, FeedRoutes.CHANGES, feeds::changes);
    read(routes, "/opensearch.xml", discovery::description);
    read(routes, "/goi-y", discovery::suggestions);
    read(routes, "/robots.txt", discovery::robots);
    read(routes, SitemapRoutes.INDEX, sitemap::index);
    read(routes, "/sitemap-{phan}.xml", sitemap::part);

    // For programs
    read(routes, "/api/v1/search", search::api);
    read(routes, "/api/v1/suggest", search::suggest);
    read(routes, "/api/v1/documents", documents::byNumber);
    read(routes, "/api/v1/documents/{id}", documents::api);
    read(routes, "/api/v1/documents/{id}/original", documents::original);
    read(routes, "/api/v1/documents/{id}/text", documents::text);
    read(routes, "/api/v1/documents/{id}/history", documents::history);
    read(routes, "/api/v1/documents/{id}/similar", related::similar);
    read(routes, "/api/v1/documents/{id}/citing", related::citing);
    read(routes, "/api/v1/series", series::api);
    read(routes, "/api/v1/statistics", statistics::api);
    programs.reading().forEach((path, handler) -> read(routes, path, handler));
    routes.post("/api/v1/resolve", programs::resolveBatch);
    read(routes, "/api", description::page);
    read(routes, "/openapi.yaml", description::openapi);
    read(routes, "/health", health::api);
    read(routes, "/ready", health::ready);
    read(routes, "/metrics", this::metrics);

    // For officials
    sessions.ifPresent(session -> {
      read(routes, "/dang-nhap", session::page);
      routes.post("/dang-nhap", session::signIn);
      routes.post("/dang-xuat", session::signOut);
    });
    officials.ifPresent(official -> {
      read(routes, "/ra-soat", official::queue);
      read(routes, "/van-ban/{id}/dinh-chinh", official::form);
      routes.post("/van-ban/{id}/dinh-chinh", official::correct);
      routes.post("/van-ban/{id}/xac-nhan", official::accept);
      routes.post("/van-ban/{id}/rut-dinh-chinh", official::withdraw);
      read(routes, "/van-ban/{id}/lich-su", official::history);
    });

    // For whom access lets pass
    writing.ifPresent(write -> {
      routes.get("/api/v1/review", write::review);
      routes.post("/api/v1/documents", write::register);
      read(routes, "/api/v1/jobs/{id}", write::job);
      routes.post("/api/v1/documents/{id}/corrections", write::correct);
      routes.delete("/api/v1/documents/{id}/corrections/{number}", write::withdraw);
      routes.post("/api/v1/documents/{id}/merge", write::merge);
      routes.delete("/api/v1/documents/{id}", write::remove);
      routes.post("/control/commands", write::command);
    });

    routes.exception(Problem.class, (problem, ctx) -> responses.problem(ctx, problem));
    routes.exception(
        IndexUnavailableException.class,
        (unavailable, ctx) -> responses.problem(ctx, Problem.rebuilding(unavailable)));
    routes.exception(
        ReadingUnavailableException.class,
        (unavailable, ctx) -> {
          RequestLog.tell(
              ctx, () -> LOG.error("a file was sent that cannot be read now", unavailable));
          responses.problem(ctx, Problem.readingUnavailable(unavailable));
        });
    routes.exception(SignInException.class, Access::toSignIn);
    routes.exception(MovedException.class, WebServer::moved);
    routes.exception(HttpResponseException.class, this::refused);
    routes.exception(Exception.class, this::failed);
  }

  /**
   * Starts to listen.
   *
   * @param host the address to listen at: {@code 127.0.0.1} for this machine alone
   * @param port the port, or 0 for any that is free
   * @return the port
   * @throws UncheckedIOException caused by a {@link BindException} if the port is taken or may not
   *     be had
   */
  public synchronized int start(String host, int port) {
    if (server != null) {
      throw new IllegalStateException("started before");
    }
    Javalin made = Javalin.create(config -> configure(config, host, port));
    try {
      made.start();
    } catch (JavalinBindException e) {
      BindException taken = new BindException(host + ":" + port);
      taken.initCause(e);
      throw new UncheckedIOException(taken);
    }
    server = made;
    return made.port();
  }

  /** The methods and paths that are answered, as {@code GET /api/v1/search}. */
  synchronized List<String> routes() {
    return server == null
        ? List.of()
        : server.unsafe.internalRouter.allHttpHandlers().stream()
            .map(parsed -> parsed.endpoint.method + " " + parsed.endpoint.path)
            .toList();
  }

  /**
   * Takes no new requests, finishes those under way (for as long as the grace of its options), and
   * stops.
   */
  @Override
  public synchronized void close() {
    if (server != null) {
      server.stop();
    }
    lanes.forEach(Lane::close);
    metrics.close();
  }

  @SuppressWarnings("removal") // Jetty 12 has nothing yet in the place of its minimum data rate
  private void configure(JavalinConfig config, String host, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Long.MAX_VALUE; // bodies are read within limits of their own
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.router.javaLangErrorHandler(WebServer::collapsed);
    config.jetty.modifyServer(this::graceful);
    config.jetty.modifyServletContextHandler(jetty -> jetty.setMaxFormKeys(Uploads.MAX_PARTS));
    writing.ifPresent(write ->
        config.jetty.multipartConfig.maxTotalRequestSize(write.maxBytesOfForm(), SizeUnit.BYTES));
    config.jetty.addConnector((jetty, http) -> connector(jetty, http, host, port));
    config.jetty.modifyHttpConfiguration(http -> {
      http.setIdleTimeout(options.strangers().idle().toMillis());
      http.setMinRequestDataRate(MIN_BYTES_PER_SECOND);
      http.setSendServerVersion(false);
    });
    config.requestLogger.http(log::end);
    routes(config.routes);
  }

  /**
   * An error of the machine, not of the request: told bare, for a page may need what is lacking.
   */
  private static void collapsed(HttpServletResponse response, Error error) {
    RequestLog.tell(
        Optional.ofNullable(response.getHeader(RequestLog.HEADER)),
        () -> LOG.error("a request failed", error));
    try {
      response.setStatus(500);
      response.setContentType("application/problem+json");
      response.getOutputStream().write(BareErrors.body(500));
    } catch (IOException e) {
      LOG.debug("the client is gone", e);
    }
  }

  private static ServerConnector connector(
      Server jetty, HttpConfiguration http, String host, int port) {
    ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    return connector;
  }

  private void graceful(Server jetty) {
    jetty.insertHandler(new GracefulHandler());
    jetty.setStopTimeout(options.grace().toMillis());
    jetty.setErrorHandler(new BareErrors());
  }

  /** A read-only address; HEAD does all that GET does, and Jetty leaves the body out. */
  private static void read(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private void metrics(Context ctx) {
    Parameters.of(ctx);
    String text = checks.call(metrics::scrape);
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
        .header("Cache-Control", "no-store")
        .result(text);
  }

  private void asset(Context ctx) {
    Assets.Asset asset =
        assets.find(ctx.pathParam("file")).orElseThrow(() -> Problem.notFound("Không có tệp này."));
    ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    responses.bytes(ctx, asset.mediaType(), asset.bytes());
  }

  /** Who reads is led on; who changes was refused before. */
  private static void moved(MovedException moved, Context ctx) {
    String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
    ctx.redirect(moved.address(ctx.path()) + query, HttpStatus.MOVED_PERMANENTLY);
  }

  private void refused(HttpResponseException refusal, Context ctx) {
    // The router puts what it knows of an address's methods into the details.
    List<String> methods =
        refusal instanceof MethodNotAllowedResponse
            ? List.of(String.join(", ", refusal.getDetails().values()).split(", "))
            : List.of();
    if (!methods.isEmpty() && "OPTIONS".equals(ctx.req().getMethod())) {
      strangers.options(ctx, methods);
      return;
    }
    Problem problem =
        switch (refusal.getStatus()) {
          case 404 -> Problem.notFound("Địa chỉ này không có ở đây.");
          case 405 -> Problem.methodNotAllowed(ctx.method().toString(), methods);
          default -> Problem.other(refusal.getStatus());
        };
    responses.problem(ctx, problem);
  }

  private void failed(Exception failure, Context ctx) {
    RequestLog.tell(
        ctx,
        () ->
            LOG.error(
                "request {}: {} {} failed",
                RequestLog.id(ctx).orElse("?"),
                ctx.method(),
                ctx.path(),
                failure));
    responses.problem(ctx, Problem.internal());
  }
}
