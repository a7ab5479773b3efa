package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import vn.vanban.lucene.QueryWords.Syllable;
import vn.vanban.viet.Folding;
import vn.vanban.viet.TextCode;

/**
 * A query as {@link Features} compares passages with it: its syllables by number, how telling each
 * is, its pairs, and what kind of question it is.
 */
final class Asked {
  /** Of a token that the query has not. */
  static final int OTHER = -1;

  /** Between two runs of a query. */
  static final int BREAK = -2;

  /** A tone at another letter of the same syllable: hoà for hòa. */
  private static final double VARIANT = .95;

  /** The numbers of coded words by their form without marks. */
  private static final Map<String, List<Integer>> UNITS = units();

  /** "… là …" tells a definition, "… sau đây:" a list. */
  private static final List<String> STRUCTURE = List.of("la", "sau", "day");

  private static final Pattern ASKS_FOR_LIST =
      Pattern.compile(
          "\\b(dieu nao|hanh vi nao|dau (khong )?(phai )?la|bao gom|gom nhung|truong hop (nao|sau day)"
              + "|nhung (gi|ai)|noi dung nao|nao sau day|nao duoi day|nhung \\w+ \\w+ nao)\\b");
  private static final Pattern ASKS_FOR_DEFINITION =
      Pattern.compile(
          "\\b(la gi|hieu nhu the nao|duoc hieu|dinh nghia|khai niem|duoc goi la|la nhung ai|la ai)\\b");

  /** Words that say nothing beside the name of a law. */
  private static final Set<String> SERVICE =
      Set.of("theo", "luat", "cua", "quy", "dinh", "trong", "la", "cac", "nhung");

  /** The query's syllables in order, by number; {@link #BREAK} between runs. */
  final int[] sequence;

  /** How many syllables the query has, repeated ones counted. */
  final int length;

  final int terms;
  final double[] idf;
  final double idfSum;
  final int[] counts;
  final boolean[] service;

  /** Numbers of pairs, by the numbers of their syllables. */
  private final int[] pairNumbers;

  final int pairs;
  final double[] pairIdf;
  final double pairIdfSum;
  final int[] pairCounts;
  final int[] pairFirst;
  final int[] pairSecond;

  /** Whether the query was typed with marks; one without says nothing about them. */
  final boolean marked;

  /** The accented forms in which each syllable was typed. */
  final List<Set<String>> accented;

  /** The same with tones where they were typed. */
  final List<Set<String>> typed;

  /** Numbers for {@link #STRUCTURE}; those that the query has not come after its own. */
  final int la;

  final int sau;
  final int day;
  final boolean list;
  final boolean definition;

  /** Numbers of Điều that the query names. */
  final Set<String> articles;

  final double averageLength;
  private final Map<String, Integer> numbers;

  /** By the number of a {@link TextCode} unit, that of the query's syllable, and its likeness. */
  final int[] unitNumbers;

  final double[] unitMarks;

  Asked(QueryWords words, IndexSearcher searcher) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    marked = words.marked();
    numbers = new LinkedHashMap<>();
    accented = new ArrayList<>();
    typed = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    Map<Long, Integer> pairOrder = new LinkedHashMap<>();
    List<Integer> pairTimes = new ArrayList<>();
    List<Integer> times = new ArrayList<>();
    int syllables = 0;
    for (List<Syllable> run : words.subject()) {
      if (!order.isEmpty()) {
        order.add(BREAK);
      }
      int before = BREAK;
      for (Syllable syllable : run) {
        int number = numbers.computeIfAbsent(syllable.bare(), bare -> numbers.size());
        if (number == accented.size()) {
          accented.add(new HashSet<>());
          typed.add(new HashSet<>());
          times.add(0);
        }
        times.set(number, times.get(number) + 1);
        accented.get(number).add(syllable.accented());
        typed.get(number).add(syllable.typed());
        order.add(number);
        syllables++;
        if (before >= 0) {
          int pair =
              pairOrder.computeIfAbsent(((long) before << 32) | number, key -> pairOrder.size());
          if (pair == pairTimes.size()) {
            pairTimes.add(0);
          }
          pairTimes.set(pair, pairTimes.get(pair) + 1);
        }
        before = number;
      }
    }
    length = Math.max(1, syllables);
    sequence = order.stream().mapToInt(Integer::intValue).toArray();
    terms = numbers.size();
    pairs = pairOrder.size();
    counts = times.stream().mapToInt(Integer::intValue).toArray();
    pairCounts = pairTimes.stream().mapToInt(Integer::intValue).toArray();
    List<String> names = List.copyOf(numbers.keySet());
    idf = new double[terms];
    service = new boolean[terms];
    int documents = Math.max(1, reader.getDocCount(Schema.PASSAGE.bare()));
    for (int i = 0; i < terms; i++) {
      idf[i] = idf(searcher, Schema.PASSAGE.bare(), names.get(i), documents);
      service[i] = SERVICE.contains(names.get(i));
    }
    idfSum = Math.max(1e-9, Arrays.stream(idf).sum());
    pairIdf = new double[pairs];
    pairFirst = new int[pairs];
    pairSecond = new int[pairs];
    pairNumbers = new int[terms * terms];
    Arrays.fill(pairNumbers, OTHER);
    int pair = 0;
    for (long key : pairOrder.keySet()) {
      pairFirst[pair] = (int) (key >> 32);
      pairSecond[pair] = (int) key;
      pairNumbers[pairFirst[pair] * terms + pairSecond[pair]] = pair;
      String name = names.get(pairFirst[pair]) + " " + names.get(pairSecond[pair]);
      pairIdf[pair] = idf(searcher, Schema.PASSAGE.barePairs(), name, documents);
      pair++;
    }
    pairIdfSum = Math.max(1e-9, Arrays.stream(pairIdf).sum());
    averageLength = average(reader, Schema.PASSAGE.bare());
    for (String word : STRUCTURE) {
      numbers.computeIfAbsent(word, name -> numbers.size());
    }
    unitNumbers = new int[TextCode.size()];
    unitMarks = new double[TextCode.size()];
    Arrays.fill(unitNumbers, OTHER);
    numbers.forEach((name, number) -> {
      for (int unit : UNITS.getOrDefault(name, List.of())) {
        unitNumbers[unit] = number;
        unitMarks[unit] = number < terms ? likeness(number, TextCode.unit(unit)) : 0;
      }
    });
    la = numbers.getOrDefault("la", OTHER);
    sau = numbers.getOrDefault("sau", OTHER);
    day = numbers.getOrDefault("day", OTHER);
    List<String> all =
        words.bare().stream().filter(word -> !word.stacked()).map(QueryWords.Word::term).toList();
    String whole = String.join(" ", all);
    list = ASKS_FOR_LIST.matcher(whole).find();
    definition = ASKS_FOR_DEFINITION.matcher(whole).find();
    articles = new HashSet<>();
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i - 1).equals("dieu") && Character.isDigit(all.get(i).charAt(0))) {
        articles.add(all.get(i));
      }
    }
  }

  private static double idf(IndexSearcher searcher, String field, String term, int documents)
      throws IOException {
    int with = TermCachingSearcher.docFreq(searcher, field, term);
    return Math.log(1 + (documents - with + .5) / (with + .5));
  }

  private static double average(IndexReader reader, String field) throws IOException {
    long sum = reader.getSumTotalTermFreq(field);
    int count = reader.getDocCount(field);
    return sum <= 0 || count == 0 ? 1 : (double) sum / count;
  }

  private static Map<String, List<Integer>> units() {
    Map<String, List<Integer>> units = new HashMap<>();
    for (int unit = 0; unit < TextCode.size(); unit++) {
      units
          .computeIfAbsent(
              Folding.loneI(Folding.unaccented(TextCode.unit(unit))), bare -> new ArrayList<>())
          .add(unit);
    }
    units.replaceAll((bare, all) -> List.copyOf(all));
    return Map.copyOf(units);
  }

  /** The number of a word as the query's syllable, or of structure; {@link #OTHER} of others. */
  int number(String word) {
    return numbers.getOrDefault(Folding.loneI(Folding.unaccented(word)), OTHER);
  }

  /**
   * How far a word has the marks of a syllable of the query that it equals without them: 1 just as
   * typed, a little less where only the place of the tone differs, else 0; always 1 where the query
   * was typed without marks.
   */
  double likeness(int number, String word) {
    if (!marked) {
      return 1;
    }
    char[] chars = word.toCharArray();
    int composed = Folding.composed(chars, chars.length);
    if (typed.get(number).contains(new String(chars, 0, composed))) {
      return 1;
    }
    int canonical = Folding.canonical(chars, composed);
    Folding.loneI(chars, canonical);
    return accented.get(number).contains(new String(chars, 0, canonical)) ? VARIANT : 0;
  }

  /** The number of two neighbouring syllables as a pair of the query, or {@link #OTHER}. */
  int pair(int first, int second) {
    return first < 0 || second < 0 || first >= terms || second >= terms
        ? OTHER
        : pairNumbers[first * terms + second];
  }
}
