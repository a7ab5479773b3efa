package vn.vanban.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.vanban.ingest.IndexFollower;
import vn.vanban.law.EffectTimeline;
import vn.vanban.lucene.LuceneEngine;
import vn.vanban.registry.Act;
import vn.vanban.registry.Change;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registration;
import vn.vanban.registry.Registry;
import vn.vanban.registry.Submission;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;

/** A whole server over a real registry and a real index, on a free port of this machine. */
final class RunningServer implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final ObjectMapper mapper = new ObjectMapper();
  private final Registry registry;
  private final LuceneEngine engine;
  private final WebServer server;
  private final int port;
  private final List<String> ids;

  RunningServer(Path folder, Submission... submissions) {
    registry = Registry.open(folder.resolve("registry"));
    engine = LuceneEngine.open(folder.resolve("index"));
    ids = registry.register(List.of(submissions)).stream().map(Registration::documentId).toList();
    index();
    server = new WebServer(registry, engine);
    port = server.start("127.0.0.1", 0);
  }

  /** Without documents, behaving as told. */
  RunningServer(Path folder, ServiceOptions options) {
    registry = Registry.open(folder.resolve("registry"));
    engine = LuceneEngine.open(folder.resolve("index"));
    ids = List.of();
    index();
    server =
        new WebServer(registry, engine, () -> IndexFollower.State.QUIET, Optional.empty(), options);
    port = server.start("127.0.0.1", 0);
  }

  /** With another engine, and with little capacity. */
  RunningServer(Path folder, SearchEngine slow, WebServer.Capacity capacity) {
    registry = Registry.open(folder.resolve("registry"));
    engine = LuceneEngine.open(folder.resolve("index"));
    ids = List.of();
    server = new WebServer(registry, slow, capacity);
    port = server.start("127.0.0.1", 0);
  }

  /** Registers without indexing. */
  void register(Submission submission) {
    registry.register(List.of(submission));
  }

  /** Says that two documents are one; the index is not told. */
  void merge(String id, String into) {
    registry.by(new Act("Trần Thị Mai", "số đọc sai")).merge(id, into);
  }

  /** Overrules a field; the index is not told. */
  void correct(String id, String field, String value) {
    registry
        .by(new Act("Trần Thị Mai", "đối chiếu bản giấy"))
        .correct(id, field, Optional.of(value));
  }

  /** As if the index were another registry's. */
  void withhold() {
    engine.withhold();
  }

  void registerAndIndex(Submission submission) {
    register(submission);
    index();
  }

  /** The id of the n-th submission. */
  String id(int n) {
    return ids.get(n);
  }

  /** The methods and paths that it answers. */
  List<String> routes() {
    return server.routes();
  }

  String base() {
    return "http://127.0.0.1:" + port;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return send(method, path, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(URI.create(base() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8),
        headers);
  }

  HttpResponse<byte[]> bytes(String path, String... headers) {
    return send("GET", path, HttpResponse.BodyHandlers.ofByteArray(), headers);
  }

  private <T> HttpResponse<T> send(
      String method, String path, HttpResponse.BodyHandler<T> body, String... headers) {
    return send(
        HttpRequest.newBuilder(URI.create(base() + path))
            .method(method, HttpRequest.BodyPublishers.noBody()),
        body,
        headers);
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder builder, HttpResponse.BodyHandler<T> body, String... headers) {
    builder.timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      builder.headers(headers);
    }
    HttpRequest request = builder.build();
    try {
      return client.send(request, body);
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  JsonNode json(String path) {
    return json(get(path));
  }

  JsonNode json(HttpResponse<String> response) {
    return parsed(response.body());
  }

  JsonNode parsed(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  private void index() {
    for (Change change : registry.changesAfter(0, 1_000)) {
      RegisteredDocument document = registry.document(change.documentId()).orElseThrow();
      List<String> texts = document.copies().stream().map(RegisteredDocument.Copy::text).toList();
      engine.apply(
          List.of(
              new IndexChange.Put(
                  document.id(),
                  document.document(),
                  texts,
                  EffectTimeline.of(document.document(), List.of()).whole(),
                  document.primary().source())));
    }
    FeedPosition position = registry.position();
    engine.commit(new IndexMark(position.registryId(), position.epoch(), position.sequence()));
  }

  @Override
  public void close() {
    server.close();
    engine.close();
    registry.close();
  }
}
