package vn.vanban.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a damaged or careless spelling may mean. Each repair has a cost, and the cheapest reading
 * comes first; a reading whose parts are all known abbreviations needs no repair.
 */
final class NumberReadings {
  private NumberReadings() {}

  private static final int MAX_READINGS = 8;
  private static final int MAX_PARTS = 8;
  private static final int UNKNOWN_PART = 3;
  private static final int OTHER_MARK = 1;
  private static final int LOST_JOINT = 1;
  private static final int MISREAD_DIGIT = 2;

  /** An ordinal of digits and letters that OCR takes for digits, or of Roman digits. */
  private static final Pattern DAMAGED =
      Pattern.compile(
          "^(?:số ?:? ?)?(?<ordinal>[\\dOoIlSBZ|]{1,6}[A-Za-zĐđ]?|[IVXLC]{1,6})"
              + "(?: ?[/-] ?(?<year>[12][\\dOoIlSBZ|]{3})(?=[ /-]))?"
              + "(?<sep> ?[/-] ?/? ?| )(?<symbol>\\p{L}[\\p{L}\\d&/._ -]{0,80})$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SEPARATOR = Pattern.compile(" ?[/._-] ?/? ?| ");

  /** A reading with what it costs. */
  private record Costed(String text, int cost) {}

  static List<DocumentNumber> of(String text) {
    Map<DocumentNumber, Integer> costs = new LinkedHashMap<>();
    NumberGrammar.whole(text)
        .ifPresent(literal -> costs.put(literal.number(), cost(literal.number())));
    String plain = NumberGrammar.plain(text);
    Matcher m = DAMAGED.matcher(plain);
    if (plain.length() <= 120 && m.matches()) {
      List<Costed> ordinals = ordinals(m.group("ordinal"));
      String year = m.group("year") == null ? "" : "/" + digits(m.group("year"));
      int yearCost = year.isEmpty() || year.equals("/" + m.group("year")) ? 0 : MISREAD_DIGIT;
      boolean dash = m.group("sep").contains("-") && year.isEmpty();
      String sep = dash ? "-" : "/";
      int lost = m.group("sep").isBlank() ? LOST_JOINT : 0;
      for (Costed ordinal : ordinals) {
        for (Costed symbol : symbols(m.group("symbol"))) {
          int cost = ordinal.cost() + symbol.cost() + yearCost + lost;
          NumberGrammar.whole(ordinal.text() + year + sep + symbol.text())
              .ifPresent(number -> costs.merge(number.number(), cost, Math::min));
        }
      }
    }
    return costs.entrySet().stream()
        .sorted(Comparator.comparingInt(Map.Entry<DocumentNumber, Integer>::getValue))
        .map(Map.Entry::getKey)
        .limit(MAX_READINGS)
        .toList();
  }

  /** The cost of the literal reading: its parts that nobody knows, a letter that is no suffix. */
  private static int cost(DocumentNumber literal) {
    int cost = literal.ordinal().matches("\\d+[oil]") ? MISREAD_DIGIT + 1 : 0;
    String[] parts = literal.symbol().split("[/. -]", -1);
    for (int i = 0; i < parts.length; i++) {
      cost += partCost(parts[i], i);
    }
    return cost;
  }

  /** Units behind the body are many and free: {@code UBND-KTTH}; type and body are not. */
  private static int partCost(String part, int place) {
    return SymbolParts.isKnown(part) ? 0 : place == 0 ? UNKNOWN_PART : 1;
  }

  private static List<Costed> ordinals(String printed) {
    List<Costed> readings = new ArrayList<>();
    boolean suffixed = printed.matches("\\d+[A-Za-zĐđ]");
    if (printed.matches("\\d+") || (suffixed && !printed.matches(".*[oOiIl]"))) {
      readings.add(new Costed(printed, 0));
    }
    String repaired = digits(printed);
    if (!repaired.equals(printed) && repaired.matches("\\d+") && printed.matches(".*\\d.*")) {
      readings.add(new Costed(repaired, MISREAD_DIGIT));
    }
    int roman = Roman.value(printed.toUpperCase(Locale.ROOT));
    if (roman > 0) {
      readings.add(new Costed(Integer.toString(roman), MISREAD_DIGIT));
    }
    return readings;
  }

  private static String digits(String printed) {
    return printed
        .replaceAll("[Oo]", "0")
        .replaceAll("[Il|i]", "1")
        .replace('S', '5')
        .replace('B', '8')
        .replace('Z', '2');
  }

  /** The readings of a symbol, from left to right. */
  private static List<Costed> symbols(String printed) {
    List<Costed> readings = List.of(new Costed("", 0));
    Matcher separator = SEPARATOR.matcher(printed);
    int from = 0;
    int place = 0;
    boolean more = true;
    while (more && place < MAX_PARTS) {
      more = separator.find();
      String part = printed.substring(from, more ? separator.start() : printed.length());
      if (part.isEmpty()) {
        return List.of();
      }
      String joint = more ? separator.group().strip() : "";
      int lost = more && joint.isEmpty() ? LOST_JOINT : 0;
      List<Costed> longer = new ArrayList<>();
      for (Costed head : readings) {
        for (Costed next : parts(part, place)) {
          longer.add(
              new Costed(
                  head.text() + next.text() + (more && joint.isEmpty() ? "-" : joint),
                  head.cost() + next.cost() + lost));
        }
      }
      longer.sort(Comparator.comparingInt(Costed::cost));
      readings = longer.subList(0, Math.min(MAX_READINGS, longer.size()));
      from = more ? separator.end() : from;
      place++;
    }
    return readings;
  }

  /** The readings of one part: as it is, with other marks, or cut where a dash was lost. */
  private static List<Costed> parts(String printed, int place) {
    String part = printed.toUpperCase(Locale.ROOT);
    List<Costed> readings = new ArrayList<>();
    readings.add(new Costed(printed, partCost(part, place)));
    for (String known : SymbolParts.alike(part)) {
      if (!known.equalsIgnoreCase(part)) {
        readings.add(new Costed(known, OTHER_MARK));
      }
    }
    if (SymbolParts.isKnown(part)) {
      return readings;
    }
    // 383/KHUBND: a type, then a body.
    for (int cut = 1; place == 0 && cut < part.length(); cut++) {
      for (String type : SymbolParts.alike(part.substring(0, cut))) {
        for (String body : SymbolParts.alike(part.substring(cut))) {
          if (SymbolParts.isType(type) && body.length() > 1) {
            String joined = type + body;
            int marks = joined.equalsIgnoreCase(part) ? 0 : OTHER_MARK;
            readings.add(new Costed(type + "-" + body, LOST_JOINT + marks));
          }
        }
      }
    }
    return readings;
  }

  /** Roman digits (chữ số La Mã). */
  private static final class Roman {
    private static final Pattern FORM = Pattern.compile("(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})");

    private static int value(String text) {
      if (text.isEmpty() || !FORM.matcher(text).matches()) {
        return 0;
      }
      int sum = 0;
      for (int i = 0; i < text.length(); i++) {
        int here = digit(text.charAt(i));
        boolean less = i + 1 < text.length() && here < digit(text.charAt(i + 1));
        sum += less ? -here : here;
      }
      return sum;
    }

    private static int digit(char c) {
      return switch (c) {
        case 'I' -> 1;
        case 'V' -> 5;
        case 'X' -> 10;
        case 'L' -> 50;
        default -> 100;
      };
    }
  }
}
