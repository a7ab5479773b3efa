package vn.vanban.search;

import java.util.Set;

/**
 * What is asked.
 *
 * @param query as typed; empty asks for everything that passes the filters, newest first
 * @param types only these document types; empty for all
 * @param issuers only these issuers (full names, compared without case and marks); empty for all
 * @param years only documents issued in these years; empty for all
 * @param unit what a hit is
 * @param offset how many hits to pass over
 * @param limit how many hits at most
 */
public record SearchRequest(
    String query,
    Set<String> types,
    Set<String> issuers,
    Set<Integer> years,
    Unit unit,
    int offset,
    int limit) {
  public SearchRequest {
    types = Set.copyOf(types);
    issuers = Set.copyOf(issuers);
    years = Set.copyOf(years);
  }

  /** What a hit is. */
  public enum Unit {
    /** A document with its best passages. */
    DOCUMENT,
    /** A single passage: every hit carries exactly one. */
    PASSAGE
  }

  /** Free text over everything. */
  public static SearchRequest of(String query, int limit) {
    return new SearchRequest(query, Set.of(), Set.of(), Set.of(), Unit.DOCUMENT, 0, limit);
  }
}
