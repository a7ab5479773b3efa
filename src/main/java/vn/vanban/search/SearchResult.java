package vn.vanban.search;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.Span;

/**
 * What was found.
 *
 * @param total how many hits there are
 * @param totalIsLowerBound whether there may be more than {@code total}
 * @param hits the best first
 * @param facets how all that was found is spread, where asked for
 * @param numbers where the query is a number: every document that bears it, of any body and year
 * @param spelling another spelling that may be meant
 * @param next where the next hits begin; empty at the end
 * @param took how long it took
 */
public record SearchResult(
    long total,
    boolean totalIsLowerBound,
    List<Hit> hits,
    List<Facet> facets,
    List<Bearer> numbers,
    Optional<Spelling> spelling,
    Optional<String> next,
    Duration took) {
  public SearchResult {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    numbers = List.copyOf(numbers);
  }

  /** Nothing found. */
  public static final SearchResult NONE =
      new SearchResult(
          0,
          false,
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Duration.ZERO);

  /** The same, though it does not go on. */
  public SearchResult withoutNext() {
    return new SearchResult(
        total, totalIsLowerBound, hits, facets, numbers, spelling, Optional.empty(), took);
  }

  /** The same, given in another time. */
  public SearchResult in(Duration time) {
    return new SearchResult(total, totalIsLowerBound, hits, facets, numbers, spelling, next, time);
  }

  /** What a hit was found by. */
  public enum Found {
    /** It bears the number asked for. */
    NUMBER,
    /** It holds the provision asked for, which is its first passage. */
    CITATION,
    /** It is the law asked for by name. */
    NAME,
    /** Its words. */
    WORDS
  }

  /**
   * A document that bears the number asked for: numbers repeat in every office and year.
   *
   * @param documentId its id
   * @param number as printed
   * @param issuer names of issuers, joined by {@code "; "}
   * @param issued ngày ban hành
   * @param exact whether the number is just what was typed, not only alike
   */
  public record Bearer(
      String documentId,
      String number,
      Optional<String> issuer,
      Optional<LocalDate> issued,
      boolean exact) {}

  /**
   * "Có phải bạn muốn tìm": another spelling of the query.
   *
   * @param text the query in that spelling
   * @param used whether the hits are of this spelling, since the query as typed found nothing
   */
  public record Spelling(String text, boolean used) {}

  /**
   * One hit.
   *
   * @param documentId its id in the registry
   * @param score the higher the better; comparable within one result only; NaN where the request
   *     has no words to rank by
   * @param kind what the file is to the document
   * @param status whether it has effect on the day asked
   * @param number canonical number
   * @param type tên loại
   * @param issuer names of issuers, joined by {@code "; "}
   * @param issued ngày ban hành
   * @param subject trích yếu, with marks for highlighting
   * @param source where the file came from that gives its fields; empty if from nowhere
   * @param passages the best passages, the best first
   * @param found what it was found by
   * @param reasons why it stands where it does, in plain words; empty unless asked for
   */
  public record Hit(
      String documentId,
      float score,
      DocumentKind kind,
      EffectStatus status,
      Optional<String> number,
      Optional<String> type,
      Optional<String> issuer,
      Optional<LocalDate> issued,
      Optional<Highlighted> subject,
      String source,
      List<PassageHit> passages,
      Found found,
      List<String> reasons) {
    public Hit {
      passages = List.copyOf(passages);
      reasons = List.copyOf(reasons);
    }

    /** The same with what is shown of it, and what it was found by. */
    public Hit shown(List<PassageHit> others, Found by) {
      return new Hit(
          documentId,
          score,
          kind,
          status,
          number,
          type,
          issuer,
          issued,
          subject,
          source,
          others,
          by,
          reasons);
    }

    /** The same with reasons. */
    public Hit because(List<String> others) {
      return new Hit(
          documentId,
          score,
          kind,
          status,
          number,
          type,
          issuer,
          issued,
          subject,
          source,
          passages,
          found,
          others);
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
