package vn.vanban.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.DocumentNumber;

/**
 * What a query is about, before it is searched: a number, a provision, a law, or words with their
 * operators. Several may be; whether there is such a document only the index knows.
 *
 * @param tree the query as its syntax tree
 * @param number the numbers that it may mean
 * @param citation the provision that it cites, where it is nothing but a citation
 * @param name the law that it names, where it is nothing but a name
 */
public record Understanding(
    QueryTree tree,
    Optional<NumberQuestion> number,
    Optional<CitedProvision> citation,
    Optional<LawName> name) {
  /** A longer query is a text, not a reference. */
  private static final int MAX_CHARS = 500;

  /** Nobody writes operators into more. */
  private static final int MAX_PARSED_CHARS = 1_000;

  /** Reads a query; any text is one. */
  public static Understanding of(String typed) {
    String query = Normalizer.normalize(typed, Normalizer.Form.NFC);
    QueryTree tree =
        query.length() > MAX_PARSED_CHARS ? new QueryTree.Words(query) : QueryParser.parse(query);
    if (query.length() > MAX_CHARS) {
      return new Understanding(tree, Optional.empty(), Optional.empty(), Optional.empty());
    }
    Optional<String> plain =
        switch (tree) {
          case QueryTree.Words words -> Optional.of(words.text());
          case QueryTree.Field(QueryTree.Key key, String value) when key == QueryTree.Key.NUMBER ->
              Optional.of(value);
          case QueryTree.Phrase phrase when DocumentNumber.parse(phrase.text()).isPresent() ->
              Optional.of(phrase.text());
          default -> Optional.empty();
        };
    String text = plain.orElse("");
    return new Understanding(
        tree, NumberQuestion.in(text), CitedProvision.in(text), LawName.in(text));
  }

  /** Whether the query is words alone, without phrases, operators and fields. */
  public boolean isPlain() {
    return tree instanceof QueryTree.Words;
  }

  /** Whether it is words with phrases among them and nothing more, as sentences that quote are. */
  public boolean isQuoting() {
    return switch (tree) {
      case QueryTree.Phrase phrase -> true;
      case QueryTree.All(List<QueryTree> parts) ->
          parts.stream()
              .allMatch(p -> p instanceof QueryTree.Phrase || p instanceof QueryTree.Words);
      default -> false;
    };
  }
}
