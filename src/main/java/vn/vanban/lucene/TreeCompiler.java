package vn.vanban.lucene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import vn.vanban.law.Authorities;
import vn.vanban.law.DocumentType;
import vn.vanban.law.Succession;
import vn.vanban.law.TypedBodies;
import vn.vanban.lucene.QueryWords.Word;
import vn.vanban.search.NumberQuestion;
import vn.vanban.search.QueryTree;
import vn.vanban.search.QueryTree.All;
import vn.vanban.search.QueryTree.And;
import vn.vanban.search.QueryTree.Field;
import vn.vanban.search.QueryTree.Issued;
import vn.vanban.search.QueryTree.Not;
import vn.vanban.search.QueryTree.Or;
import vn.vanban.search.QueryTree.Phrase;
import vn.vanban.search.QueryTree.Words;
import vn.vanban.search.Understanding;

/**
 * Makes Lucene queries of syntax trees. What stands side by side is asked of one passage (phrases
 * and Điều) and its document (fields); operators are asked of documents, where a group of words
 * counts that one passage holds in full. All words together rank.
 */
final class TreeCompiler {
  private final Analyzer analyzer;
  private final Readings readings;
  private final BitSetProducer documents;
  private final Function<String, Query> words;

  /**
   * A compiler.
   *
   * @param documents tells documents from passages
   * @param readings tells in what ways texts may write words
   * @param words ranks passages by words
   */
  TreeCompiler(
      Analyzer analyzer,
      BitSetProducer documents,
      Readings readings,
      Function<String, Query> words) {
    this.analyzer = analyzer;
    this.readings = readings;
    this.documents = documents;
    this.words = words;
  }

  /** What a tree asks of passages. */
  Query passages(QueryTree tree) {
    List<QueryTree> parts = tree instanceof All(List<QueryTree> row) ? row : List.of(tree);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (QueryTree part : parts) {
      switch (part) {
        case Words side -> {
          // They rank; what they are beside decides.
        }
        case Phrase phrase -> all.add(phrase(phrase.text()), Occur.MUST);
        case Field(QueryTree.Key key, String value) when key == QueryTree.Key.ARTICLE ->
            all.add(article(value), Occur.FILTER);
        case Not not -> all.add(ofDocument(not.part()), Occur.MUST_NOT);
        case All inner -> all.add(ofDocument(inner), Occur.FILTER);
        case And and -> all.add(ofDocument(and), Occur.FILTER);
        case Or or -> all.add(ofDocument(or), Occur.FILTER);
        case Field field -> all.add(ofDocument(field), Occur.FILTER);
        case Issued issued -> all.add(ofDocument(issued), Occur.FILTER);
      }
    }
    String text = tree.text();
    boolean decided = parts.stream().anyMatch(Phrase.class::isInstance);
    if (!text.isEmpty()) {
      all.add(words.apply(text), decided ? Occur.SHOULD : Occur.MUST);
    }
    return all.build();
  }

  /** What a tree asks of documents. */
  Query documents(QueryTree tree) {
    return new BooleanQuery.Builder()
        .add(FilterCompiler.DOCUMENTS, Occur.FILTER)
        .add(condition(tree), Occur.FILTER)
        .build();
  }

  private Query ofDocument(QueryTree tree) {
    return new ToChildBlockJoinQuery(documents(tree), documents);
  }

  private Query condition(QueryTree tree) {
    return switch (tree) {
      // A dash between phrases asks for nothing.
      case Words group ->
          QueryWords.of(group.text(), analyzer).bare().isEmpty()
              ? FilterCompiler.DOCUMENTS
              : holds(allOf(group.text()));
      case Phrase phrase -> holds(phrase(phrase.text()));
      case All all -> allOf(all.parts());
      case And and -> allOf(and.parts());
      case Or or -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        or.parts().stream().distinct().forEach(part -> any.add(condition(part), Occur.SHOULD));
        yield any.build();
      }
      case Not not ->
          new BooleanQuery.Builder()
              .add(FilterCompiler.DOCUMENTS, Occur.FILTER)
              .add(condition(not.part()), Occur.MUST_NOT)
              .build();
      case Issued(var from, var to) ->
          LongPoint.newRangeQuery(
              Schema.ISSUED_POINT,
              from.map(day -> day.toEpochDay()).orElse(Long.MIN_VALUE),
              to.map(day -> day.toEpochDay()).orElse(Long.MAX_VALUE));
      case Field(QueryTree.Key key, String value) ->
          switch (key) {
            case NUMBER -> number(value);
            case TYPE -> type(value);
            case ISSUER -> issuer(value);
            case ARTICLE -> holds(article(value));
          };
    };
  }

  private Query allOf(List<QueryTree> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    parts.forEach(part -> all.add(condition(part), Occur.FILTER));
    return all.build();
  }

  /** Documents one of whose passages is such. */
  private Query holds(Query passage) {
    return new ToParentBlockJoinQuery(passage, documents, ScoreMode.None);
  }

  /**
   * Passages that hold each of these words, with their marks where they were typed; abbreviations
   * may be written out there, and the other way round. A phrase is meant as it is typed.
   */
  private Query allOf(String text) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    readings.of(text).forEach(reading -> any.add(all(reading.text()), Occur.SHOULD));
    return any.build();
  }

  private Query all(String text) {
    QueryWords typed = QueryWords.of(text, analyzer);
    String field = typed.marked() ? Schema.PASSAGE.accented() : Schema.PASSAGE.bare();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Word word : typed.marked() ? typed.accented() : typed.bare()) {
      if (!word.stacked()) {
        all.add(new TermQuery(new Term(field, word.term())), Occur.FILTER);
      }
    }
    return all.build();
  }

  private Query phrase(String text) {
    QueryWords typed = QueryWords.of(text, analyzer);
    List<String> syllables =
        (typed.marked() ? typed.accented() : typed.bare())
            .stream().filter(word -> !word.stacked()).map(Word::term).toList();
    if (!typed.marked() && syllables.size() > 1) {
      return UnmarkedPhrase.of(syllables);
    }
    String field = typed.marked() ? Schema.PASSAGE.accented() : Schema.PASSAGE.bare();
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    syllables.forEach(syllable -> phrase.add(new Term(field, syllable)));
    return phrase.build();
  }

  private static Query article(String value) {
    String number = value.toLowerCase(java.util.Locale.ROOT).replaceFirst("^0+(?=\\d)", "");
    return new TermQuery(new Term(Schema.ARTICLE, "dieu-" + number));
  }

  private static Query number(String value) {
    Optional<NumberQuestion> asked = Understanding.of(value).number();
    return asked
        .map(NumberLookup::filter)
        .orElseGet(() -> new MatchNoDocsQuery("no number: " + value));
  }

  /** {@code NĐ}, {@code nghị định}, {@code nghi dinh}. */
  private static Query type(String value) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(NumberLookup.term(Schema.TYPE_KEY, Blocks.key(value)), Occur.SHOULD);
    for (DocumentType type : DocumentType.all()) {
      boolean meant =
          type.abbreviations().stream().anyMatch(a -> Blocks.key(a).equals(Blocks.key(value)));
      if (meant) {
        any.add(NumberLookup.term(Schema.TYPE_KEY, Blocks.key(type.name())), Occur.SHOULD);
      }
    }
    return any.build();
  }

  /**
   * {@code Bộ Tài chính}, {@code BTC}, {@code UBND tỉnh Gia Lai}, {@code gia lai}; under every name
   * that the body has had. Bodies whose names are, or hold as whole words, what was typed.
   */
  private static Query issuer(String value) {
    Set<String> names = new LinkedHashSet<>(List.of(value));
    names.addAll(TypedBodies.names(value));
    Authorities.named(value).ifPresent(body -> names.addAll(Succession.of(body.name())));
    Authorities.abbreviated(value).forEach(body -> names.add(body.name()));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    names.stream()
        .map(TypedBodies::key)
        .distinct()
        .forEach(
            key -> any.add(new PhraseQuery(Schema.ISSUER_NAME, key.split(" ", -1)), Occur.SHOULD));
    return any.build();
  }
}
