package vn.vanban.law;

import java.util.List;
import java.util.OptionalInt;

/**
 * One series of numbers (hệ thống số) of a body in a year: what is held of it and what is not.
 *
 * @param types the types that share it, the most frequent first
 * @param secret whether it is that of secret documents (Nghị định 30/2020/NĐ-CP, Điều 15, khoản 2)
 * @param period how long its numbers run on
 * @param source the text that governs it
 * @param basis how it was decided which types share it
 * @param reason the same in Vietnamese, with the figures
 * @param count how many different numbers are held
 * @param first the smallest number held
 * @param last the largest number held
 * @param held the numbers held with the documents that bear them, ascending
 * @param gaps numbers below the largest known one that are neither held nor reported; from 1 in a
 *     yearly series, from the smallest known number in one that runs through a term
 * @param doubles numbers that several documents bear
 * @param outOfOrder the fewest documents that, taken out, leave dates that do not fall while
 *     numbers rise
 * @param reported numbers known only by a report: an announcement, an attachment, a copy
 * @param irregular documents whose number is no whole number, such as the inserted {@code 15a}
 */
public record NumberSeries(
    List<String> types,
    boolean secret,
    Period period,
    String source,
    Basis basis,
    String reason,
    int count,
    OptionalInt first,
    OptionalInt last,
    List<Bearers> held,
    List<Range> gaps,
    List<Bearers> doubles,
    List<SeriesEntry> outOfOrder,
    List<Bearers> reported,
    List<SeriesEntry> irregular) {
  public NumberSeries {
    types = List.copyOf(types);
    held = List.copyOf(held);
    gaps = List.copyOf(gaps);
    doubles = List.copyOf(doubles);
    outOfOrder = List.copyOf(outOfOrder);
    reported = List.copyOf(reported);
    irregular = List.copyOf(irregular);
  }

  /** How long numbers run on. */
  public enum Period {
    /** From 01 on 1 January to 31 December. */
    YEAR,
    /** Through the years of a term: what comes before the first number held may be older. */
    TERM
  }

  /** How it was decided which types share a series. */
  public enum Basis {
    /** The rule says so. */
    RULE,
    /** The rule leaves it open; numbers and dates of several types fit into one series. */
    FITS_TOGETHER,
    /** The rule leaves it open; same numbers, or dates, contradict every other type. */
    CONTRADICTED,
    /** The rule leaves it open, and there is too little to tell: each type is taken apart. */
    ASSUMED
  }

  /** Numbers from the first to the last, both included. */
  public record Range(int first, int last) {
    /** How many numbers there are. */
    public int size() {
      return last - first + 1;
    }
  }

  /** A number and the documents that bear it, in order of their ids. */
  public record Bearers(int number, List<SeriesEntry> documents) {
    public Bearers {
      documents = List.copyOf(documents);
    }
  }

  /** How many numbers are missing. */
  public int missing() {
    return gaps.stream().mapToInt(Range::size).sum();
  }
}
