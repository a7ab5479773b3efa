package vn.vanban.law;

import java.util.Optional;

/**
 * The marks that say how a document is to be treated.
 *
 * @param secrecy độ mật
 * @param urgency độ khẩn
 * @param visibility what its own mark of circulation says; absent where it has none
 */
public record Handling(
    Optional<Reading<Secrecy>> secrecy,
    Optional<Reading<Urgency>> urgency,
    Optional<Reading<Visibility>> visibility) {
  /** No mark at all. */
  public static final Handling NONE =
      new Handling(Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether everyone may read it: no mark of secrecy, and not for internal circulation. */
  public boolean isPublic() {
    return secrecy.isEmpty()
        && visibility.map(mark -> mark.value() == Visibility.PUBLIC).orElse(true);
  }
}
