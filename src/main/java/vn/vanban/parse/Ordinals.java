package vn.vanban.parse;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import vn.vanban.viet.Folding;

/** Numbers written out: {@code thứ nhất}, {@code thứ mười hai}, {@code thứ XII}. */
final class Ordinals {
  private Ordinals() {}

  private static final Pattern THU = Pattern.compile("^thu\\s+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern ROMAN = Pattern.compile("(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})");

  /** The units without marks; {@code tư} is fourth, {@code mốt} and {@code lăm} follow tens. */
  private static final List<List<String>> UNITS =
      List.of(
          List.of("nhat", "mot"),
          List.of("hai", "nhi"),
          List.of("ba"),
          List.of("tu", "bon"),
          List.of("nam", "lam"),
          List.of("sau"),
          List.of("bay"),
          List.of("tam"),
          List.of("chin"));

  /** The digits of a number written out, below a hundred; what is none as it is. */
  static String digits(String printed) {
    String words = THU.matcher(Folding.unaccented(printed)).replaceFirst("");
    if (words.equals(printed.toLowerCase(Locale.ROOT))) {
      return printed;
    }
    OptionalInt value = value(words);
    return value.isPresent() ? String.valueOf(value.getAsInt()) : printed;
  }

  /** The value of words or of a Roman number below a hundred (lower case, without marks). */
  static OptionalInt value(String words) {
    if (!words.isEmpty() && ROMAN.matcher(words).matches()) {
      return OptionalInt.of(roman(words));
    }
    String[] parts = SPACES.split(words, -1);
    int last = unit(parts[parts.length - 1]);
    return switch (parts.length) {
      case 1 -> some(parts[0].equals("muoi") ? 10 : last);
      case 2 -> {
        if (parts[0].equals("muoi")) {
          yield some(last > 0 ? 10 + last : 0);
        }
        int tens = unit(parts[0]);
        if (tens < 2) {
          yield OptionalInt.empty();
        }
        yield some(parts[1].equals("muoi") ? tens * 10 : last > 0 ? tens * 10 + last : 0);
      }
      case 3 -> {
        boolean tens = unit(parts[0]) > 1 && parts[1].equals("muoi") && last > 0;
        yield some(tens ? unit(parts[0]) * 10 + last : 0);
      }
      default -> OptionalInt.empty();
    };
  }

  private static OptionalInt some(int value) {
    return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
  }

  private static int unit(String word) {
    for (int i = 0; i < UNITS.size(); i++) {
      if (UNITS.get(i).contains(word)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int roman(String digits) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = romanDigit(digits.charAt(i));
      boolean less = i + 1 < digits.length() && digit < romanDigit(digits.charAt(i + 1));
      value += less ? -digit : digit;
    }
    return value;
  }

  private static int romanDigit(char c) {
    return switch (c) {
      case 'i' -> 1;
      case 'v' -> 5;
      case 'x' -> 10;
      case 'l' -> 50;
      default -> 100;
    };
  }
}
