package vn.vanban.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vanban.search.QueryTree.All;
import vn.vanban.search.QueryTree.And;
import vn.vanban.search.QueryTree.Field;
import vn.vanban.search.QueryTree.Issued;
import vn.vanban.search.QueryTree.Not;
import vn.vanban.search.QueryTree.Or;
import vn.vanban.search.QueryTree.Phrase;
import vn.vanban.search.QueryTree.Words;

/** Writes a tree so that it is read as the same tree. */
final class QueryPrinter {
  private QueryPrinter() {}

  static String print(QueryTree tree) {
    return tree instanceof Words words && QueryParser.parse(words.text()).equals(words)
        ? words.text()
        : written(tree);
  }

  private static String written(QueryTree tree) {
    return switch (tree) {
      case Words words -> QueryLexer.escaped(words.text());
      case Phrase phrase -> quoted(phrase.text());
      case All all -> joined(all.parts(), " ");
      case And and -> joined(and.parts(), " AND ");
      case Or or -> joined(or.parts(), " OR ");
      case Not not -> "NOT " + part(not.part());
      case Field field -> field.key().prefix() + ":" + quoted(field.value());
      case Issued issued -> "ngay:[%s TO %s]".formatted(day(issued.from()), day(issued.to()));
    };
  }

  private static String joined(List<QueryTree> parts, String operator) {
    return parts.stream()
        .map(part -> part instanceof Not ? written(part) : part(part))
        .collect(Collectors.joining(operator));
  }

  /** Brackets keep apart whatever is not one piece. */
  private static String part(QueryTree tree) {
    return switch (tree) {
      case Phrase phrase -> written(phrase);
      case Field field -> written(field);
      case Issued issued -> written(issued);
      case Words words -> "(" + written(words) + ")";
      case All all -> "(" + written(all) + ")";
      case And and -> "(" + written(and) + ")";
      case Or or -> "(" + written(or) + ")";
      case Not not -> "(" + written(not) + ")";
    };
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("*");
  }
}
