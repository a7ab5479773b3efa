package vn.vanban.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.vanban.bench.BenchQuery.Kind;
import vn.vanban.search.SearchEngine;

/**
 * Size and speed of search on a made corpus, beside Lucene as it comes and, on wish, PostgreSQL.
 * Every kind of query is asked by each contender in turn: first to warm up, then by one client,
 * then by several at once.
 */
public final class SearchBench {
  private static final String VANBAN = "vanban";
  private static final String STANDARD = "standard";

  private final Options options;
  private final Function<Path, SearchEngine> engines;
  private final Consumer<String> progress;

  /**
   * What is wanted.
   *
   * @param provisions how many Điều the corpus has
   * @param seed of corpus and queries
   * @param queries of each kind
   * @param clients at once, after one alone
   * @param folder where indexes lie; one that was made of the same corpus is used again
   * @param postgres address of a database, {@code jdbc:postgresql:…}
   * @param speed whether queries are timed, or the indexes measured only
   */
  public record Options(
      int provisions,
      long seed,
      int queries,
      int clients,
      Path folder,
      Optional<String> postgres,
      boolean speed) {
    /** Queries of each kind before those that are timed. */
    int warmUps() {
      return Math.max(20, queries / 4);
    }
  }

  /**
   * A benchmark.
   *
   * @param engines opens the engine over a folder
   * @param progress is told what is going on
   */
  public SearchBench(
      Options options, Function<Path, SearchEngine> engines, Consumer<String> progress) {
    this.options = options;
    this.engines = engines;
    this.progress = progress;
  }

  /** An index with what it cost. */
  record Indexed(String name, IndexingCost cost, IndexSize size) {}

  /** How a kind of queries was answered by one contender. */
  record Timed(String name, Kind kind, int clients, Latencies latencies) {}

  /** How the vocabulary stood after so many bytes. */
  record Growth(long bytes, long syllables, long pairs) {}

  /** What was measured. */
  record Result(
      int documents,
      int provisions,
      List<Growth> growth,
      List<Indexed> indexes,
      List<Timed> timings) {}

  /**
   * Measures.
   *
   * @param source what the corpus is made of
   * @return the report, in lines
   * @throws IOException if the disk fails
   * @throws DatabaseFailedException if the database does
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalArgumentException if there is too little to make a corpus of
   */
  public List<String> run(SourceSentences source) throws IOException, InterruptedException {
    CorpusMaker corpus = new CorpusMaker(source, options.seed(), options.provisions());
    if (options.postgres().isEmpty()) {
      return compared(corpus, Optional.empty());
    }
    // Before the long work: a wrong address is told at once.
    try (PostgresBaseline postgres = PostgresBaseline.open(options.postgres().get())) {
      return compared(corpus, Optional.of(postgres));
    }
  }

  private List<String> compared(CorpusMaker corpus, Optional<PostgresBaseline> postgres)
      throws IOException, InterruptedException {
    List<Growth> growth = growth(corpus);
    List<Indexed> indexes = new ArrayList<>();
    indexes.add(indexed(corpus, VANBAN, this::vanban));
    indexes.add(indexed(corpus, STANDARD, StandardBaseline::new));
    if (postgres.isPresent()) {
      IndexingCost cost = new Indexing(corpus, progress).into(postgres.get());
      indexes.add(new Indexed(postgres.get().name(), cost, postgres.get().size()));
    }
    List<Timed> timings = new ArrayList<>();
    // Opened anew, so that no merge of the indexing goes on while queries are timed.
    try (Contender vanban = vanban(options.folder().resolve(VANBAN));
        Contender standard = new StandardBaseline(options.folder().resolve(STANDARD))) {
      List<Contender> contenders = new ArrayList<>(List.of(vanban, standard));
      postgres.ifPresent(contenders::add);
      if (options.speed()) {
        time(corpus, contenders, timings);
      }
    }
    return new SearchReport(options)
        .lines(new Result(corpus.documents(), corpus.provisions(), growth, indexes, timings));
  }

  private interface Opening {
    Contender at(Path folder) throws IOException;
  }

  private Contender vanban(Path folder) {
    return new VanbanContender(engines.apply(folder));
  }

  private Indexed indexed(CorpusMaker corpus, String name, Opening opening) throws IOException {
    Path folder = options.folder().resolve(name);
    Path costs = options.folder().resolve(name + ".properties");
    Optional<IndexingCost> known = IndexingCost.read(costs, corpus.name());
    try (Contender contender = opening.at(folder)) {
      if (known.isEmpty() || !contender.holdsCorpus()) {
        Files.deleteIfExists(costs);
        contender.clear();
        Indexing indexing = new Indexing(corpus, progress);
        indexing.warmUp(contender);
        IndexingCost cost = indexing.into(contender);
        cost.write(costs);
        known = Optional.of(cost);
      } else {
        progress.accept(name + ": dùng lại chỉ mục trong " + folder);
      }
    }
    return new Indexed(name, known.orElseThrow(), IndexSize.of(folder));
  }

  /** Over the first sixteenth, quarter and whole of at most 64 MB or so. */
  private List<Growth> growth(CorpusMaker corpus) {
    Vocabulary vocabulary = new Vocabulary();
    List<Growth> growth = new ArrayList<>();
    int most = Math.min(corpus.documents(), 2_048);
    long bytes = 0;
    for (int place = 0; place < most; place++) {
      String text = corpus.document(place).texts().getFirst();
      bytes += text.getBytes(StandardCharsets.UTF_8).length;
      vocabulary.add(text);
      int done = place + 1;
      if (done == most || done == most / 4 || done == most / 16) {
        growth.add(new Growth(bytes, vocabulary.syllables(), vocabulary.pairs()));
      }
    }
    return growth;
  }

  private void time(CorpusMaker corpus, List<Contender> contenders, List<Timed> timings)
      throws IOException, InterruptedException {
    QueryMaker maker = new QueryMaker(corpus);
    for (Kind kind : Kind.values()) {
      List<BenchQuery> warmUps = maker.queries(kind, options.warmUps(), options.seed() + 1);
      List<BenchQuery> queries = maker.queries(kind, options.queries(), options.seed() + 2);
      // Other ones, since answers may be kept.
      List<BenchQuery> others = maker.queries(kind, options.queries(), options.seed() + 3);
      for (Contender contender : contenders) {
        progress.accept("%s: %s".formatted(contender.name(), kind.shown()));
        Clients.ask(contender, warmUps, 1);
        timings.add(timed(contender, kind, queries, 1));
        if (options.clients() > 1) {
          timings.add(timed(contender, kind, others, options.clients()));
        }
      }
    }
  }

  private static Timed timed(Contender contender, Kind kind, List<BenchQuery> queries, int clients)
      throws IOException, InterruptedException {
    return new Timed(contender.name(), kind, clients, Clients.ask(contender, queries, clients));
  }
}
