package vn.vanban.http.pages;

import java.util.List;

/**
 * All that a typed number or citation may mean.
 *
 * @param frame around it
 * @param typed as typed; empty before anything was
 * @param provisions that a citation means
 * @param named documents that bear a name that was typed
 * @param readings of the number, the likeliest first
 * @param near documents with a number like it
 * @param searchUrl the same words searched everywhere
 */
public record NumberPage(
    Frame frame,
    String typed,
    List<Found> provisions,
    List<Found> named,
    List<Reading> readings,
    List<Found> near,
    String searchUrl) {
  public NumberPage {
    provisions = List.copyOf(provisions);
    named = List.copyOf(named);
    readings = List.copyOf(readings);
    near = List.copyOf(near);
  }

  /** Whether there was nothing to be found. */
  public boolean isEmpty() {
    return provisions.isEmpty()
        && named.isEmpty()
        && near.isEmpty()
        && readings.stream().allMatch(reading -> reading.bearers().isEmpty());
  }

  /**
   * One reading.
   *
   * @param number canonical
   * @param guess whether it is another number than what was typed
   * @param bearers documents with this very number
   * @param more how many further ones, as people read it; empty if none
   * @param url where all are found
   */
  public record Reading(
      String number, boolean guess, List<Found> bearers, String more, String url) {
    public Reading {
      bearers = List.copyOf(bearers);
    }
  }

  /** A document or a place in it: its name, who issued it, when, each or empty. */
  public record Found(String url, String name, String issuer, String issued) {}
}
