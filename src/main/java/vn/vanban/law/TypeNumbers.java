package vn.vanban.law;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The numbers of one type in a year. */
final class TypeNumbers {
  /** A document with its whole number. */
  record Numbered(int number, String type, SeriesEntry entry) {}

  private final String type;
  private final List<Numbered> held = new ArrayList<>();
  private final List<Numbered> reported = new ArrayList<>();
  private final List<SeriesEntry> irregular = new ArrayList<>();

  TypeNumbers(String type) {
    this.type = type;
  }

  void add(SeriesEntry entry, OptionalInt number, boolean isHeld) {
    if (number.isEmpty()) {
      irregular.add(entry);
    } else {
      (isHeld ? held : reported).add(new Numbered(number.getAsInt(), type, entry));
    }
  }

  String type() {
    return type;
  }

  List<Numbered> held() {
    return held;
  }

  List<Numbered> reported() {
    return reported;
  }

  List<SeriesEntry> irregular() {
    return irregular;
  }
}
