package vn.vanban.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import vn.vanban.search.QueryLexer.Piece;
import vn.vanban.search.QueryTree.All;
import vn.vanban.search.QueryTree.And;
import vn.vanban.search.QueryTree.Not;
import vn.vanban.search.QueryTree.Or;
import vn.vanban.search.QueryTree.Words;

/**
 * Reads the query language.
 *
 * <pre>
 * query    := both (OR both)*
 * both     := row (AND (row | NOT part))*
 * row      := (part | NOT part)+                 side by side; before words NOT is never the first
 * part     := word+ | phrase | field | '(' query ')'
 * phrase   := '"' text '"' | '“' text '”'
 * field    := ('so' | 'number') ':' value                           so:383/KH-UBND
 *           | ('coquan' | 'issuer') ':' value                       coquan:UBND tỉnh Gia Lai
 *           | ('loai' | 'type') ':' value                           loai:NĐ  loai:nghị định
 *           | ('dieu' | 'article') ':' value                        dieu:5
 *           | ('nam' | 'year' | 'ngay' | 'date') ':' (day | range)  nam:2020  ngay:26/02/2020
 * range    := '[' (day | '*') 'TO' (day | '*') ']'                  ngay:[2019 TO 2020-06]
 * day      := 2020 | 2020-02 | 02/2020 | 2020-02-26 | 26/02/2020
 * value    := '"' text '"' | run (blank run)*
 * run      := signs without a blank, quotation mark or grouping bracket
 * </pre>
 *
 * A value without quotation marks is as long as it names something: with {@code coquan:} the
 * longest stretch of words that {@linkplain vn.vanban.law.TypedBodies#isName names a body}, with
 * {@code loai:} a type, with {@code so:} while a sign of a number stands at the joint; else it is
 * one run. What follows is words again: {@code coquan:UBND tỉnh Gia Lai giá đất} asks for giá đất.
 *
 * <p>Operators are in capitals, also VÀ, HOẶC, KHÔNG where they do not merely stand out: not among
 * words in capitals, not in a question, KHÔNG in a query of more than eight words only after VÀ and
 * before a phrase or bracket. Field names may carry marks ({@code số:}). AND and NOT speak of the
 * document, phrases and groups of words of one passage. Nothing is an error: an operator without
 * both its sides, a quotation mark or bracket without its other, a field without a value that fits
 * are words like others ({@code Điều 5: nội dung}). A backslash before an operator or a field makes
 * a word of it.
 */
public final class QueryParser {
  private final List<Piece> pieces;
  private int at;

  private QueryParser(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /**
   * Reads a query.
   *
   * @param query any text
   * @return its tree; for a text without operators, phrases and fields its words as they were typed
   */
  public static QueryTree parse(String query) {
    QueryParser parser = new QueryParser(QueryLexer.pieces(query));
    List<QueryTree> read = new ArrayList<>();
    while (parser.at < parser.pieces.size()) {
      read.addAll(parser.query());
      parser.at++; // a bracket left over
    }
    List<QueryTree> merged = merged(read);
    return merged.isEmpty() || (merged.size() == 1 && merged.getFirst() instanceof Words)
        ? new Words(QueryLexer.unescaped(query).strip())
        : joined(merged, All::new);
  }

  /**
   * Where a query joins more conditions than so many: phrases, fields, and groups of words between
   * them. Words alone are no condition, however many.
   *
   * @param query any text
   * @param most how many are allowed
   * @return where the first one beyond begins, in UTF-16 units
   */
  public static OptionalInt beyond(String query, int most) {
    return parse(query) instanceof Words ? OptionalInt.empty() : QueryLexer.beyond(query, most);
  }

  /** Nothing or one tree. */
  private List<QueryTree> query() {
    return chain("OR", this::both, Or::new);
  }

  private List<QueryTree> both() {
    return chain("AND", this::row, And::new);
  }

  private interface Rule {
    List<QueryTree> read();
  }

  private List<QueryTree> chain(
      String operator, Rule rule, Function<List<QueryTree>, QueryTree> join) {
    List<QueryTree> parts = new ArrayList<>(rule.read());
    while (!parts.isEmpty() && isOperator(at, operator)) {
      boolean not = operator.equals("AND") && isOperator(at + 1, "NOT") && begins(at + 2);
      at += not ? 2 : 1;
      List<QueryTree> next = not ? part() : rule.read();
      next.forEach(part -> parts.add(not ? new Not(part) : part));
    }
    return parts.isEmpty() ? parts : List.of(joined(parts, join));
  }

  private List<QueryTree> row() {
    List<QueryTree> parts = new ArrayList<>();
    while (at < pieces.size()) {
      if (isNot(at, !parts.isEmpty())) {
        at++;
        part().forEach(part -> parts.add(new Not(part)));
        continue;
      }
      if (!parts.isEmpty() && (isChain(at, "AND") || isChain(at, "OR"))) {
        break;
      }
      List<QueryTree> next = part();
      if (next.isEmpty()) {
        break;
      }
      parts.addAll(next);
    }
    List<QueryTree> merged = merged(parts);
    return merged.isEmpty() ? merged : List.of(joined(merged, All::new));
  }

  private List<QueryTree> part() {
    Piece piece = at < pieces.size() ? pieces.get(at) : new Piece.Close();
    return switch (piece) {
      case Piece.Whole whole -> {
        at++;
        yield List.of(whole.tree());
      }
      case Piece.Open open -> {
        at++;
        List<QueryTree> inner = query();
        at++;
        yield inner;
      }
      case Piece.Close close -> List.of();
      case Piece.Word word -> words();
      case Piece.Operator operator -> words();
    };
  }

  /** A run of words, operators without their sides among them. */
  private List<QueryTree> words() {
    List<String> run = new ArrayList<>();
    while (at < pieces.size()) {
      switch (pieces.get(at)) {
        case Piece.Word word -> run.add(word.text());
        case Piece.Operator operator when run.isEmpty() || !isAnyChain(at) ->
            run.add(operator.typed());
        default -> {
          return List.of(new Words(String.join(" ", run)));
        }
      }
      at++;
    }
    return List.of(new Words(String.join(" ", run)));
  }

  private boolean isAnyChain(int place) {
    return isChain(place, "AND") || isChain(place, "OR") || isNot(place, true);
  }

  /**
   * Whether a NOT stands here that has something behind it.
   *
   * @param inside whether something stands before it; where nothing does, {@code NOT đất} is words,
   *     {@code NOT nam:2021} is all but those
   */
  private boolean isNot(int place, boolean inside) {
    return isOperator(place, "NOT")
        && begins(place + 1)
        && (inside || !(pieces.get(place + 1) instanceof Piece.Word));
  }

  /** Whether an operator stands here that has something behind it. */
  private boolean isChain(int place, String name) {
    return isOperator(place, name) && (begins(place + 1) || isNot(place + 1, name.equals("AND")));
  }

  private boolean isOperator(int place, String name) {
    return place < pieces.size()
        && pieces.get(place) instanceof Piece.Operator(String found, String typed)
        && found.equals(name);
  }

  /** Whether something that can be looked for begins here. */
  private boolean begins(int place) {
    int i = place;
    while (i < pieces.size() && pieces.get(i) instanceof Piece.Open) {
      i++;
    }
    return i < pieces.size()
        && (pieces.get(i) instanceof Piece.Word
            || pieces.get(i) instanceof Piece.Whole
            || (i > place && pieces.get(i) instanceof Piece.Operator));
  }

  /** Words that came to stand side by side are one. */
  private static List<QueryTree> merged(List<QueryTree> parts) {
    List<QueryTree> merged = new ArrayList<>();
    for (QueryTree part : parts) {
      if (part instanceof Words(String text)
          && !merged.isEmpty()
          && merged.getLast() instanceof Words(String before)) {
        merged.set(merged.size() - 1, new Words(before + " " + text));
      } else {
        merged.add(part);
      }
    }
    return merged;
  }

  private static QueryTree joined(
      List<QueryTree> parts, Function<List<QueryTree>, QueryTree> join) {
    return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
  }
}
