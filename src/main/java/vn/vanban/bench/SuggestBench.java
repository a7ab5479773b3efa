package vn.vanban.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Evidence;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;
import vn.vanban.viet.Folding;

/**
 * How long suggestions take while someone types, key by key, among the entries of many documents:
 * numbers, titles, subjects and bodies recombined from real ones, always the same for the same
 * records and seed.
 */
public final class SuggestBench {
  private static final int BATCH = 5_000;
  private static final int MAX_TYPED = 12;
  private static final int WARM_UP = 400;
  private static final int LIMIT = 10;
  private static final int FIRST_YEAR = 1990;
  private static final int YEARS = 36;

  private final SearchEngine engine;
  private final List<Model> models;
  private final Random random;

  /**
   * A benchmark.
   *
   * @param engine empty; it will hold the entries afterwards
   * @param models what to recombine; some
   * @param seed of the choices
   */
  public SuggestBench(SearchEngine engine, List<Model> models, long seed) {
    this.engine = engine;
    this.models = List.copyOf(models);
    this.random = new Random(seed);
  }

  /**
   * What is known of a real document.
   *
   * @param number as printed
   * @param type tên loại; may be empty
   * @param issuer its body; may be empty
   * @param subject trích yếu
   */
  public record Model(String number, String type, String issuer, String subject) {}

  /**
   * Times of one kind of typing, in milliseconds.
   *
   * @param typing what was typed
   * @param asked how many beginnings
   * @param p50 what half of them did not exceed
   * @param p95 what 95 of a hundred did not exceed
   * @param p99 what 99 of a hundred did not exceed
   * @param max the longest
   * @param suggested share of them that had a suggestion
   */
  public record Times(
      String typing, int asked, double p50, double p95, double p99, double max, double suggested) {
    private static Times of(String typing, long[] sorted, int suggested) {
      return new Times(
          typing,
          sorted.length,
          millis(sorted, .5),
          millis(sorted, .95),
          millis(sorted, .99),
          millis(sorted, 1),
          suggested / (double) Math.max(1, sorted.length));
    }

    private static double millis(long[] sorted, double share) {
      return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }
  }

  /**
   * Fills the index.
   *
   * @param entries how many documents
   * @param progress is told how many there are so far
   */
  public void fill(int entries, IntConsumer progress) {
    for (int done = 0; done < entries; ) {
      List<IndexChange> batch = new ArrayList<>();
      while (batch.size() < BATCH && done < entries) {
        batch.add(new IndexChange.Put(Integer.toString(done++), document(), List.of()));
      }
      engine.apply(batch);
      progress.accept(done);
    }
    engine.commit(new IndexMark("bench", "1", entries));
  }

  /**
   * Types the first 1 to 12 characters of so many texts, one after another, as they are written and
   * without marks in lower case.
   */
  public List<Times> type(int texts) {
    List<String> typed = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      Model model = models.get(random.nextInt(models.size()));
      typed.add(
          switch (i % 4) {
            case 0 -> number(model);
            case 1 -> (model.type() + " " + model.subject()).strip();
            case 2 -> model.subject();
            default -> model.issuer().isEmpty() ? model.subject() : model.issuer();
          });
    }
    type("warm-up", typed.subList(0, Math.min(WARM_UP, texts)), true);
    return List.of(type("as written", typed, false), type("without marks", typed, true));
  }

  private Times type(String name, List<String> texts, boolean bare) {
    long[] nanos = new long[texts.size() * MAX_TYPED];
    int count = 0;
    int suggested = 0;
    for (String text : texts) {
      String typed = bare ? Folding.unaccented(text) : text;
      for (int length = 1; length <= Math.min(MAX_TYPED, typed.length()); length++) {
        long begun = System.nanoTime();
        boolean any = !engine.suggest(typed.substring(0, length), LIMIT).isEmpty();
        nanos[count++] = System.nanoTime() - begun;
        suggested += any ? 1 : 0;
      }
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return Times.of(name, sorted, suggested);
  }

  private LegalDocument document() {
    Model kind = models.get(random.nextInt(models.size()));
    int year = FIRST_YEAR + random.nextInt(YEARS);
    return LegalDocument.of(
        DocumentKind.ORIGINAL,
        DocumentNumber.parse(number(kind)).map(SuggestBench::read),
        Optional.of(kind.type()).filter(type -> !type.isEmpty()).map(SuggestBench::read),
        kind.issuer().isEmpty() ? List.of() : List.of(read(new IssuingBody(kind.issuer()))),
        Optional.of(read(LocalDate.ofYearDay(year, 1 + random.nextInt(365)))),
        Optional.of(read(subject())),
        List.of());
  }

  /** The symbol of a real number with another running number. */
  private String number(Model model) {
    String number = model.number();
    int end = 0;
    while (end < number.length() && Character.isDigit(number.charAt(end))) {
      end++;
    }
    return String.format(Locale.ROOT, "%02d", 1 + random.nextInt(4_000)) + number.substring(end);
  }

  /**
   * Half of the subjects are as in a real one, the others the head of one and the tail of another.
   */
  private String subject() {
    String head = models.get(random.nextInt(models.size())).subject();
    if (random.nextBoolean()) {
      return head;
    }
    String tail = models.get(random.nextInt(models.size())).subject();
    return head.substring(0, cut(head)) + tail.substring(cut(tail));
  }

  private int cut(String text) {
    int blank = text.indexOf(' ', random.nextInt(text.length() + 1));
    return blank < 0 ? text.length() : blank;
  }

  private static <T> Reading<T> read(T value) {
    return new Reading<>(value, new Evidence(new Span(0, 0), "bench", 1));
  }
}
