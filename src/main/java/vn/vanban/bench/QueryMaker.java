package vn.vanban.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import vn.vanban.bench.BenchQuery.Kind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.search.IndexChange;
import vn.vanban.viet.Folding;

/** Draws queries from documents of a corpus; every other one is typed without diacritics. */
final class QueryMaker {
  private static final int QUESTION_WORDS = 12;

  /** Of so many pairs of a few provisions the commonest or the rarest is asked for. */
  private static final int PAIRS_TO_CHOOSE_FROM = 12;

  private static final List<String> QUESTION_ENDS =
      List.of("là gì", "như thế nào", "khi nào", "bao nhiêu", "có được không", "do ai quyết định");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DASHES = Pattern.compile("[/-]");

  private final CorpusMaker corpus;

  /** How often pairs occur, by their hash; a sample is enough to tell common from rare. */
  private final int[] pairCounts = new int[1 << 20];

  QueryMaker(CorpusMaker corpus) {
    this.corpus = corpus;
    int sample = Math.min(corpus.documents(), 200);
    for (int place = 0; place < sample; place++) {
      for (ProvisionRow row : ProvisionRow.of(corpus.document(place))) {
        List<String> words = words(row.body());
        for (int i = 1; i < words.size(); i++) {
          pairCounts[slot(words.get(i - 1), words.get(i))]++;
        }
      }
    }
  }

  private int slot(String first, String second) {
    return ((first.hashCode() * 31 + second.hashCode()) * 0x9E3779B1) >>> 12;
  }

  /** So many queries of a kind; other ones for another seed. */
  List<BenchQuery> queries(Kind kind, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 31 + kind.name().hashCode());
    List<BenchQuery> queries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      IndexChange.Put document = corpus.document(random.nextInt(corpus.documents()));
      String text =
          switch (kind) {
            case QUESTION, QUESTION_FACETS -> question(document, random);
            case TWO_WORDS, TWO_WORDS_FACETS -> pair(document, i % 4 < 2, random);
            case NUMBER -> number(document, random);
            case PREFIX -> prefix(document, random);
          };
      String typed = i % 2 == 0 ? text : Folding.unaccented(text);
      queries.add(new BenchQuery(kind, typed, document.documentId()));
    }
    return queries;
  }

  /** Near words of a provision, a few left out, ending as questions do. */
  private static String question(IndexChange.Put document, RandomGenerator random) {
    String end = QUESTION_ENDS.get(random.nextInt(QUESTION_ENDS.size()));
    int wanted = QUESTION_WORDS - end.split(" ", -1).length;
    List<String> words = words(row(document, random).body());
    List<String> asked = new ArrayList<>();
    int start = random.nextInt(Math.max(1, words.size() - 2 * wanted));
    for (int i = start; i < words.size() && asked.size() < wanted; i++) {
      if (random.nextInt(5) > 0) {
        asked.add(words.get(i));
      }
    }
    return String.join(" ", asked) + " " + end;
  }

  private String pair(IndexChange.Put document, boolean common, RandomGenerator random) {
    String best = "";
    int bestCount = -1;
    for (int i = 0; i < PAIRS_TO_CHOOSE_FROM; i++) {
      List<String> words = words(row(document, random).body());
      int at = random.nextInt(words.size() - 1);
      String first = words.get(at);
      String second = words.get(at + 1);
      int count = pairCounts[slot(first, second)];
      if (bestCount < 0 || (common ? count > bestCount : count < bestCount)) {
        best = first + " " + second;
        bestCount = count;
      }
    }
    return best;
  }

  /** As printed, or as people type it: {@code 383 kh ubnd}, {@code 383-KH/UBND}, {@code số …}. */
  private static String number(IndexChange.Put document, RandomGenerator random) {
    String printed = printedNumber(document);
    return switch (random.nextInt(5)) {
      case 0 -> DASHES.matcher(printed).replaceAll(" ").toLowerCase(Locale.ROOT);
      case 1 -> printed.replace("/", " /");
      case 2 -> "số " + printed;
      case 3 -> printed.replace('-', '–');
      default -> printed;
    };
  }

  /** {@code 383/KH} of {@code 383/KH-UBND}: up to the last separator, or half of it. */
  private static String prefix(IndexChange.Put document, RandomGenerator random) {
    String printed = printedNumber(document);
    int last = Math.max(printed.lastIndexOf('/'), printed.lastIndexOf('-'));
    int end = random.nextBoolean() ? last : (printed.length() + 1) / 2;
    return printed.substring(0, Math.max(1, end));
  }

  private static String printedNumber(IndexChange.Put document) {
    return document
        .document()
        .number()
        .map(n -> n.value())
        .map(DocumentNumber::canonical)
        .orElseThrow();
  }

  private static ProvisionRow row(IndexChange.Put document, RandomGenerator random) {
    List<ProvisionRow> rows = ProvisionRow.of(document);
    return rows.get(random.nextInt(rows.size()));
  }

  private static List<String> words(String text) {
    return Arrays.stream(NOT_A_WORD.split(text, -1)).filter(word -> !word.isEmpty()).toList();
  }
}
