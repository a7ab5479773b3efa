package vn.vanban.http;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.vanban.ingest.Inbox;

/**
 * How a service behaves, beyond what it serves.
 *
 * @param grace how long requests under way may take once it is told to stop
 * @param accessLog where each request is told, as a JSON object a line; empty for nowhere
 * @param strangers how it behaves toward those whom it does not know
 * @param figures what {@code /metrics} shows of the parts around the service
 * @param inbox how the folder fares whose files are registered; empty where there is none
 */
public record ServiceOptions(
    Duration grace,
    Optional<PrintStream> accessLog,
    StrangerSettings strangers,
    List<Figure> figures,
    Optional<Supplier<Inbox.State>> inbox) {
  /** What holds where nothing is said. */
  public static final ServiceOptions DEFAULT =
      new ServiceOptions(
          Duration.ofSeconds(30),
          Optional.empty(),
          StrangerSettings.DEFAULT,
          List.of(),
          Optional.empty());

  public ServiceOptions {
    figures = List.copyOf(figures);
  }

  /**
   * A number that is shown as it is when asked for.
   *
   * @param name with dots, as in {@code vanban.inbox.waiting}
   */
  public record Figure(String name, String description, Supplier<Number> value) {}

  /** The same with one more figure. */
  public ServiceOptions showing(String name, String description, Supplier<Number> value) {
    List<Figure> more = new ArrayList<>(figures);
    more.add(new Figure(name, description, value));
    return new ServiceOptions(grace, accessLog, strangers, more, inbox);
  }

  /** The same with an inbox, which {@code /health} and {@code /metrics} tell of. */
  public ServiceOptions watching(Supplier<Inbox.State> state) {
    return new ServiceOptions(grace, accessLog, strangers, figures, Optional.of(state))
        .showing(
            "vanban.inbox.waiting",
            "Files of the inbox that are not yet registered",
            () -> state.get().waiting())
        .showing(
            "vanban.inbox.done",
            "Files of the inbox that were registered",
            () -> state.get().done())
        .showing(
            "vanban.inbox.rejected",
            "Files of the inbox that could not be read",
            () -> state.get().rejected())
        .showing(
            "vanban.inbox.failing",
            "1 while the inbox or a file in it cannot be read or moved",
            () -> state.get().failure().isPresent() ? 1 : 0);
  }
}
