package vn.vanban.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import vn.vanban.viet.Folding;

/**
 * The reviewed list of abbreviations ({@code abbreviations.tsv}), both ways: UBND and ủy ban nhân
 * dân, NĐ-CP and nghị định của Chính phủ. Words are in one of the two forms of {@link Folding}, as
 * the syllable tokenizer yields them behind a folding filter. Immutable.
 */
public final class Abbreviations {
  private final Map<List<String>, Set<List<String>>> others = new LinkedHashMap<>();

  /** What each abbreviation may mean: the usual full form of each. */
  private final Map<List<String>, Set<List<String>>> full = new LinkedHashMap<>();

  /** The usual abbreviation of each full form. */
  private final Map<List<String>, List<String>> brief = new LinkedHashMap<>();

  private final int longest;

  /**
   * What may stand in place of a part of some words.
   *
   * @param from the first word of the part
   * @param to behind the last word of the part
   * @param words what may stand there: an abbreviation for a full form, or a full form
   */
  public record Expansion(int from, int to, List<String> words) {}

  private Abbreviations(UnaryOperator<String> folding) {
    List<String> lines = lines();
    for (String line : lines) {
      String[] columns = line.split("\t", -1);
      for (String abbreviation : columns[0].split(";", -1)) {
        for (String full : columns[1].split(";", -1)) {
          List<String> shortForm = words(folding.apply(abbreviation));
          List<String> fullForm = words(folding.apply(full));
          put(shortForm, fullForm);
          put(fullForm, shortForm);
          // hdnd tỉnh: the marks of abbreviations are the first to be left out.
          put(words(Folding.unaccented(abbreviation)), fullForm);
        }
      }
    }
    usual(lines, folding);
    longest = others.keySet().stream().mapToInt(List::size).max().orElse(0);
  }

  /** For words in the canonical accented form; abbreviations are known without marks too. */
  public static Abbreviations accented() {
    return Accented.LIST;
  }

  /** For words in the unaccented form. */
  public static Abbreviations unaccented() {
    return Unaccented.LIST;
  }

  private static final class Accented {
    private static final Abbreviations LIST =
        new Abbreviations(text -> Folding.loneI(Folding.canonical(text)));
  }

  private static final class Unaccented {
    private static final Abbreviations LIST =
        new Abbreviations(text -> Folding.loneI(Folding.unaccented(text)));
  }

  /**
   * What a query's words may be replaced by: of each place the longest entry of the list, from left
   * to right and never overlapping, with every alternative that it has.
   *
   * @param words folded words in a row; an empty one where nothing may be replaced, such as the
   *     parts of a document number (UBND in {@code 383/KH-UBND} names a series)
   * @return in the order of their places; mostly empty
   */
  public List<Expansion> expansions(List<String> words) {
    List<Expansion> found = new ArrayList<>();
    for (Expansion entry : entries(words, others.keySet())) {
      for (List<String> other : others.getOrDefault(entry.words(), Set.of())) {
        found.add(new Expansion(entry.from(), entry.to(), other));
      }
    }
    return found;
  }

  /**
   * The ways in which the abbreviations among words may be written out, each with its usual full
   * form: one where all are plain; two where one is either thủ tục or tố tụng hành chính, as {@code
   * tthc} is. Of several that have more than one meaning, none is.
   *
   * @param words as of {@link #expansions}
   * @return ways of at least one expansion; none where no abbreviation can be written out
   */
  public List<List<Expansion>> writtenOut(List<String> words) {
    List<Expansion> entries = entries(words, full.keySet());
    List<Expansion> several = entries.stream().filter(one -> meanings(one).size() > 1).toList();
    if (several.size() == 1) {
      return meanings(several.getFirst()).stream().map(meaning -> with(entries, meaning)).toList();
    }
    List<Expansion> plain = new ArrayList<>(entries);
    plain.removeAll(several);
    return plain.isEmpty() ? List.of() : List.of(with(plain, List.of()));
  }

  private Set<List<String>> meanings(Expansion entry) {
    return full.getOrDefault(entry.words(), Set.of());
  }

  private List<Expansion> with(List<Expansion> entries, List<String> chosen) {
    return entries.stream()
        .map(entry -> {
          Set<List<String>> all = meanings(entry);
          return new Expansion(
              entry.from(), entry.to(), all.size() > 1 ? chosen : all.iterator().next());
        })
        .toList();
  }

  /**
   * The full forms among words, each with its usual abbreviation: {@code ủy ban nhân dân} is ubnd.
   *
   * @param words as of {@link #expansions}
   */
  public List<Expansion> abbreviated(List<String> words) {
    return entries(words, brief.keySet()).stream()
        .map(entry ->
            new Expansion(entry.from(), entry.to(), brief.getOrDefault(entry.words(), List.of())))
        .toList();
  }

  /** The longest of some entries at each place, from left to right. */
  private List<Expansion> entries(List<String> words, Set<List<String>> entries) {
    List<Expansion> found = new ArrayList<>();
    int from = 0;
    while (from < words.size()) {
      int to = Math.min(words.size(), from + longest);
      while (to > from && !entries.contains(words.subList(from, to))) {
        to--;
      }
      if (to > from) {
        found.add(new Expansion(from, to, words.subList(from, to)));
      }
      from = Math.max(to, from + 1);
    }
    return found;
  }

  /** Of each line the first full form, and of each full form the first abbreviation of its own. */
  private void usual(List<String> lines, UnaryOperator<String> folding) {
    for (String line : lines) {
      String[] columns = line.split("\t", -1);
      String[] abbreviations = columns[0].split(";", -1);
      List<String> fullForm = words(folding.apply(columns[1].split(";", -1)[0]));
      for (String abbreviation : abbreviations) {
        for (String spelling :
            List.of(folding.apply(abbreviation), Folding.unaccented(abbreviation))) {
          full.computeIfAbsent(words(spelling), key -> new LinkedHashSet<>()).add(fullForm);
        }
      }
      for (String form : columns[1].split(";", -1)) {
        brief.putIfAbsent(words(folding.apply(form)), words(folding.apply(abbreviations[0])));
      }
    }
    brief.values().removeIf(one -> full.getOrDefault(one, Set.of()).size() > 1);
  }

  /** The list as Lucene's filter wants it. */
  SynonymMap synonyms() {
    SynonymMap.Builder builder = new SynonymMap.Builder(true);
    others.forEach((entry, alternatives) ->
        alternatives.forEach(other -> builder.add(joined(entry), joined(other), true)));
    try {
      return builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in memory
    }
  }

  private static CharsRef joined(List<String> words) {
    return SynonymMap.Builder.join(words.toArray(String[]::new), new CharsRefBuilder());
  }

  private void put(List<String> entry, List<String> other) {
    if (!entry.equals(other)) {
      others.computeIfAbsent(entry, key -> new LinkedHashSet<>()).add(other);
    }
  }

  /** Splits as the tokenizer does: LĐ-TB&XH is three words. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[^\\p{L}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }

  static List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Abbreviations.class.getResourceAsStream("abbreviations.tsv")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
