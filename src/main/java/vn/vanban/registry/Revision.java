package vn.vanban.registry;

import java.time.Instant;
import java.util.List;

/**
 * One change of one document as history tells it.
 *
 * @param sequence its number in the change feed
 * @param at when it was committed
 * @param action what was done
 * @param act by whom and why
 * @param differences how the fields differ from the state before; empty where none does
 */
public record Revision(
    long sequence, Instant at, Action action, Act act, List<FieldDifference> differences) {
  public Revision {
    differences = List.copyOf(differences);
  }
}
