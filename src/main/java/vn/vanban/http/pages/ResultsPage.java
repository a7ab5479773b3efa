package vn.vanban.http.pages;

import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param frame around it
 * @param query as typed
 * @param total how many, as people read it
 * @param took how long it took, as people read it
 * @param filters what narrows the search
 * @param orders to choose from
 * @param spelling another spelling that may be meant
 * @param bearers of the number asked for, where several bear it
 * @param hits of this page
 * @param forms the same result for programs and other readers
 * @param explanation address of the same page with or without reasons
 * @param page from 1
 * @param previous address of the page before
 * @param next address of the page after
 */
public record ResultsPage(
    Frame frame,
    String query,
    String total,
    String took,
    Filters filters,
    List<Choice> orders,
    Optional<Spelling> spelling,
    List<Bearer> bearers,
    List<HitEntry> hits,
    List<Link> forms,
    String explanation,
    int page,
    Optional<String> previous,
    Optional<String> next) {
  public ResultsPage {
    orders = List.copyOf(orders);
    bearers = List.copyOf(bearers);
    hits = List.copyOf(hits);
    forms = List.copyOf(forms);
  }

  /** Whether hits tell why they stand where they do. */
  public boolean explained() {
    return hits.stream().anyMatch(hit -> !hit.reasons().isEmpty());
  }

  /**
   * What narrows the search.
   *
   * @param selected what does already; each address is that without it
   * @param facets what may further
   * @param kept what the form carries along
   * @param issuers suggestions
   * @param day whose effect counts, ISO 8601, or empty
   * @param clear address of the same search without filters
   */
  public record Filters(
      List<Link> selected,
      List<FacetList> facets,
      List<Kept> kept,
      List<String> issuers,
      String day,
      String clear) {
    public Filters {
      selected = List.copyOf(selected);
      facets = List.copyOf(facets);
      kept = List.copyOf(kept);
      issuers = List.copyOf(issuers);
    }

    /** Whether any is set. */
    public boolean any() {
      return !selected.isEmpty();
    }
  }

  /** Words and where they lead. */
  public record Link(String label, String url) {}

  /** A parameter that a form carries along. */
  public record Kept(String name, String value) {}

  /**
   * A field with its values.
   *
   * @param label the field
   * @param names whether values are names, which are Vietnamese on every page
   * @param values shown at once
   * @param more shown on demand
   */
  public record FacetList(
      String label, boolean names, List<FacetValue> values, List<FacetValue> more) {
    public FacetList {
      values = List.copyOf(values);
      more = List.copyOf(more);
    }
  }

  /**
   * One value.
   *
   * @param label as people call it
   * @param count how many documents, as people read it
   * @param url with this value, or without it if it is selected
   * @param selected whether it narrows the search already
   */
  public record FacetValue(String label, String count, String url, boolean selected) {}

  /** One of several ways. */
  public record Choice(String label, String url, boolean current) {}

  /** Another spelling; {@code used} if what is shown was found by it. */
  public record Spelling(String text, String url, boolean used) {}

  /** A document that bears the number asked for. */
  public record Bearer(String url, String number, String issuer, String issued, boolean exact) {}
}
