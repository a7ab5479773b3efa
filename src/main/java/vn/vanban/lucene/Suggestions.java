package vn.vanban.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.TypedBodies;
import vn.vanban.lucene.Beginnings.Shared;
import vn.vanban.lucene.SuggestionTerms.Place;
import vn.vanban.search.Suggestion;
import vn.vanban.search.Suggestion.Kind;
import vn.vanban.viet.Folding;

/**
 * Suggests while someone types: numbers, titles, bodies, and subjects that several documents share.
 * Marks that were typed prefer texts that have them; marks that were not are not missed. What the
 * beginnings say is only where to look: every text is held against what was typed.
 */
final class Suggestions {
  /** A longer text is not about to be typed. */
  private static final int MAX_TYPED = 200;

  /** Texts read for a place. */
  private static final int READ = 16;

  /** Later words of a long beginning that documents must have, too. */
  private static final int MAX_TERMS = 4;

  private static final Set<String> STORED =
      Set.of(Schema.NUMBER, Schema.TYPE, Schema.SUBJECT, Schema.ISSUER);

  // What a suggestion counts by; a factor of e in documents is worth a quarter.
  private static final double EXACT_MARKS = 4;
  private static final double AT_START = 2;
  private static final double AT_SUBJECT = 1.5;
  private static final double EXACT_NUMBER = 4;
  private static final double DOCUMENTS = .25;
  private static final double A_CENTURY = .5;

  private final StoredFields stored;
  private final Beginnings beginnings;

  Suggestions(IndexSearcher searcher) throws IOException {
    this.stored = searcher.storedFields();
    this.beginnings = new Beginnings(searcher.getIndexReader());
  }

  private record Scored(Suggestion suggestion, double score) {}

  /** The best suggestions for what was typed, at most {@code limit}. */
  List<Suggestion> of(String typed, int limit) throws IOException {
    Typed text = Typed.of(typed);
    if (text.bare().isBlank() || typed.length() > MAX_TYPED || limit < 1) {
      return List.of();
    }
    Map<String, Scored> found = new HashMap<>();
    numbers(text, limit, found);
    numbersByType(text, limit, found);
    Optional<String> body = TypedBodies.writtenOut(text.bare());
    if (body.isPresent()) {
      texts(new Typed(body.get(), body.get(), ""), Place.ISSUER, limit, found);
    }
    for (Place place :
        List.of(Place.TITLE, Place.ISSUER, Place.SUBJECT, Place.IN_ISSUER, Place.IN_SUBJECT)) {
      boolean within = place == Place.IN_ISSUER || place == Place.IN_SUBJECT;
      if (!within || found.size() < 2 * limit) {
        texts(text, place, within ? (limit + 1) / 2 : limit, found);
      }
    }
    return best(found, limit);
  }

  /**
   * What was typed, as texts are compared; a blank at the end closes the last word.
   *
   * @param bare without marks, y for a lone i
   * @param accented the same with them
   * @param number as folded numbers are
   */
  private record Typed(String bare, String accented, String number) {
    static Typed of(String typed) {
      String end =
          !typed.isEmpty() && Character.isWhitespace(typed.codePointBefore(typed.length()))
              ? " "
              : "";
      String bare = SuggestionTerms.key(typed);
      String plain = Folding.unaccented(typed).strip();
      String number =
          DocumentNumber.foldedKey(plain.startsWith("so ") ? plain.substring(3) : plain);
      return new Typed(bare + end, SuggestionTerms.accentedKey(typed) + end, number);
    }

    boolean marked() {
      return !bare.equals(accented);
    }
  }

  private void numbers(Typed typed, int limit, Map<String, Scored> found) throws IOException {
    String squeezed = SuggestionTerms.squeezed(typed.number());
    if (squeezed.isEmpty()) {
      return;
    }
    List<List<String>> ways = new ArrayList<>();
    if (squeezed.chars().allMatch(Character::isDigit)) {
      ways.add(List.of(SuggestionTerms.ordinal(typed.number())));
    }
    int length = Place.NUMBER.indexed(squeezed.length());
    ways.add(List.of(Place.NUMBER.term(squeezed, 0, length)));
    int kept = 0;
    for (List<String> way : ways) {
      for (Shared shared : beginnings.of(way, Schema.SUGGEST_NUMBER)) {
        if (kept >= limit) {
          return;
        }
        Document document = stored.document(shared.document(), STORED);
        Optional<String> number = Optional.ofNullable(document.get(Schema.NUMBER));
        if (number.isPresent() && number(typed, squeezed, number.get(), shared, found)) {
          kept++;
        }
      }
    }
  }

  private static boolean number(
      Typed typed, String squeezed, String number, Shared shared, Map<String, Scored> found) {
    String key = new DocumentNumber(number).foldedKey();
    if (!SuggestionTerms.squeezed(key).startsWith(squeezed)) {
      return false;
    }
    boolean sameOrdinal = (key + ' ').startsWith(ordinal(typed.number()) + ' ');
    double score = EXACT_NUMBER + (sameOrdinal ? AT_START : 0) + weight(shared);
    keep(found, new Suggestion(number, Kind.NUMBER), score);
    return true;
  }

  private void numbersByType(Typed typed, int limit, Map<String, Scored> found) throws IOException {
    Optional<String> term = NumbersByType.term(typed.bare());
    if (term.isEmpty()) {
      return;
    }
    for (Shared shared :
        beginnings.of(List.of(term.get()), Schema.SUGGEST_NUMBER).stream().limit(limit).toList()) {
      Optional.ofNullable(stored.document(shared.document(), STORED).get(Schema.NUMBER))
          .ifPresent(number ->
              keep(found, new Suggestion(number, Kind.NUMBER), EXACT_NUMBER + weight(shared)));
    }
  }

  /** {@code 383} of {@code 383 kh} and of {@code 383kh}. */
  private static String ordinal(String number) {
    int end = 0;
    while (end < number.length() && Character.isDigit(number.charAt(end))) {
      end++;
    }
    return number.substring(0, end);
  }

  private void texts(Typed typed, Place place, int limit, Map<String, Scored> found)
      throws IOException {
    List<String> terms = terms(typed.bare(), place);
    if (terms.isEmpty()) {
      return;
    }
    int read = 0;
    int kept = 0;
    for (Shared shared : beginnings.of(terms, fingerprints(place))) {
      if (++read > READ || kept >= limit) {
        return;
      }
      Document document = stored.document(shared.document(), STORED);
      kept += texts(typed, place, document, shared, found) ? 1 : 0;
    }
  }

  /** The beginning, and of what is longer than any indexed one the words that follow. */
  private static List<String> terms(String bare, Place place) {
    int covered = place.indexed(bare.length());
    if (covered == 0) {
      return List.of();
    }
    List<String> terms = new ArrayList<>();
    terms.add(place.term(bare, 0, covered));
    Place further =
        switch (place) {
          case SUBJECT, IN_SUBJECT -> Place.IN_SUBJECT;
          case ISSUER, IN_ISSUER -> Place.IN_ISSUER;
          default -> place;
        };
    if (further == place && place == Place.TITLE) {
      further = Place.IN_SUBJECT; // beyond the longest type name and the subject's first words
    }
    int reached = covered;
    for (int start : SuggestionTerms.starts(bare)) {
      int length = further.indexed(bare.length() - start);
      if (start > 0
          && length > 0
          && start + length > reached
          && terms.size() < MAX_TERMS
          && (place != Place.TITLE || start >= covered)) {
        terms.add(further.term(bare, start, length));
        reached = start + length;
      }
    }
    return terms;
  }

  private static String fingerprints(Place place) {
    return switch (place) {
      case NUMBER -> Schema.SUGGEST_NUMBER;
      case TITLE -> Schema.SUGGEST_TITLE;
      case SUBJECT, IN_SUBJECT -> Schema.SUGGEST_SUBJECT;
      case ISSUER, IN_ISSUER -> Schema.SUGGEST_ISSUER;
    };
  }

  private static boolean texts(
      Typed typed, Place place, Document document, Shared shared, Map<String, Scored> found) {
    String type = Optional.ofNullable(document.get(Schema.TYPE)).orElse("");
    String subject = Optional.ofNullable(document.get(Schema.SUBJECT)).orElse("");
    String title = (type + " " + subject).strip();
    return switch (place) {
      case NUMBER -> false;
      case TITLE -> text(typed, title, new Suggestion(title, Kind.TITLE), AT_START, shared, found);
      case SUBJECT, IN_SUBJECT -> {
        boolean several = shared.documents() >= 2;
        Suggestion suggestion =
            several ? new Suggestion(subject, Kind.SUBJECT) : new Suggestion(title, Kind.TITLE);
        yield text(typed, subject, suggestion, AT_SUBJECT, shared, found);
      }
      case ISSUER, IN_ISSUER -> {
        boolean any = false;
        String names = Optional.ofNullable(document.get(Schema.ISSUER)).orElse("");
        for (String name : names.split("; ", -1)) {
          any |= text(typed, name, new Suggestion(name, Kind.ISSUER), AT_START, shared, found);
        }
        yield any;
      }
    };
  }

  /**
   * Keeps a suggestion if what was typed begins a word of the text; tells whether marks do, too.
   */
  private static boolean text(
      Typed typed,
      String text,
      Suggestion suggestion,
      double atStart,
      Shared shared,
      Map<String, Scored> found) {
    String bare = SuggestionTerms.key(text) + ' ';
    String accented = SuggestionTerms.accentedKey(text) + ' ';
    double best = -1;
    for (int at = bare.indexOf(typed.bare()); at >= 0; at = bare.indexOf(typed.bare(), at + 1)) {
      if (at == 0 || bare.charAt(at - 1) == ' ') {
        boolean exact = !typed.marked() || accented.startsWith(typed.accented(), at);
        best = Math.max(best, (exact ? EXACT_MARKS : 0) + (at == 0 ? atStart : 0));
      }
    }
    if (best >= 0) {
      keep(found, suggestion, best + weight(shared));
    }
    return best >= EXACT_MARKS;
  }

  private static double weight(Shared shared) {
    double years =
        shared.issued() == Long.MIN_VALUE
            ? 0
            : LocalDate.ofEpochDay(shared.issued()).getYear() - 1945;
    return DOCUMENTS * Math.log(1 + shared.documents()) + A_CENTURY * years / 100;
  }

  /** Of texts that differ in case and marks only the better one is kept. */
  private static void keep(Map<String, Scored> found, Suggestion suggestion, double score) {
    String key = suggestion.kind() + suggestion.text().toLowerCase(Locale.ROOT);
    found.merge(
        key,
        new Scored(suggestion, score),
        (known, fresh) -> fresh.score() > known.score() ? fresh : known);
  }

  /** The best ones; no kind takes more than half while others have something. */
  private static List<Suggestion> best(Map<String, Scored> found, int limit) {
    List<Scored> sorted = new ArrayList<>(found.values());
    sorted.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.suggestion().text()));
    int most = (limit + 1) / 2;
    Map<Kind, Integer> taken = new EnumMap<>(Kind.class);
    List<Scored> chosen = new ArrayList<>();
    for (Scored scored : sorted) {
      if (chosen.size() < limit
          && taken.merge(scored.suggestion().kind(), 1, Integer::sum) <= most) {
        chosen.add(scored);
      }
    }
    for (Scored scored : sorted) {
      if (chosen.size() < limit && !chosen.contains(scored)) {
        chosen.add(scored);
      }
    }
    chosen.sort(Comparator.comparingInt(sorted::indexOf));
    return chosen.stream().map(Scored::suggestion).toList();
  }
}
