package vn.vanban.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vanban.bench.NumberSpellings.Kept;
import vn.vanban.bench.NumberSpellings.Spelled;
import vn.vanban.law.Authorities;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.DocumentType;
import vn.vanban.law.Evidence;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Bearer;
import vn.vanban.search.SearchResult.Hit;

/**
 * Asks for documents by their numbers in random spellings, some with the body or the year. Right is
 * an answer whose first hit has that number, and the body and the year where they were typed, and
 * that lists every document of that number, of any body and year. Where a spelling keeps less than
 * the number ({@code 5 hd btc} is 5/HD-BTC and 5/HĐ-BTC) any of those that it may mean is right as
 * the first, and all are to be listed.
 */
public final class NumbersBench {
  private static final int BATCH = 500;

  private final SearchEngine engine;
  private final Random random;

  /**
   * A benchmark.
   *
   * @param engine empty; it will hold the records afterwards
   */
  public NumbersBench(SearchEngine engine, long seed) {
    this.engine = engine;
    this.random = new Random(seed);
  }

  /**
   * What a portal says of a document.
   *
   * @param number as the portal prints it
   * @param year of issue, where the day is not known
   */
  public record Row(
      String number,
      Optional<String> type,
      Optional<String> issuer,
      Optional<LocalDate> issued,
      OptionalInt year,
      String subject) {}

  /**
   * What was measured.
   *
   * @param registered how many different documents
   * @param unread how many rows have no number that can be read
   * @param asked how many questions
   * @param failures the questions that were answered wrongly, with what is wrong
   */
  public record Result(int registered, int unread, int asked, List<String> failures) {
    public Result {
      failures = List.copyOf(failures);
    }

    /** How many were answered rightly. */
    public int right() {
      return asked - failures.size();
    }
  }

  private record Known(
      String id,
      DocumentNumber number,
      Optional<String> type,
      List<String> issuers,
      Set<Integer> years,
      Row row) {}

  /** Registers rows and asks for {@code count} of them, each at most once. */
  public Result run(List<Row> rows, int count) {
    Map<String, Known> documents = new LinkedHashMap<>();
    int unread = 0;
    for (Row row : rows) {
      Optional<DocumentNumber> number = DocumentNumber.parse(row.number());
      if (number.isEmpty()) {
        unread++;
        continue;
      }
      Known known = known("d" + documents.size(), number.get(), row);
      String identity =
          known.number().key() + "|" + known.issuers() + "|" + known.years() + "|" + known.type();
      documents.putIfAbsent(identity, known);
    }
    List<Known> all = new ArrayList<>(documents.values());
    index(all);
    List<Known> asked = new ArrayList<>(all);
    Collections.shuffle(asked, random);
    asked = asked.subList(0, Math.min(count, asked.size()));
    List<String> failures = new ArrayList<>();
    for (Known document : asked) {
      ask(document, all).ifPresent(failures::add);
    }
    return new Result(all.size(), unread, asked.size(), failures);
  }

  private Optional<String> ask(Known document, List<Known> all) {
    NumberSpellings spellings = new NumberSpellings(random);
    Spelled spelled = spellings.number(document.number(), document.type());
    String query = spelled.text();
    boolean withBody = !document.issuers().isEmpty() && random.nextInt(3) == 0;
    boolean withYear = !document.years().isEmpty() && random.nextInt(3) == 0;
    if (withBody) {
      query += " " + spellings.body(document.issuers().getFirst());
    }
    if (withYear) {
      query += " " + spellings.year(document.years().iterator().next());
    }
    List<Known> alike = all.stream().filter(other -> mayBe(spelled, document, other)).toList();
    List<Known> fitting =
        alike.stream()
            .filter(other -> !withBody || sharesBody(document, other))
            .filter(other -> !withYear || sharesYear(document, other))
            .toList();
    List<Known> first =
        spelled.kept() == Kept.ALL
            ? fitting.stream()
                .filter(other -> other.number().key().equals(document.number().key()))
                .toList()
            : fitting;
    SearchResult result = engine.search(SearchRequest.of(query, 10));
    Set<String> listed =
        result.numbers().stream().map(Bearer::documentId).collect(Collectors.toSet());
    List<Known> toList = spelled.kept() == Kept.ORDINAL_AND_TYPE ? fitting : alike;
    List<String> missing =
        toList.stream()
            .filter(other -> !listed.contains(other.id()))
            .map(other -> other.number() + " " + other.issuers() + " " + other.years())
            .toList();
    String top = result.hits().stream().findFirst().map(Hit::documentId).orElse("");
    if (first.stream().noneMatch(known -> known.id().equals(top))) {
      return Optional.of(
          "“%s” for %s %s %s: first is %s"
              .formatted(
                  query,
                  document.number(),
                  document.issuers(),
                  document.years(),
                  result.hits().stream().findFirst().map(NumbersBench::shown).orElse("nothing")));
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("“%s”: not listed %s".formatted(query, missing));
  }

  private static String shown(Hit hit) {
    return hit.number().orElse("?")
        + " "
        + hit.issuer().orElse("?")
        + " "
        + hit.issued().map(LocalDate::toString).orElse("?");
  }

  /** Whether another document's number may be spelled so too. */
  private static boolean mayBe(Spelled spelled, Known asked, Known other) {
    String key = asked.number().foldedKey();
    String otherKey = other.number().foldedKey();
    return switch (spelled.kept()) {
      case ALL, LETTERS -> key.equals(otherKey);
      case RUN -> key.replace(" ", "").equals(otherKey.replace(" ", ""));
      case ORDINAL_AND_TYPE -> {
        String type = spelled.type().map(DocumentType::name).orElse("");
        boolean sameYear =
            (!spelled.text().contains("/2") && !spelled.text().contains("/19"))
                || asked.number().year().equals(other.number().year());
        yield sameYear
            && bareOrdinal(asked).equals(bareOrdinal(other))
            && (other.type().filter(type::equals).isPresent()
                || DocumentType.abbreviated(other.number().symbol().split("[^\\p{L}&]", -1)[0])
                    .filter(known -> known.name().equals(type))
                    .isPresent());
      }
    };
  }

  private static String bareOrdinal(Known known) {
    return DocumentNumber.foldedKey(known.number().ordinal());
  }

  private static boolean sharesBody(Known asked, Known other) {
    return other.issuers().contains(asked.issuers().getFirst());
  }

  private static boolean sharesYear(Known asked, Known other) {
    return other.years().contains(asked.years().iterator().next());
  }

  private void index(List<Known> documents) {
    for (int from = 0; from < documents.size(); from += BATCH) {
      engine.apply(
          documents.subList(from, Math.min(documents.size(), from + BATCH)).stream()
              .<IndexChange>map(NumbersBench::put)
              .toList());
    }
    engine.commit(new IndexMark("numbers", "1", documents.size()));
  }

  private static IndexChange.Put put(Known known) {
    return new IndexChange.Put(
        known.id(),
        LegalDocument.of(
            DocumentKind.ORIGINAL,
            Optional.of(reading(known.number())),
            known.type().map(NumbersBench::reading),
            known.issuers().stream().map(name -> reading(new IssuingBody(name))).toList(),
            known.row().issued().map(NumbersBench::reading),
            Optional.of(known.row().subject()).filter(s -> !s.isBlank()).map(NumbersBench::reading),
            List.of()),
        List.of(known.row().subject()));
  }

  private static <T> Reading<T> reading(T value) {
    return new Reading<>(value, new Evidence(new Span(0, 0), "record", 1));
  }

  private static Known known(String id, DocumentNumber number, Row row) {
    Set<Integer> years = new LinkedHashSet<>();
    row.issued().map(LocalDate::getYear).ifPresent(years::add);
    number.year().ifPresent(years::add);
    Optional<String> type = row.type().flatMap(DocumentType::named).map(DocumentType::name);
    List<String> issuers = row.issuer().map(NumbersBench::bodies).orElse(List.of());
    return new Known(id, number, type, issuers, years, row);
  }

  /** One portal gives the place alone; joint issuers stand in a row. */
  private static List<String> bodies(String printed) {
    String[] joint =
        printed.split("\\s*-\\s*(?=(?:BỘ|TÒA|VIỆN|NGÂN|THANH|UỶ|ĐOÀN|CHÍNH|VĂN) )", -1);
    return Arrays.stream(joint)
        .filter(name -> !name.isBlank())
        .map(NumbersBench::body)
        .distinct()
        .toList();
  }

  private static String body(String printed) {
    return Authorities.named(printed)
        .or(() -> Authorities.named("Ủy ban nhân dân " + printed))
        .map(body -> body.name())
        .orElseGet(() -> IssuingBody.named(printed).name());
  }
}
