package vn.vanban.ingest;

import java.util.List;

/**
 * The end of an ingestion.
 *
 * @param added new documents
 * @param unchanged files registered before
 * @param newCopies other bytes of registered documents
 * @param rejected files that could not be read, with the reason
 */
public record IngestReport(int added, int unchanged, int newCopies, List<FileOutcome> rejected) {
  public IngestReport {
    rejected = List.copyOf(rejected);
  }
}
