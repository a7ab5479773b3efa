package vn.vanban.ingest;

import java.util.List;

/**
 * The end of an ingestion.
 *
 * @param added new documents
 * @param unchanged files registered before
 * @param newCopies other bytes of registered documents
 * @param rejected files that could not be read, with the reason
 * @param keptApart added documents that share issuer, number and year with another document but not
 *     its content, with the reason; they count as added
 */
public record IngestReport(
    int added,
    int unchanged,
    int newCopies,
    List<FileOutcome> rejected,
    List<FileOutcome> keptApart) {
  public IngestReport {
    rejected = List.copyOf(rejected);
    keptApart = List.copyOf(keptApart);
  }
}
