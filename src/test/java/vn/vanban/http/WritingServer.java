package vn.vanban.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.vanban.extract.Extractor;
import vn.vanban.extract.Limits;
import vn.vanban.ingest.IndexFollower;
import vn.vanban.ingest.Jobs;
import vn.vanban.ingest.Receiver;
import vn.vanban.lucene.LuceneEngine;
import vn.vanban.parse.DocumentParser;
import vn.vanban.registry.Registry;
import vn.vanban.text.TextRepair;

/** A server that takes changes, on a free port; its index follows when it is told to. */
final class WritingServer implements AutoCloseable {
  static final String SECRET = "0123456789abcdef";

  private final Registry registry;
  private final LuceneEngine engine;
  private final IndexFollower follower;
  private final Jobs jobs;
  private final WebServer server;
  private final int port;

  /**
   * Starts it.
   *
   * @param folder new or empty
   * @param extractor reads what is sent; not closed here
   */
  WritingServer(Path folder, Extractor extractor, Limits limits, Writing.Commands commands) {
    this(folder, extractor, limits, commands, Writing.Reading.OPEN);
  }

  /** As above, for those who may read. */
  WritingServer(
      Path folder,
      Extractor extractor,
      Limits limits,
      Writing.Commands commands,
      Writing.Reading reading) {
    this(folder, extractor, limits, commands, reading, ServiceOptions.DEFAULT);
  }

  /** As above, behaving otherwise. */
  WritingServer(
      Path folder,
      Extractor extractor,
      Limits limits,
      Writing.Commands commands,
      Writing.Reading reading,
      ServiceOptions options) {
    registry = Registry.open(folder.resolve("so"));
    engine = LuceneEngine.open(folder.resolve("index"));
    follower = new IndexFollower(registry, engine);
    Receiver receiver =
        new Receiver(extractor, new TextRepair(), new DocumentParser(), registry, limits);
    try {
      jobs = new Jobs(folder.resolve("viec"), receiver);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Writing writing = new Writing(SECRET, receiver, jobs, commands, reading);
    server = new WebServer(registry, engine, follower::state, Optional.of(writing), options);
    port = server.start("127.0.0.1", 0);
  }

  Registry registry() {
    return registry;
  }

  IndexFollower follower() {
    return follower;
  }

  /** The methods and paths that it answers. */
  List<String> routes() {
    return server.routes();
  }

  String base() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.close();
    jobs.close();
    follower.close();
    engine.close();
    registry.close();
  }
}
