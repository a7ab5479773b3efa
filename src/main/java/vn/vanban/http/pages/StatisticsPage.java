package vn.vanban.http.pages;

import java.util.List;

/**
 * Counts over all documents.
 *
 * @param frame around it
 * @param documents how many there are, as people read it
 * @param doubtful how many wait for review
 * @param day whose effect was counted
 * @param charts of how they are spread
 * @param coverage of their fields
 * @param missing what they cite and is not there
 */
public record StatisticsPage(
    Frame frame,
    String documents,
    String doubtful,
    String day,
    List<Chart> charts,
    List<Coverage> coverage,
    List<Missing> missing) {
  public StatisticsPage {
    charts = List.copyOf(charts);
    coverage = List.copyOf(coverage);
    missing = List.copyOf(missing);
  }

  /** A field: in how many documents it is known, and in what share of them. */
  public record Coverage(String field, String known, String share) {}

  /** A document that is not there, as cited, what is known of it, and how many cite it. */
  public record Missing(String label, String url, String documents) {}
}
