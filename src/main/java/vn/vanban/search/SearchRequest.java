package vn.vanban.search;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is asked.
 *
 * @param query as typed; empty asks for everything that passes the filters, newest first
 * @param filters what documents must be
 * @param order of the hits
 * @param asOf the day whose effect counts; empty for today in Việt Nam
 * @param unit what a hit is
 * @param cursor where an earlier result ended ({@link SearchResult#next}); instead of {@code
 *     offset}
 * @param offset how many hits to pass over
 * @param limit how many hits at most
 * @param facets whether {@link SearchResult#facets} are wanted
 * @param explain whether {@link SearchResult.Hit#reasons} are wanted
 */
public record SearchRequest(
    String query,
    Filters filters,
    Order order,
    Optional<LocalDate> asOf,
    Unit unit,
    Optional<String> cursor,
    int offset,
    int limit,
    boolean facets,
    boolean explain) {

  /** What a hit is. */
  public enum Unit {
    /** A document with its best passages. */
    DOCUMENT,
    /** A single passage: every hit carries exactly one. */
    PASSAGE
  }

  /** Which documents come first; passages always come by relevance. */
  public enum Order {
    RELEVANCE,
    NEWEST,
    OLDEST,
    /** By year, symbol and running number. */
    NUMBER
  }

  /** Free text over everything. */
  public static SearchRequest of(String query, int limit) {
    return new SearchRequest(
        query,
        Filters.NONE,
        Order.RELEVANCE,
        Optional.empty(),
        Unit.DOCUMENT,
        Optional.empty(),
        0,
        limit,
        false,
        false);
  }

  /** The same with other filters. */
  public SearchRequest with(Filters other) {
    return new SearchRequest(
        query, other, order, asOf, unit, cursor, offset, limit, facets, explain);
  }

  /** The same in another order. */
  public SearchRequest with(Order other) {
    return new SearchRequest(
        query, filters, other, asOf, unit, cursor, offset, limit, facets, explain);
  }

  /** The same for hits of another unit. */
  public SearchRequest with(Unit other) {
    return new SearchRequest(
        query, filters, order, asOf, other, cursor, offset, limit, facets, explain);
  }

  /** The same, other words. */
  public SearchRequest withQuery(String other) {
    return new SearchRequest(
        other, filters, order, asOf, unit, cursor, offset, limit, facets, explain);
  }

  /** The same from another place on. */
  public SearchRequest from(int other) {
    return new SearchRequest(
        query, filters, order, asOf, unit, cursor, other, limit, facets, explain);
  }

  /** The same from where an earlier result ended. */
  public SearchRequest after(String place) {
    return new SearchRequest(
        query, filters, order, asOf, unit, Optional.of(place), 0, limit, facets, explain);
  }

  /** The same as of a day. */
  public SearchRequest on(LocalDate day) {
    return new SearchRequest(
        query, filters, order, Optional.of(day), unit, cursor, offset, limit, facets, explain);
  }

  /** The same with facets. */
  public SearchRequest withFacets() {
    return new SearchRequest(
        query, filters, order, asOf, unit, cursor, offset, limit, true, explain);
  }

  /** The same with reasons. */
  public SearchRequest explained() {
    return new SearchRequest(
        query, filters, order, asOf, unit, cursor, offset, limit, facets, true);
  }
}
