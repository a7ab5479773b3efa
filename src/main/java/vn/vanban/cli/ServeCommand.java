package vn.vanban.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vanban.extract.Extractor;
import vn.vanban.extract.IsolatedExtractor;
import vn.vanban.extract.Limits;
import vn.vanban.http.ServiceOptions;
import vn.vanban.http.StrangerSettings;
import vn.vanban.http.WebServer;
import vn.vanban.http.Writing;
import vn.vanban.ingest.Jobs;
import vn.vanban.ingest.Receiver;
import vn.vanban.parse.DocumentParser;
import vn.vanban.search.IndexUnavailableException;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.text.TextRepair;

/** {@code vanban serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    header = "Mở trang tra cứu và API.",
    description = "Serve pages and the JSON API until interrupted (Ctrl-C).",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban serve",
      "  vanban serve --port 8080 --data kho-du-lieu",
      "  curl 'http://localhost:7070/api/v1/search?q=binh+dang+gioi'"
    })
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();
  @Mixin private Address address = new Address();
  @Mixin private ServiceSettings service = new ServiceSettings();
  @Mixin private StrangerOptions strangers = new StrangerOptions();

  @Override
  public Integer call() throws InterruptedException {
    StrangerSettings settings = check();
    service.log();
    ServiceOptions options = service.options(settings);
    try (DataFolder.Opened opened = data.open()) {
      return serve(opened, address, options, service.inbox(), spec.commandLine().getOut());
    }
  }

  /** Refuses options that cannot be; nothing is opened or made. */
  StrangerSettings check() {
    address.check(spec);
    service.check(spec);
    return strangers.settings(spec);
  }

  /** Serves until the process is told to stop; then finishes what is under way. */
  static int serve(
      DataFolder.Opened opened,
      Address address,
      ServiceOptions options,
      Optional<Path> inbox,
      PrintWriter out)
      throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              stop.countDown();
              try {
                stopped.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "stop");
    warm(opened.engine());
    String secret = ControlFile.newSecret();
    try (IsolatedExtractor extractor = Isolation.isolated()) {
      Receiver receiver = receiver(opened, extractor);
      try (Jobs jobs = new Jobs(opened.folder().resolve("jobs"), receiver);
          Arrivals arrivals = new Arrivals(inbox, receiver);
          WebServer server =
              new WebServer(
                  opened.registry(),
                  opened.engine(),
                  opened.follower()::state,
                  Optional.of(
                      new Writing(
                          secret, receiver, jobs, new ServedCommands(opened), address.reading)),
                  arrivals
                      .shown(options)
                      .showing(
                          "vanban.extraction.children",
                          "Processes that parse files",
                          () -> extractor.children().size()))) {
        int port = start(server, address);
        arrivals.start();
        new ControlFile("http://%s:%d".formatted(address.loopback(), port), secret)
            .write(opened.folder());
        Runtime.getRuntime().addShutdownHook(hook);
        out.printf(
            "Đang phục vụ %,d văn bản tại http://%s:%d (Ctrl-C để dừng).%n",
            opened.registry().documentCount(), address.shownHost(), port);
        out.flush();
        stop.await();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      try {
        ControlFile.delete(opened.folder());
      } catch (IOException e) {
        LOG.warn("the control file stays behind", e);
      }
      try {
        opened.close();
      } finally {
        stopped.countDown();
      }
    }
    return 0;
  }

  /** Asks the first question, beside the start of the server, so that no guest waits for more. */
  private static void warm(SearchEngine engine) {
    Thread.ofPlatform()
        .daemon()
        .name("first-search")
        .start(() -> {
          try {
            engine.search(SearchRequest.of("văn bản", 10).withFacets());
          } catch (IndexUnavailableException | IllegalStateException e) {
            LOG.debug("nothing to search in yet, or no longer", e);
          }
        });
  }

  static Receiver receiver(DataFolder.Opened opened, Extractor extractor) {
    return new Receiver(
        extractor, new TextRepair(), new DocumentParser(), opened.registry(), Limits.DEFAULT);
  }

  private static int start(WebServer server, Address address) {
    try {
      return server.start(address.host(), address.port());
    } catch (UncheckedIOException e) {
      throw new CommandFailedException(
          "Không mở được cổng %d trên %s: cổng đang có chương trình khác dùng. Hãy chọn cổng khác bằng --port."
              .formatted(address.port(), address.host()),
          e);
    }
  }

  /** Where to listen. */
  static final class Address {
    @Option(
        names = "--port",
        paramLabel = "PORT",
        defaultValue = "7070",
        description = "Cổng (mặc định ${DEFAULT-VALUE}; 0: cổng trống bất kỳ). / Port.")
    private int port = 7070;

    @Option(
        names = "--host",
        paramLabel = "HOST",
        defaultValue = "127.0.0.1",
        description =
            "Địa chỉ lắng nghe (mặc định ${DEFAULT-VALUE}: chỉ máy này). / Address to listen at.")
    private String host = "127.0.0.1";

    @Option(
        names = "--reading",
        paramLabel = "WHO",
        defaultValue = "open",
        description =
            "Ai được đọc: open (mọi người) hoặc token (có mã hay đã đăng nhập). / Who may read.")
    private Writing.Reading reading = Writing.Reading.OPEN;

    /** Refuses a port that there cannot be. */
    void check(CommandSpec spec) {
      WrongUse.unlessWithin(spec, "--port", port, 0, 65_535);
    }

    int port() {
      return port;
    }

    String host() {
      return host;
    }

    /** Where this machine itself reaches a server that listens at this address. */
    String loopback() {
      return host.equals("::1") || host.equals("::") ? "[::1]" : "127.0.0.1";
    }

    String shownHost() {
      return host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
    }
  }
}
