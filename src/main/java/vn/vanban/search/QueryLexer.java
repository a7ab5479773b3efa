package vn.vanban.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.DocumentNumber;
import vn.vanban.search.QueryTree.Field;
import vn.vanban.viet.Folding;

/** Cuts a query into its smallest pieces. What is unbalanced or has no value is words. */
final class QueryLexer {
  /** Deeper brackets are no brackets. */
  private static final int MAX_DEPTH = 20;

  /** A number may be typed with blanks: {@code số:383/KH - UBND}. */
  private static final int MAX_NUMBER_WORDS = 5;

  /** A longer query with a KHÔNG is a sentence. */
  private static final int MAX_BRIEF_WORDS = 8;

  private static final String NUMBER_SIGNS = "/-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

  /** Blanks, quotation marks and brackets stand for themselves. */
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[\\s\"“”()])|(?=[\\s\"“”()])");

  private static final Map<String, String> OPERATORS =
      Map.of("AND", "AND", "VÀ", "AND", "OR", "OR", "HOẶC", "OR", "NOT", "NOT", "KHÔNG", "NOT");

  private static final Map<String, QueryTree.Key> KEYS =
      Map.of(
          "so", QueryTree.Key.NUMBER,
          "number", QueryTree.Key.NUMBER,
          "coquan", QueryTree.Key.ISSUER,
          "issuer", QueryTree.Key.ISSUER,
          "loai", QueryTree.Key.TYPE,
          "type", QueryTree.Key.TYPE,
          "dieu", QueryTree.Key.ARTICLE,
          "article", QueryTree.Key.ARTICLE);

  private static final List<String> DATE_KEYS = List.of("nam", "year", "ngay", "date");

  /** {@code coquan:}, {@code cơquan:} before a value; its letters, folded, are a key. */
  private static final Pattern PREFIX = Pattern.compile("(\\p{L}{2,7}+):(?=\\S)");

  /** A word that would be read as more if it did not begin with a backslash. */
  private static final Pattern ESCAPED =
      Pattern.compile("\\\\+(?:AND|OR|NOT|VÀ|HOẶC|KHÔNG|\\p{L}{2,7}:.*)");

  private static final Pattern ARTICLE = Pattern.compile("\\d{1,3}\\p{L}{0,2}");

  /** The smallest pieces. */
  sealed interface Piece {
    /** A run without blanks. */
    record Word(String text) implements Piece {}

    /** A phrase or a field. */
    record Whole(QueryTree tree) implements Piece {}

    /** One of AND, OR, NOT; as typed it may turn out to be a word. */
    record Operator(String name, String typed) implements Piece {}

    /** An opening bracket that is closed. */
    record Open() implements Piece {}

    /** Its closing one. */
    record Close() implements Piece {}
  }

  private final String text;
  private final boolean capitals;
  private final boolean question;
  private final boolean brief;
  private final boolean[] brackets;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private QueryLexer(String text) {
    this.text = text;
    this.capitals = text.chars().noneMatch(Character::isLowerCase);
    this.question = text.strip().endsWith("?");
    this.brief = TypedWord.in(text).size() <= MAX_BRIEF_WORDS;
    this.brackets = pairs(text);
  }

  static List<Piece> pieces(String text) {
    QueryLexer lexer = new QueryLexer(text);
    lexer.run();
    return lexer.pieces;
  }

  /**
   * Where a query has more conditions than so many: phrases, fields, and runs of words between them
   * and between operators and brackets.
   */
  static OptionalInt beyond(String text, int most) {
    QueryLexer lexer = new QueryLexer(text);
    int conditions = 0;
    while (lexer.at < text.length()) {
      int start = lexer.at;
      int before = lexer.pieces.size();
      boolean within = before > 0 && lexer.pieces.getLast() instanceof Piece.Word;
      lexer.step();
      boolean another =
          lexer.pieces.size() > before
              && (lexer.pieces.getLast() instanceof Piece.Whole
                  || (lexer.pieces.getLast() instanceof Piece.Word && !within));
      if (another && ++conditions > most) {
        return OptionalInt.of(start);
      }
    }
    return OptionalInt.empty();
  }

  /** A text whose words are read as words. */
  static String escaped(String text) {
    return eachWord(
        text,
        word -> {
          boolean more =
              OPERATORS.containsKey(word)
                  || ESCAPED.matcher(word).matches()
                  || PREFIX.matcher(word).lookingAt();
          return more ? "\\" + word : word;
        });
  }

  /** A text with its escaped words as they are meant. */
  static String unescaped(String text) {
    return text.indexOf('\\') < 0 ? text : eachWord(text, QueryLexer::word);
  }

  private static String eachWord(String text, UnaryOperator<String> change) {
    StringBuilder out = new StringBuilder();
    for (String word : BETWEEN_WORDS.split(text, -1)) {
      out.append(change.apply(word));
    }
    return out.toString();
  }

  private static String word(String typed) {
    return typed.startsWith("\\") && ESCAPED.matcher(typed).matches() ? typed.substring(1) : typed;
  }

  private void run() {
    while (at < text.length()) {
      step();
    }
  }

  /** Goes over a blank or a piece. */
  private void step() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (isBracket(c)) {
      if (brackets[at]) {
        pieces.add(c == '(' ? new Piece.Open() : new Piece.Close());
      }
      at++;
    } else if (isQuote(c)) {
      Optional<String> phrase = quoted();
      phrase.ifPresent(words -> pieces.add(new Piece.Whole(new QueryTree.Phrase(words))));
      at += phrase.isPresent() ? 0 : 1;
    } else {
      Optional<QueryTree> field = field();
      if (field.isPresent()) {
        pieces.add(new Piece.Whole(field.get()));
      } else {
        wordOrOperator(run(at));
      }
    }
  }

  private void wordOrOperator(int end) {
    String typed = text.substring(at, end);
    at = end;
    String operator = OPERATORS.get(typed);
    if (operator != null && !isEmphasis(typed, operator)) {
      pieces.add(new Piece.Operator(operator, typed));
    } else {
      // A bracket within a word groups nothing.
      String plain = word(typed).replaceAll("[() ]+", " ").strip();
      if (!plain.isEmpty()) {
        pieces.add(new Piece.Word(plain));
      }
    }
  }

  /**
   * Whether an operator's word only stands out: in {@code Sở GIÁO DỤC VÀ ĐÀO TẠO} its neighbours
   * are in capitals too; {@code Người giám hộ KHÔNG có nghĩa vụ nào} is a sentence.
   */
  private boolean isEmphasis(String typed, String operator) {
    if (typed.equals(operator)) {
      return false;
    }
    int next = blanks(at);
    boolean setOff =
        next < text.length()
            && (isQuote(text.charAt(next)) || isBracket(text.charAt(next)) || isField(next));
    boolean joined = !pieces.isEmpty() && pieces.getLast() instanceof Piece.Operator;
    boolean amongCapitals =
        isCapitals(text.substring(next, run(next)))
            && !pieces.isEmpty()
            && pieces.getLast() instanceof Piece.Word(String before)
            && isCapitals(before);
    return capitals
        || question
        || amongCapitals
        || (operator.equals("NOT") && !brief && !setOff && !joined);
  }

  private static boolean isCapitals(String word) {
    return word.chars().anyMatch(Character::isUpperCase)
        && word.chars().noneMatch(Character::isLowerCase);
  }

  /** Whether a field seems to begin here. */
  private boolean isField(int place) {
    Matcher prefix = prefix(place);
    return prefix.lookingAt() && isKey(Folding.unaccented(prefix.group(1)));
  }

  private Matcher prefix(int place) {
    Matcher prefix = PREFIX.matcher(text).region(place, Math.min(text.length(), place + 9));
    return prefix.useTransparentBounds(true);
  }

  private static boolean isKey(String name) {
    return KEYS.containsKey(name) || DATE_KEYS.contains(name);
  }

  private Optional<QueryTree> field() {
    Matcher prefix = prefix(at);
    if (!prefix.lookingAt()) {
      return Optional.empty();
    }
    String name = Folding.unaccented(prefix.group(1));
    QueryTree.Key key = KEYS.get(name);
    if (!isKey(name)) {
      return Optional.empty();
    }
    int start = at;
    at = prefix.end();
    Optional<QueryTree> field = key == null ? issued() : value(key).map(v -> new Field(key, v));
    if (field.isEmpty()) {
      at = start;
    }
    return field;
  }

  private Optional<QueryTree> issued() {
    if (text.charAt(at) == '[') {
      int close = text.indexOf(']', at);
      Optional<QueryTree> range =
          close < 0 ? Optional.empty() : Days.range(text.substring(at + 1, close));
      at = range.isPresent() ? close + 1 : at;
      return range;
    }
    return any().flatMap(Days::single);
  }

  private Optional<String> value(QueryTree.Key key) {
    boolean quoted = isQuote(text.charAt(at));
    Optional<String> value = any().filter(typed -> fits(key, typed));
    if (quoted || value.isEmpty()) {
      return value;
    }
    return switch (key) {
      case NUMBER -> Optional.of(number(value.get()));
      case ISSUER, TYPE -> Optional.of(KnownNames.longest(key, value.get(), this::more));
      case ARTICLE -> value;
    };
  }

  private static boolean fits(QueryTree.Key key, String value) {
    return switch (key) {
      case NUMBER -> value.chars().anyMatch(Character::isDigit);
      case ARTICLE -> ARTICLE.matcher(value).matches();
      case ISSUER, TYPE -> value.chars().anyMatch(Character::isLetter);
    };
  }

  /** What follows belongs to the number while a sign of it stands at the joint. */
  private String number(String first) {
    String value = first;
    for (int i = 0; i < MAX_NUMBER_WORDS; i++) {
      int start = blanks(at);
      int end = start < text.length() && !isBracket(text.charAt(start)) ? run(start) : start;
      if (end == start) {
        break;
      }
      boolean joint =
          NUMBER_SIGNS.indexOf(value.charAt(value.length() - 1)) >= 0
              || NUMBER_SIGNS.indexOf(text.charAt(start)) >= 0;
      if (!joint) {
        break;
      }
      value = value + " " + text.substring(start, end);
      at = end;
    }
    return DocumentNumber.parse(value).isPresent() ? value : value.strip();
  }

  /**
   * Takes the next {@code count} words if there are as many; they are given with one blank each.
   */
  private Optional<String> more(int count, boolean take) {
    StringBuilder words = new StringBuilder();
    int end = at;
    for (int i = 0; i < count; i++) {
      int start = blanks(end);
      if (start == end
          || start >= text.length()
          || isBracket(text.charAt(start))
          || isQuote(text.charAt(start))) {
        return Optional.empty();
      }
      end = run(start);
      words.append(' ').append(text, start, end);
    }
    if (take) {
      at = end;
    }
    return Optional.of(words.toString());
  }

  /** The value that begins here, between quotation marks or up to a blank. */
  private Optional<String> any() {
    if (isQuote(text.charAt(at))) {
      return quoted();
    }
    int end = run(at);
    if (end == at) {
      return Optional.empty();
    }
    String value = text.substring(at, end);
    at = end;
    return Optional.of(value);
  }

  private Optional<String> quoted() {
    int end = quotedEnd(text, at);
    if (end < 0) {
      return Optional.empty();
    }
    String inner = text.substring(at + 1, end - 1).strip();
    at = end;
    return Optional.of(inner);
  }

  /** The offset after the quotation that begins here; -1 where it has no end or no word. */
  private static int quotedEnd(String text, int from) {
    char closing = text.charAt(from) == '“' ? '”' : '"';
    int end = text.charAt(from) == '”' ? -1 : text.indexOf(closing, from + 1);
    if (end < 0) {
      return -1;
    }
    String inner = text.substring(from + 1, end);
    boolean phrase =
        inner.codePoints().anyMatch(Character::isLetterOrDigit) && inner.indexOf('"') < 0;
    return phrase ? end + 1 : -1;
  }

  /** Where the run without blanks, quotation marks and brackets ends. */
  private int run(int from) {
    int end = from;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && !isQuote(text.charAt(end))
        && !(isBracket(text.charAt(end)) && brackets[end])) {
      end++;
    }
    return end;
  }

  private int blanks(int from) {
    int end = from;
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * The brackets that group: pairs outside phrases with a blank or an end before and behind. Those
   * of {@code 12/QĐ-BCA(V26)} are part of the word.
   */
  private static boolean[] pairs(String text) {
    boolean[] paired = new boolean[text.length()];
    Deque<Integer> open = new ArrayDeque<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = isQuote(c) ? quotedEnd(text, i) : -1;
      if (c == '(') {
        open.push(i);
      } else if (c == ')' && !open.isEmpty()) {
        int start = open.pop();
        if (open.size() < MAX_DEPTH && apart(text, start - 1, '(') && apart(text, i + 1, ')')) {
          paired[start] = true;
          paired[i] = true;
        }
      }
      i = Math.max(i + 1, end);
    }
    return paired;
  }

  private static boolean apart(String text, int at, char bracket) {
    return at < 0
        || at >= text.length()
        || Character.isWhitespace(text.charAt(at))
        || text.charAt(at) == bracket;
  }

  private static boolean isBracket(char c) {
    return c == '(' || c == ')';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”';
  }
}
