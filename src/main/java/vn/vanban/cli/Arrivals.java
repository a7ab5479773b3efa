package vn.vanban.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import vn.vanban.http.ServiceOptions;
import vn.vanban.ingest.Inbox;
import vn.vanban.ingest.Receiver;

/** The inbox of a service, if it has one. */
final class Arrivals implements AutoCloseable {
  /** A file that stays the same for so long is complete. */
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final Optional<Inbox> inbox;

  Arrivals(Optional<Path> folder, Receiver receiver) {
    inbox = folder.map(given -> open(given, receiver));
  }

  private static Inbox open(Path folder, Receiver receiver) {
    try {
      return new Inbox(folder, receiver, INTERVAL);
    } catch (IOException e) {
      throw new CommandFailedException(
          "Không dùng được hộp nhận %s: %s / The inbox cannot be used."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /** Looks from now on. */
  void start() {
    inbox.ifPresent(Inbox::start);
  }

  /** The options with what came of the files so far. */
  ServiceOptions shown(ServiceOptions options) {
    return inbox.map(box -> options.watching(box::state)).orElse(options);
  }

  @Override
  public void close() {
    inbox.ifPresent(Inbox::close);
  }
}
