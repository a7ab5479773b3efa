package vn.vanban.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.ingest.FileReader;
import vn.vanban.ingest.IndexFollower;
import vn.vanban.ingest.IngestReport;
import vn.vanban.ingest.Ingester;
import vn.vanban.lucene.LuceneEngine;
import vn.vanban.lucene.LuceneSearcher;
import vn.vanban.parse.DocumentParser;
import vn.vanban.registry.Registry;
import vn.vanban.text.TextRepair;

/** The option {@code --data}, and what is opened from that folder. */
final class DataFolder {
  /**
   * The project's folder, which the launcher names: paths that are not given are below it, wherever
   * the command is called. Without a launcher, the working directory.
   */
  static final String HOME = "${sys:vanban.home:-.}";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = HOME + "/index-data/main",
      description =
          "Thư mục dữ liệu (mặc định ${DEFAULT-VALUE}). / Data folder (default ${DEFAULT-VALUE}).")
  private Path folder = Path.of("index-data/main");

  Path path() {
    return folder.normalize();
  }

  void use(Path other) {
    folder = other;
  }

  /** Opens registry and index for writing; the index follows in the background. */
  Opened open() {
    Opened opened = openStill();
    try {
      opened.follower().start();
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Opens registry and index for writing; the index follows when it is told to. */
  Opened openStill() {
    Registry registry = Registry.open(path());
    try {
      LuceneEngine engine = LuceneEngine.open(path().resolve("index"));
      return new Opened(registry, engine, new IndexFollower(registry, engine));
    } catch (RuntimeException e) {
      registry.close();
      throw e;
    }
  }

  /** Opens registry and index for reading, also while another process writes to them. */
  ForReading openReadOnly() {
    Registry registry = Registry.openReadOnly(path());
    try {
      return new ForReading(registry, openIndexReadOnly());
    } catch (RuntimeException e) {
      registry.close();
      throw e;
    }
  }

  /** Opens the index alone for reading; empty where there is none. */
  Optional<LuceneSearcher> openIndexReadOnly() {
    return LuceneSearcher.open(path().resolve("index"));
  }

  /** The reader of files, as every command uses it. */
  static FileReader fileReader() {
    return new FileReader(
        new TikaExtractor(Limits.DEFAULT), new TextRepair(), new DocumentParser(), Limits.DEFAULT);
  }

  /**
   * A data folder open for reading.
   *
   * @param registry the truth
   * @param index what was indexed of it; empty before the first time
   */
  record ForReading(Registry registry, Optional<LuceneSearcher> index) implements AutoCloseable {
    @Override
    public void close() {
      index.ifPresent(LuceneSearcher::close);
      registry.close();
    }
  }

  /**
   * A data folder open for writing.
   *
   * @param registry the truth
   * @param engine the index
   * @param follower keeps the index level
   */
  record Opened(Registry registry, LuceneEngine engine, IndexFollower follower)
      implements AutoCloseable {

    /** Registers files and makes them searchable. */
    IngestReport ingest(List<Path> paths, Ingester.Progress progress) {
      try (TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT)) {
        Ingester ingester =
            new Ingester(extractor, new TextRepair(), new DocumentParser(), registry);
        IngestReport report = ingester.ingest(paths, progress);
        follower.catchUp();
        return report;
      }
    }

    @Override
    public void close() {
      follower.close();
      engine.close();
      registry.close();
    }
  }
}
