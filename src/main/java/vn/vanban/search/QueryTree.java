package vn.vanban.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A query as {@link QueryParser} reads it. */
public sealed interface QueryTree {

  /** Words side by side; any of them may be found, the more the better. */
  record Words(String text) implements QueryTree {}

  /** Words that stand next to each other in one passage. */
  record Phrase(String text) implements QueryTree {}

  /** All of them, written side by side. */
  record All(List<QueryTree> parts) implements QueryTree {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** All of them, joined by AND. */
  record And(List<QueryTree> parts) implements QueryTree {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of them. */
  record Or(List<QueryTree> parts) implements QueryTree {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** Not this; before words never alone and never the first part. */
  record Not(QueryTree part) implements QueryTree {}

  /**
   * What a field of the document must be.
   *
   * @param key which
   * @param value as typed, without quotation marks
   */
  record Field(Key key, String value) implements QueryTree {}

  /**
   * When it was issued.
   *
   * @param from the first day; empty for any before
   * @param to the last day; empty for any after
   */
  record Issued(Optional<LocalDate> from, Optional<LocalDate> to) implements QueryTree {}

  /** Fields with a value of their own. */
  enum Key {
    NUMBER("so"),
    ISSUER("coquan"),
    TYPE("loai"),
    ARTICLE("dieu");

    private final String prefix;

    Key(String prefix) {
      this.prefix = prefix;
    }

    /** What stands before the colon. */
    String prefix() {
      return prefix;
    }
  }

  /** In the form that {@link QueryParser#parse} reads as the same tree. */
  default String print() {
    return QueryPrinter.print(this);
  }

  /** The words that are looked for, phrases among them; what must not be found is left out. */
  default String text() {
    return switch (this) {
      case Words words -> words.text();
      case Phrase phrase -> phrase.text();
      case All all -> text(all.parts());
      case And and -> text(and.parts());
      case Or or -> text(or.parts());
      case Not not -> "";
      case Field field -> "";
      case Issued issued -> "";
    };
  }

  private static String text(List<QueryTree> parts) {
    return parts.stream()
        .map(QueryTree::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
