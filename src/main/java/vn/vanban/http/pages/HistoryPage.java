package vn.vanban.http.pages;

import java.util.List;

/**
 * What happened to a document.
 *
 * @param frame around it
 * @param url of the document
 * @param name of the document
 * @param corrections those that hold
 * @param events the newest first
 */
public record HistoryPage(
    Frame frame, String url, String name, List<Held> corrections, List<Event> events) {
  public HistoryPage {
    corrections = List.copyOf(corrections);
    events = List.copyOf(events);
  }

  /** A correction that holds: its number, the field's label, whether it accepts, the value. */
  public record Held(
      long number, String label, boolean accepted, String value, String actor, String reason) {}

  /** Something that was done: when, what, by whom, why, and how fields differ. */
  public record Event(
      String time, String action, String actor, String reason, List<Difference> differences) {
    public Event {
      differences = List.copyOf(differences);
    }
  }

  /** A field before and after; empty where it had no value. */
  public record Difference(String label, String before, String after) {}
}
