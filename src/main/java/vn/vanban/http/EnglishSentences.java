package vn.vanban.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vanban.http.pages.Said;

/**
 * What other rooms say of a document (warnings, reasons, the steps of a proof), in English. They
 * say it in Vietnamese, and so it is kept with the records; here a sentence is known by its words,
 * as gettext knows it. What stands within it is said in English in its turn where that is known, or
 * stays.
 */
final class EnglishSentences {
  private static final Pattern GAP = Pattern.compile("\\{(\\d?)}");

  /** Several things told in one sentence. */
  private static final String LISTED = "; ";

  private record Sentence(Pattern vietnamese, String english) {}

  private final List<Sentence> sentences = new ArrayList<>();

  EnglishSentences() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    EnglishSentences.class.getResourceAsStream("sentences-en.tsv")),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] halves = line.split("\t", -1);
    String pattern =
        Arrays.stream(GAP.split(halves[0], -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("(.+?)"));
    sentences.add(new Sentence(Pattern.compile(pattern), halves[1]));
  }

  /**
   * A sentence in English; one that is not known stays Vietnamese.
   *
   * @param written how days are written
   */
  Said of(String vietnamese, Function<LocalDate, String> written) {
    return new Said(
        known(vietnamese, written)
            .orElseGet(() -> List.of(new Said.Part(Wording.dated(vietnamese), true))));
  }

  private Optional<List<Said.Part>> known(String vietnamese, Function<LocalDate, String> written) {
    for (Sentence sentence : sentences) {
      Matcher found = sentence.vietnamese().matcher(vietnamese);
      if (found.matches()) {
        return Optional.of(filled(sentence.english(), found, written));
      }
    }
    return Optional.empty();
  }

  private List<Said.Part> filled(
      String english, Matcher found, Function<LocalDate, String> written) {
    List<Said.Part> parts = new ArrayList<>();
    Matcher gap = GAP.matcher(english);
    int end = 0;
    while (gap.find()) {
      parts.add(new Said.Part(english.substring(end, gap.start()), false));
      parts.addAll(within(found.group(Integer.parseInt(gap.group(1))), written));
      end = gap.end();
    }
    parts.add(new Said.Part(english.substring(end), false));
    return parts;
  }

  private List<Said.Part> within(String text, Function<LocalDate, String> written) {
    Optional<LocalDate> day = Wording.day(text);
    if (day.isPresent()) {
      return List.of(new Said.Part(written.apply(day.get()), false));
    }
    List<Said.Part> parts = new ArrayList<>();
    for (String one : text.split(LISTED, -1)) {
      if (!parts.isEmpty()) {
        parts.add(new Said.Part(LISTED, false));
      }
      parts.addAll(
          known(one, written)
              .orElseGet(() -> List.of(new Said.Part(one, !one.matches("[\\p{ASCII}]*")))));
    }
    return parts;
  }
}
