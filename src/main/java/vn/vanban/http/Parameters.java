package vn.vanban.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.vanban.law.VietnamTime;
import vn.vanban.search.QueryParser;

/** The query parameters of one request, each known and well formed, or else a {@link Problem}. */
final class Parameters {
  /** Longer than any title or citation; keeps hostile queries cheap. */
  static final int MAX_TEXT = 500;

  /** Phrases, fields and groups of words of a query; each is looked for in the whole index. */
  static final int MAX_CONDITIONS = 32;

  private static final int MAX_FORM_BYTES = 64 << 10;
  private static final int MAX_VALUES = 50;
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");
  private static final Pattern SHARE = Pattern.compile("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?");
  private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

  private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads the query string, encoded as HTML forms do it, in UTF-8.
   *
   * @param known the names that are allowed
   */
  static Parameters of(Context ctx, String... known) {
    return of(ctx, List.of(known));
  }

  /**
   * Reads the query string, encoded as HTML forms do it, in UTF-8.
   *
   * @param known the names that are allowed
   */
  static Parameters of(Context ctx, List<String> known) {
    return of(Optional.ofNullable(ctx.queryString()).orElse(""), known);
  }

  /** Reads what a form sends in its body, {@code application/x-www-form-urlencoded}. */
  static Parameters ofForm(Context ctx, List<String> known) {
    try {
      byte[] body = ctx.req().getInputStream().readNBytes(MAX_FORM_BYTES + 1);
      if (body.length > MAX_FORM_BYTES) {
        throw Problem.tooLarge("Biểu mẫu vượt giới hạn %,d byte.".formatted(MAX_FORM_BYTES));
      }
      return of(new String(body, StandardCharsets.US_ASCII), known);
    } catch (IOException e) {
      throw Problem.badRequest("Không nhận được trọn biểu mẫu.");
    }
  }

  private static Parameters of(String query, List<String> known) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      if (!known.contains(name)) {
        throw Problem.unknownParameter(shortened(name), known);
      }
      List<String> all = values.computeIfAbsent(name, n -> new ArrayList<>());
      all.add(decode(equals < 0 ? "" : pair.substring(equals + 1)));
      if (all.size() > MAX_VALUES) {
        throw Problem.badParameter(
            name, "Tham số “" + name + "” lặp lại quá " + MAX_VALUES + " lần.");
      }
    }
    return new Parameters(values);
  }

  /** One text, without control characters and outer spaces; blank is as absent. */
  Optional<String> text(String name) {
    List<String> all = texts(name);
    if (all.size() > 1) {
      throw Problem.badParameter(name, "Tham số “" + name + "” chỉ được nêu một lần.");
    }
    return all.stream().findFirst();
  }

  /** One text that is a query. */
  Optional<String> query(String name) {
    Optional<String> query = text(name);
    query.ifPresent(text -> refuseTooComplex(name, text));
    return query;
  }

  /** Refuses a query that joins too much. */
  static void refuseTooComplex(String name, String query) {
    QueryParser.beyond(query, MAX_CONDITIONS)
        .ifPresent(position -> {
          throw Problem.tooComplex(name, MAX_CONDITIONS, position);
        });
  }

  /** All texts of a repeatable parameter, without blank ones. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (String raw : values.getOrDefault(name, List.of())) {
      String text = raw.replaceAll("\\p{Cntrl}", " ").strip();
      if (text.length() > MAX_TEXT) {
        throw Problem.badParameter(name, "Tham số “" + name + "” dài quá " + MAX_TEXT + " ký tự.");
      }
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** One text as sent, of any length that a form may have; empty where it is not sent. */
  String raw(String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  /** Whether a parameter is given. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A place in a list. */
  long whole(String name, long absent) {
    Optional<String> text = text(name);
    if (text.isEmpty() && !values.containsKey(name)) {
      return absent;
    }
    return text.filter(digits -> PLACE.matcher(digits).matches())
        .map(Long::parseLong)
        .orElseThrow(() ->
            Problem.badParameter(
                name,
                "Tham số “%s” phải là một số nguyên, không phải “%s”."
                    .formatted(name, text.orElse(""))));
  }

  /** A whole number within bounds. */
  int whole(String name, int absent, int min, int max) {
    Optional<String> text = text(name);
    if (text.isEmpty() && !values.containsKey(name)) {
      return absent;
    }
    String digits = text.orElse("");
    int value = WHOLE.matcher(digits).matches() ? Integer.parseInt(digits) : -1;
    if (value < min || value > max) {
      throw Problem.badParameter(
          name,
          String.format(
              Locale.ROOT,
              "Tham số “%s” phải là số nguyên từ %d đến %d, không phải “%s”.",
              name,
              min,
              max,
              shortened(digits)));
    }
    return value;
  }

  /** A share from 0 to 1. */
  OptionalDouble share(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!SHARE.matcher(text.get()).matches()) {
      throw Problem.badParameter(
          name,
          "Tham số “"
              + name
              + "” phải là số từ 0 đến 1 như 0.8, không phải “"
              + shortened(text.get())
              + "”.");
    }
    return OptionalDouble.of(Double.parseDouble(text.get()));
  }

  /** Years of four digits. */
  Set<Integer> years(String name) {
    Set<Integer> years = new TreeSet<>();
    for (String text : texts(name)) {
      if (!YEAR.matcher(text).matches()) {
        throw Problem.badParameter(
            name,
            "Tham số “"
                + name
                + "” phải là năm gồm bốn chữ số, từ 1000 đến 2999, không phải “"
                + shortened(text)
                + "”.");
      }
      years.add(Integer.parseInt(text));
    }
    return years;
  }

  /** Values of a choice; an empty one asks nothing. */
  <T> Set<T> choices(String name, Choices<T> choices) {
    Set<T> chosen = new LinkedHashSet<>();
    for (String text : texts(name)) {
      chosen.add(
          choices
              .find(text)
              .orElseThrow(() -> Problem.unknownValue(name, shortened(text), choices.names())));
    }
    return chosen;
  }

  /** One value of a choice. */
  <T> Optional<T> choice(String name, Choices<T> choices) {
    text(name);
    return choices(name, choices).stream().findFirst();
  }

  /** A moment as in RFC 3339, or a day: its last moment in Vietnam. */
  Optional<Instant> time(String name) {
    return text(name)
        .map(text -> {
          try {
            return DAY.matcher(text).matches()
                ? LocalDate.parse(text)
                    .plusDays(1)
                    .atStartOfDay(VietnamTime.ZONE)
                    .toInstant()
                    .minusNanos(1)
                : OffsetDateTime.parse(text).toInstant();
          } catch (DateTimeException e) {
            throw Problem.badParameter(
                name,
                "Tham số “"
                    + name
                    + "” phải là một thời điểm, ví dụ 2026-03-05T08:00:00+07:00, hoặc một ngày 2026-03-05, không phải “"
                    + shortened(text)
                    + "”.");
          }
        });
  }

  /** A day as in ISO 8601. */
  Optional<LocalDate> day(String name) {
    return text(name)
        .map(text -> {
          try {
            if (DAY.matcher(text).matches()) {
              return LocalDate.parse(text);
            }
          } catch (DateTimeParseException e) {
            // 2023-02-30: told like any other text that is no day.
          }
          throw Problem.badParameter(
              name,
              "Tham số “"
                  + name
                  + "” phải là một ngày như 2020-02-26, không phải “"
                  + shortened(text)
                  + "”.");
        });
  }

  /** Texts as a set, in the order given. */
  Set<String> set(String name) {
    return new LinkedHashSet<>(texts(name));
  }

  private static String decode(String encoded) {
    try {
      String text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      // The decoder puts U+FFFD in the place of bytes that are not UTF-8.
      if (text.indexOf('\uFFFD') >= 0
          && encoded.indexOf('\uFFFD') < 0
          && !encoded.toUpperCase(Locale.ROOT).contains("%EF%BF%BD")) {
        throw Problem.badRequest("Địa chỉ chứa byte không phải UTF-8.");
      }
      return text;
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("Địa chỉ có dấu % mã hóa sai.");
    }
  }

  private static String shortened(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= 60 ? clean : clean.substring(0, 60) + "…";
  }
}
