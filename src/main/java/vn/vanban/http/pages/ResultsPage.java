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
 * @param hits of this page
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
    List<Hit> hits,
    int page,
    Optional<String> previous,
    Optional<String> next) {
  public ResultsPage {
    hits = List.copyOf(hits);
  }

  /**
   * The filter form.
   *
   * @param type chosen, or empty
   * @param issuer chosen, or empty
   * @param year chosen, or empty
   * @param types to choose from: those of the results
   * @param otherTypes and all others
   * @param issuers suggestions
   * @param clear address of the same search without filters
   */
  public record Filters(
      String type,
      String issuer,
      String year,
      List<String> types,
      List<String> otherTypes,
      List<String> issuers,
      String clear) {
    public Filters {
      types = List.copyOf(types);
      otherTypes = List.copyOf(otherTypes);
      issuers = List.copyOf(issuers);
    }

    /** Whether any is set. */
    public boolean any() {
      return !type.isEmpty() || !issuer.isEmpty() || !year.isEmpty();
    }
  }

  /**
   * One document found.
   *
   * @param url of its page
   * @param name type and number: {@code Kế hoạch 383/KH-UBND}; empty if unknown
   * @param badge what the file is to the document, if not simply the document; empty otherwise
   * @param title what it is about
   * @param issuer who issued it, or empty
   * @param issued when, as people read it, or empty
   * @param passages that match
   */
  public record Hit(
      String url,
      String name,
      String badge,
      Marked title,
      String issuer,
      String issued,
      List<Passage> passages) {
    public Hit {
      passages = List.copyOf(passages);
    }
  }

  /**
   * A passage that matches.
   *
   * @param url of its place in the document
   * @param label what the link says; empty where it is the same place as the passage before
   * @param snippet of its text
   */
  public record Passage(String url, String label, Marked snippet) {}
}
