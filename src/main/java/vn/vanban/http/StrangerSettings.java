package vn.vanban.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a server behaves toward strangers.
 *
 * @param baseUrl its public address without a slash at the end; empty to derive it from requests
 * @param trusted the proxies whose forwarding headers are believed
 * @param rate tokens a minute for each client; 0 for no limit
 * @param cors whether pages of other sites may read the API
 * @param idle how long a connection may be silent
 */
public record StrangerSettings(
    Optional<URI> baseUrl, List<AddressRange> trusted, int rate, boolean cors, Duration idle) {
  /** What holds where nothing is configured. */
  public static final StrangerSettings DEFAULT =
      new StrangerSettings(Optional.empty(), List.of(), 600, true, Duration.ofSeconds(30));

  /** Copies the list. */
  public StrangerSettings {
    trusted = List.copyOf(trusted);
  }
}
