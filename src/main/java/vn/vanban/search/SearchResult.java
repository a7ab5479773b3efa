package vn.vanban.search;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Span;

/**
 * What was found.
 *
 * @param total how many hits there are
 * @param totalIsLowerBound whether there may be more than {@code total}
 * @param hits the best first
 * @param took how long it took
 */
public record SearchResult(long total, boolean totalIsLowerBound, List<Hit> hits, Duration took) {
  public SearchResult {
    hits = List.copyOf(hits);
  }

  /**
   * One hit.
   *
   * @param documentId its id in the registry
   * @param score the higher the better; comparable within one result only; NaN where the request
   *     has no words to rank by
   * @param kind what the file is to the document
   * @param number canonical number
   * @param type tên loại
   * @param issuer names of issuers, joined by {@code "; "}
   * @param issued ngày ban hành
   * @param subject trích yếu, with marks for highlighting
   * @param passages the best passages, the best first
   */
  public record Hit(
      String documentId,
      float score,
      DocumentKind kind,
      Optional<String> number,
      Optional<String> type,
      Optional<String> issuer,
      Optional<LocalDate> issued,
      Optional<Highlighted> subject,
      List<PassageHit> passages) {
    public Hit {
      passages = List.copyOf(passages);
    }
  }

  /**
   * A passage that matches.
   *
   * @param path the provision's path ({@code dieu-5.khoan-2}); empty for text outside provisions
   * @param label what a reader calls it: {@code Điều 5. Phạm vi điều chỉnh}; empty outside
   *     provisions
   * @param snippet the best sentences, on the original accented text
   * @param copy which of the document's texts it stands in, 0 for the first
   * @param span the passage's place in that repaired text
   */
  public record PassageHit(String path, String label, Highlighted snippet, int copy, Span span) {}

  /**
   * Text with what matched.
   *
   * @param text plain text
   * @param matches spans of {@code text}, ascending, not overlapping
   */
  public record Highlighted(String text, List<Span> matches) {
    public Highlighted {
      matches = List.copyOf(matches);
    }
  }
}
