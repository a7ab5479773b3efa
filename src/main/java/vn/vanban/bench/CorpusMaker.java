package vn.vanban.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vn.vanban.bench.Letterheads.Letterhead;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Effect;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.search.IndexChange;

/**
 * Makes laws, decrees and decisions out of sentences of others, any number of them, with fresh
 * names, numbers and slips. The document of a place is always the same for the same sentences and
 * seed, so none has to be kept.
 */
final class CorpusMaker {
  /** How many Điều a document has. */
  record Articles(int least, int most) {
    /** Laws, decrees and long decisions. */
    static final Articles OF_LAWS = new Articles(8, 56);

    /** The daily papers of an office. */
    static final Articles OF_AN_OFFICE = new Articles(1, 9);

    int any(SplittableRandom random) {
      return random.nextInt(least, most + 1);
    }
  }

  /** With its heading and what the last clause has too much, a Điều has some 950 characters. */
  private static final int SHORTEST_CHARS = 120;

  private static final double MORE_CHARS_ON_AVERAGE = 650;
  private static final int LONGEST_CHARS = 6_000;

  /** Điểm run a b c d đ e g h (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
  private static final String POINTS = "abcdđeghiklmnopq";

  private final List<String> sentences;
  private final List<String> headings;
  private final long seed;
  private final Articles articles;
  private final int provisions;
  private final int documents;

  /**
   * A maker.
   *
   * @param source what to make them of
   * @param seed of all that is random
   * @param provisions how many Điều the documents have together
   */
  CorpusMaker(SourceSentences source, long seed, int provisions) {
    this(source, seed, Articles.OF_LAWS, provisions);
  }

  /** A maker of documents of a given length. */
  CorpusMaker(SourceSentences source, long seed, Articles articles, int provisions) {
    this.articles = articles;
    this.sentences = source.sentences();
    this.headings = source.headings();
    this.seed = seed;
    this.provisions = provisions;
    int count = 0;
    for (int left = provisions; left > 0; left -= articles(count++)) {}
    this.documents = count;
  }

  /** How many documents there are. */
  int documents() {
    return documents;
  }

  /** How many Điều they have together. */
  int provisions() {
    return provisions;
  }

  /** What the corpus is made of, in a line: corpora of one name are the same. */
  String name() {
    return "%d/%d/%08x"
        .formatted(provisions, seed, sentences.hashCode() * 31 + headings.hashCode());
  }

  private SplittableRandom random(int place) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + place);
  }

  private int articles(int place) {
    return articles.any(random(place));
  }

  /**
   * A document.
   *
   * @param place from 0 to {@link #documents} - 1
   */
  IndexChange.Put document(int place) {
    SplittableRandom random = random(place);
    int articles = this.articles.any(random);
    if (place == documents - 1) {
      articles = lastArticles();
    }
    LocalDate issued =
        LocalDate.of(1990, 1, 1).plusDays((long) (36 * 365.25 * Math.sqrt(random.nextDouble())));
    Letterhead head = Letterheads.any(issued.getYear(), random);
    String subject = subject(head.type(), random);
    StringBuilder text = new StringBuilder();
    text.append(head.issuer().toUpperCase(Locale.ROOT))
        .append("\nSố: ")
        .append(head.number())
        .append('\n')
        .append(head.type().toUpperCase(Locale.ROOT))
        .append('\n')
        .append(subject)
        .append('\n');
    List<Provision> made = new ArrayList<>();
    for (int i = 1; i <= articles; i++) {
      article(i, text, made, random);
    }
    return new IndexChange.Put(
        "d" + place, document(head, issued, subject, made, random), List.of(text.toString()));
  }

  private int lastArticles() {
    int before = 0;
    for (int place = 0; place < documents - 1; place++) {
      before += articles(place);
    }
    return provisions - before;
  }

  private String subject(String type, RandomGenerator random) {
    String about = pick(headings, random);
    String small = about.substring(0, 1).toLowerCase(Locale.ROOT) + about.substring(1);
    return switch (type) {
      case "Luật" -> about;
      case "Kế hoạch" -> "Thực hiện " + small + " tại " + FreshWords.place(random);
      case "Quyết định" -> "Ban hành quy định " + small;
      default -> "Quy định " + small;
    };
  }

  private void article(
      int number, StringBuilder text, List<Provision> made, RandomGenerator random) {
    ProvisionPath path = new ProvisionPath(List.of(new Step(Level.DIEU, Integer.toString(number))));
    String label = "Điều " + number;
    String heading = FreshWords.into(pick(headings, random), random);
    int start = text.length();
    int place = made.size();
    text.append(label).append(". ").append(heading).append('\n');
    double more = -Math.log(1 - random.nextDouble()) * MORE_CHARS_ON_AVERAGE;
    int end = start + (int) Math.min(LONGEST_CHARS, SHORTEST_CHARS + more);
    boolean single = random.nextInt(5) == 0;
    for (int clause = 1; clause == 1 || text.length() < end; clause++) {
      if (single) {
        line("", text, random);
      } else {
        clause(path, clause, text, made, random);
      }
    }
    made.add(place, new Provision(path, label, heading, new Span(start, text.length())));
  }

  private void clause(
      ProvisionPath article,
      int number,
      StringBuilder text,
      List<Provision> made,
      RandomGenerator random) {
    ProvisionPath path = article.child(Level.KHOAN, Integer.toString(number));
    int start = text.length();
    int place = made.size();
    line(number + ". ", text, random);
    int points = random.nextInt(4) == 0 ? 2 + random.nextInt(4) : 0;
    for (int i = 0; i < points; i++) {
      String point = POINTS.substring(i, i + 1);
      int from = text.length();
      line(point + ") ", text, random);
      made.add(
          new Provision(
              path.child(Level.DIEM, point), point + ")", "", new Span(from, text.length())));
    }
    made.add(place, new Provision(path, number + ".", "", new Span(start, text.length())));
  }

  private void line(String label, StringBuilder text, RandomGenerator random) {
    text.append(label).append(FreshWords.into(sentence(random), random));
    if (random.nextInt(4) == 0) {
      text.append(' ').append(FreshWords.into(sentence(random), random));
    }
    text.append('\n');
  }

  /** A sentence; one in four changes into another at a comma, so that new pairs arise. */
  private String sentence(RandomGenerator random) {
    String first = pick(sentences, random);
    if (random.nextInt(4) > 0) {
      return first;
    }
    String second = pick(sentences, random);
    int cut = first.indexOf(", ", first.length() / 3);
    int join = second.indexOf(", ");
    return cut < 0 || join < 0 ? first : first.substring(0, cut) + second.substring(join);
  }

  private static LegalDocument document(
      Letterhead head,
      LocalDate issued,
      String subject,
      List<Provision> provisions,
      RandomGenerator random) {
    return new LegalDocument(
        DocumentKind.ORIGINAL,
        Optional.of(reading(new DocumentNumber(head.number()))),
        Optional.of(reading(head.type())),
        List.of(reading(new IssuingBody(head.issuer()))),
        Optional.of(reading(issued)),
        Optional.of(reading(subject)),
        List.of(),
        Handling.NONE,
        Effect.from(Optional.of(reading(issued.plusDays(random.nextInt(90))))),
        List.of(),
        List.of(),
        List.of(),
        provisions,
        List.of());
  }

  private static <T> Reading<T> reading(T value) {
    return new Reading<>(value, new Evidence(new Span(0, 0), "made", 1));
  }

  private static String pick(List<String> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }
}
