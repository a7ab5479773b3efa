package vn.vanban.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
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
 * Makes documents of any number by recombining the sentences of real ones. One word in five hundred
 * is a fresh name or a slip, so that the vocabulary grows with the text as it does in real ones.
 * The same sentences and seed give the same documents.
 */
final class CorpusMaker {
  private static final int SHORTEST = 25;
  private static final int LONGEST = 600;
  private static final int FRESH = 500;

  /** A provision is filled up to so many characters; with its last sentence it has about 950. */
  private static final int PROVISION_CHARS = 800;

  private static final int MOST_PROVISIONS = 50;
  private static final Pattern ENDS = Pattern.compile("(?<=[.;!?])\\s+|\\n+");
  private static final Pattern MARK =
      Pattern.compile("^(\\d+\\.|[a-zđ]\\)|-|Điều \\d+\\w*\\.?)\\s*");
  private static final List<List<String>> KINDS =
      List.of(
          List.of("Nghị định", "NĐ-CP", "Chính phủ"),
          List.of("Thông tư", "TT-BTC", "Bộ Tài chính"),
          List.of("Thông tư", "TT-BYT", "Bộ Y tế"),
          List.of("Thông tư", "TT-BGDĐT", "Bộ Giáo dục và Đào tạo"),
          List.of("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ"),
          List.of("Quyết định", "QĐ-UBND", "Ủy ban nhân dân tỉnh Gia Lai"),
          List.of("Quyết định", "QĐ-UBND", "Ủy ban nhân dân tỉnh Lào Cai"),
          List.of("Kế hoạch", "KH-UBND", "Ủy ban nhân dân tỉnh Quảng Trị"),
          List.of("Nghị quyết", "NQ-HĐND", "Hội đồng nhân dân tỉnh Cà Mau"),
          List.of("Luật", "QH15", "Quốc hội"));
  private static final String ONSETS = "b c d đ g h k l m n p r s t v x kr br đr";
  private static final String RHYMES = "ăk ông ơr ưng êl ing ok ua ia ang eo iêm uôt ênh";

  private final List<String> sentences;
  private final Random random;
  private int made;

  /**
   * A maker.
   *
   * @param texts real ones, of which the sentences are taken
   */
  CorpusMaker(List<String> texts, long seed) {
    random = new Random(seed);
    sentences = new ArrayList<>();
    for (String text : texts) {
      for (String part : ENDS.split(text)) {
        String sentence = MARK.matcher(part.strip()).replaceFirst("");
        if (sentence.length() >= SHORTEST && sentence.length() <= LONGEST) {
          sentences.add(sentence);
        }
      }
    }
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("Không có câu nào dùng được trong các tệp đã cho.");
    }
  }

  /** The next document. */
  IndexChange.Put next() {
    List<String> kind = KINDS.get(random.nextInt(KINDS.size()));
    int year = 1995 + random.nextInt(31);
    int ordinal = 1 + made++ % 9_000;
    boolean dated = List.of("Nghị định", "Thông tư", "Luật", "Nghị quyết").contains(kind.get(0));
    String number = dated ? ordinal + "/" + year + "/" + kind.get(1) : ordinal + "/" + kind.get(1);
    String subject = "về " + firstWords(sentence(), 9 + random.nextInt(6));
    LocalDate issued = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    StringBuilder text = new StringBuilder();
    List<Provision> provisions = new ArrayList<>();
    int articles = 5 + random.nextInt(MOST_PROVISIONS);
    for (int article = 1; article <= articles; article++) {
      int start = text.length();
      String heading = firstWords(sentence(), 4 + random.nextInt(8));
      text.append("Điều ").append(article).append(". ").append(heading).append('\n');
      for (int clause = 1; text.length() - start < PROVISION_CHARS; clause++) {
        text.append(clause).append(". ").append(sentence()).append('\n');
      }
      provisions.add(
          new Provision(
              new ProvisionPath(List.of(new Step(Level.DIEU, Integer.toString(article)))),
              "Điều " + article,
              heading,
              new Span(start, text.length())));
    }
    LegalDocument document =
        new LegalDocument(
            DocumentKind.ORIGINAL,
            DocumentNumber.parse(number).map(CorpusMaker::reading),
            Optional.of(reading(kind.get(0))),
            List.of(reading(new IssuingBody(kind.get(2)))),
            Optional.of(reading(issued)),
            Optional.of(reading(subject)),
            List.of(),
            Handling.NONE,
            Effect.from(Optional.of(reading(issued.plusDays(45)))),
            List.of(),
            List.of(),
            List.of(),
            provisions,
            List.of());
    return new IndexChange.Put(
        String.format(Locale.ROOT, "d%07d", made), document, List.of(text.toString()));
  }

  private static <T> Reading<T> reading(T value) {
    return new Reading<>(value, new Evidence(new Span(0, 0), "bench", 1));
  }

  private String sentence() {
    String sentence = sentences.get(random.nextInt(sentences.size()));
    String[] words = sentence.split(" ", -1);
    boolean changed = false;
    for (int i = 0; i < words.length; i++) {
      if (random.nextInt(FRESH) == 0) {
        words[i] = random.nextBoolean() ? name() : slip(words[i]);
        changed = true;
      }
    }
    return changed ? String.join(" ", words) : sentence;
  }

  /** A made-up place or person, of the kind that lists of words have not. */
  private String name() {
    String[] onsets = ONSETS.split(" ", -1);
    String[] rhymes = RHYMES.split(" ", -1);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      name.append(onsets[random.nextInt(onsets.length)]);
      name.append(rhymes[random.nextInt(rhymes.length)]);
    }
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private String slip(String word) {
    if (word.length() < 3) {
      return word + (char) ('a' + random.nextInt(26));
    }
    int at = 1 + random.nextInt(word.length() - 2);
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }

  private static String firstWords(String sentence, int count) {
    String[] words = sentence.split(" ", -1);
    int most = Math.min(count, words.length);
    return String.join(" ", List.of(words).subList(0, most)).replaceAll("[.,;:]+$", "");
  }
}
