package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.registry.Registry;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.Suggestion;

/** Too many searches at once. Only here the engine is a stand-in: one that stands still. */
class CapacityTest {

  /** Answers nothing until it is let go. */
  private static final class Standstill implements SearchEngine {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    volatile boolean broken;

    @Override
    public SearchResult search(SearchRequest request) {
      entered.countDown();
      try {
        release.await();
        if (broken) {
          throw new StackOverflowError("nested too deep");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return SearchResult.NONE;
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
      return List.of();
    }

    @Override
    public SearchResult similar(String documentId, int limit) {
      return SearchResult.NONE;
    }

    @Override
    public SearchResult citing(String documentId, int offset, int limit) {
      return SearchResult.NONE;
    }

    @Override
    public void apply(List<IndexChange> changes) {}

    @Override
    public void commit(IndexMark mark) {}

    @Override
    public Optional<IndexMark> mark() {
      return Optional.empty();
    }

    @Override
    public void clear() {}

    @Override
    public void withhold() {}

    @Override
    public Successor successor() {
      throw new UnsupportedOperationException("nothing here is rebuilt");
    }

    @Override
    public long documentCount() {
      return 0;
    }

    @Override
    public void close() {}
  }

  @Test
  @Timeout(60)
  void whatFindsTheQueueFullIsRefusedAtOnceAndHealthPassesBy(@TempDir Path folder)
      throws Exception {
    Standstill engine = new Standstill();
    WebServer.Capacity one = new WebServer.Capacity(1, 1, 1, Duration.ofSeconds(30));
    try (RunningServer server = new RunningServer(folder, engine, one);
        ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      answers.add(ask(server, clients));
      assertThat(engine.entered.await(20, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 5; i++) {
        answers.add(ask(server, clients));
      }
      // One runs, one waits in the queue, four are refused while nothing moves.
      CompletableFuture<HttpResponse<String>> refused =
          answers.getLast().applyToEither(answers.get(answers.size() - 2), answer -> answer);
      HttpResponse<String> answer = refused.get(20, TimeUnit.SECONDS);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(server.json(answer).path("type").asText()).isEqualTo("urn:vanban:problem:busy");
      assertThat(server.get("/health").statusCode()).isEqualTo(200);
      engine.release.countDown();
      long served = 0;
      for (CompletableFuture<HttpResponse<String>> each : answers) {
        served += each.get(20, TimeUnit.SECONDS).statusCode() == 200 ? 1 : 0;
      }
      assertThat(served).isEqualTo(2);
      assertThat(server.get("/api/v1/search?q=x").statusCode()).isEqualTo(200);
    }
  }

  @Test
  @Timeout(60)
  void whatTakesTooLongIsGivenUp(@TempDir Path folder) {
    Standstill engine = new Standstill();
    WebServer.Capacity hasty = new WebServer.Capacity(1, 1, 1, Duration.ofMillis(50));
    try (RunningServer server = new RunningServer(folder, engine, hasty)) {
      assertThat(server.get("/api/v1/search?q=x").statusCode()).isEqualTo(503);
      engine.release.countDown();
    }
  }

  @Test
  @Timeout(60)
  void anErrorOfTheMachineIsToldWithoutItsStack(@TempDir Path folder) {
    Standstill engine = new Standstill();
    engine.broken = true;
    engine.release.countDown();
    WebServer.Capacity one = new WebServer.Capacity(1, 1, 1, Duration.ofSeconds(30));
    try (RunningServer server = new RunningServer(folder, engine, one)) {
      HttpResponse<String> answer = server.get("/api/v1/search?q=x");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(server.json(answer).path("status").asInt()).isEqualTo(500);
      assertThat(answer.body()).doesNotContain("StackOverflow").doesNotContain("nested");
      assertThat(server.get("/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPortThatIsTakenIsToldAndLeavesTheServerAbleToTryAnother(@TempDir Path folder)
      throws Exception {
    Standstill engine = new Standstill();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Registry registry = Registry.open(folder);
        WebServer server = new WebServer(registry, engine)) {
      assertThatThrownBy(() -> server.start("127.0.0.1", taken.getLocalPort()))
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(BindException.class);
      assertThat(server.start("127.0.0.1", 0)).isPositive();
    }
  }

  private static CompletableFuture<HttpResponse<String>> ask(
      RunningServer server, ExecutorService clients) {
    return CompletableFuture.supplyAsync(() -> server.get("/api/v1/search?q=x"), clients);
  }
}
