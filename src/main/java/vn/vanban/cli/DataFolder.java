package vn.vanban.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vanban.extract.Extractor;
import vn.vanban.extract.Limits;
import vn.vanban.ingest.FileReader;
import vn.vanban.ingest.IndexFollower;
import vn.vanban.ingest.IngestReport;
import vn.vanban.ingest.Ingester;
import vn.vanban.lucene.LuceneEngine;
import vn.vanban.lucene.LuceneSearcher;
import vn.vanban.parse.DocumentParser;
import vn.vanban.registry.FolderHeldException;
import vn.vanban.registry.Registry;
import vn.vanban.registry.RegistryException;
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

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** Work that writes to an open data folder, and gives an exit code. */
  interface Writing {
    int on(Opened opened);
  }

  private CommandSpec mixee() {
    return Objects.requireNonNull(command, "a mixin of a command");
  }

  /**
   * Does work that writes to the data folder: in this process, or, while a server holds the folder,
   * in that server, which runs the whole command and answers for it.
   */
  int write(Writing work) {
    return write(work, arguments -> arguments);
  }

  /**
   * {@link #write} for a command that a server is to be given in another form.
   *
   * @param served the arguments for a server, from those that were typed
   */
  int write(Writing work, UnaryOperator<List<String>> served) {
    CommandSpec spec = mixee();
    CommandLine root = spec.root().commandLine();
    Optional<Opened> here = ((Main) spec.root().userObject()).served();
    if (here.isPresent()) {
      return work.on(here.get());
    }
    try (Opened opened = open()) {
      return work.on(opened);
    } catch (FolderHeldException held) {
      return handOver(root, served).orElseThrow(() -> held);
    }
  }

  /**
   * {@link #write} for work on documents that are there: where there is no registry, it says so and
   * makes none.
   */
  int change(Writing work) {
    refuseMissing();
    return write(work);
  }

  /** Says that there is no registry here, if so. */
  void refuseMissing() {
    if (((Main) mixee().root().userObject()).served().isEmpty()) {
      Registry.refuseMissing(path());
    }
  }

  private OptionalInt handOver(CommandLine root, UnaryOperator<List<String>> served) {
    try {
      Optional<ControlFile> control = ControlFile.read(path());
      return control.isEmpty()
          ? OptionalInt.empty()
          : new HandOver(control.get())
              .run(
                  served.apply(root.getParseResult().originalArgs()), root.getOut(), root.getErr());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
      return new Opened(path(), registry, engine, new IndexFollower(registry, engine));
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
  static FileReader fileReader(Extractor extractor) {
    return new FileReader(extractor, new TextRepair(), new DocumentParser(), Limits.DEFAULT);
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
   * @param folder which
   * @param registry the truth
   * @param engine the index
   * @param follower keeps the index level
   */
  record Opened(Path folder, Registry registry, LuceneEngine engine, IndexFollower follower)
      implements AutoCloseable {

    /** Registers files; {@link #index} makes them searchable. */
    IngestReport ingest(List<Path> paths, Extractor extractor, Ingester.Progress progress) {
      return new Ingester(extractor, new TextRepair(), new DocumentParser(), registry)
          .ingest(paths, progress);
    }

    /**
     * Makes searchable what is registered.
     *
     * @throws CommandFailedException if the index cannot be written; what is registered stays
     */
    void index() {
      try {
        follower.catchUp();
      } catch (UncheckedIOException e) {
        throw new CommandFailedException(
            "Đã ghi vào sổ, nhưng chưa tìm kiếm được: không ghi được chỉ mục %s: %s Sau đó hãy chạy lại lệnh, hoặc chạy serve. / Registered, but not searchable yet: cannot write the index; then run the command again, or serve."
                .formatted(this.folder.resolve("index"), RegistryException.reason(e)),
            e);
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
