package vn.vanban.http.pages;

import java.util.List;

/**
 * A body that issues documents.
 *
 * @param frame around it
 * @param name of it
 * @param facts what is known of it
 * @param predecessors that it took over from
 * @param successors that took over from it
 * @param names before and after it, in order of time
 * @param documents how many there are of it, as people read it
 * @param searchUrl all of them
 * @param years its documents by year
 * @param types its documents by type
 */
public record BodyPage(
    Frame frame,
    String name,
    List<Fact> facts,
    List<Link> predecessors,
    List<Link> successors,
    List<Name> names,
    String documents,
    String searchUrl,
    List<Year> years,
    List<Link> types) {
  public BodyPage {
    facts = List.copyOf(facts);
    predecessors = List.copyOf(predecessors);
    successors = List.copyOf(successors);
    names = List.copyOf(names);
    years = List.copyOf(years);
    types = List.copyOf(types);
  }

  /** Something known, where it leads or empty, and whether it is a name, which stays as it is. */
  public record Fact(String label, String value, String url, boolean name) {}

  /** Words, where they lead, and how many documents or empty. */
  public record Link(String label, String url, String count) {}

  /** A name in time: when it held, or empty; whether it is the page's own. */
  public record Name(String name, String url, String time, boolean own) {}

  /** A year: its documents, and their number series. */
  public record Year(String year, String count, String url, String seriesUrl) {}
}
