package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BytesRef;
import vn.vanban.lucene.Grouping.Grouped;
import vn.vanban.lucene.QueryWords.Syllable;
import vn.vanban.search.SearchRequest.Order;
import vn.vanban.search.SearchResult.Found;

/**
 * Says in words why a hit stands where it does: what it was found by, which words of the query its
 * passage has, and what lifts the passage over the others. What lifts it is, by group of {@link
 * Feature}s, weight times value, less what the passages that were compared have of it on average:
 * the sum is how far its score lies above their average.
 */
final class Explanation {
  /** Less than that changes no order that anybody sees. */
  private static final double NOTHING = .05;

  private final Order order;
  private final QueryWords words;
  private final RankingWeights weights;
  private final Grouped grouped;
  private final Reranked reranked;
  private final BlockMembers members;
  private final Asked asked;
  private final TextColumn titles;
  private final TextColumn records;
  private final double[] averages;

  /**
   * Explains the answer to one request.
   *
   * @param order of the answer
   * @param words of the query
   * @param weights by which passages were compared
   * @param grouped the answer
   */
  Explanation(
      IndexSearcher searcher,
      BitSetProducer documents,
      Order order,
      QueryWords words,
      RankingWeights weights,
      Grouped grouped)
      throws IOException {
    this.order = order;
    this.words = words;
    this.weights = weights;
    this.grouped = grouped;
    this.reranked = grouped.reranked();
    this.members = new BlockMembers(searcher, documents);
    this.asked = new Asked(words, searcher);
    this.titles = new TextColumn(searcher, Schema.TITLE);
    this.records = new TextColumn(searcher, Schema.RECORD);
    averages = new double[Feature.values().length];
    for (double[] values : reranked.values().values()) {
      for (int i = 0; i < averages.length; i++) {
        averages[i] += values[i] / reranked.values().size();
      }
    }
  }

  /**
   * Why a hit stands where it does.
   *
   * @param hit the index's number of the document, or of the passage where these are the hits
   * @param found what it was found by
   */
  List<String> of(int hit, Found found) throws IOException {
    List<String> reasons = new ArrayList<>();
    switch (found) {
      case NUMBER -> reasons.add("Mang số, ký hiệu được hỏi nên đứng trước");
      case CITATION -> reasons.add("Có điều, khoản được hỏi nên đứng trước");
      case NAME -> reasons.add("Là văn bản được hỏi theo tên nên đứng trước");
      case WORDS -> {}
    }
    switch (order) {
      case NEWEST -> reasons.add("Xếp theo ngày ban hành, mới nhất trước");
      case OLDEST -> reasons.add("Xếp theo ngày ban hành, cũ nhất trước");
      case NUMBER -> reasons.add("Xếp theo năm, ký hiệu và số");
      case RELEVANCE -> {}
    }
    int[] passages = grouped.passages().getOrDefault(hit, new int[0]);
    if (passages.length == 0 || words.bare().isEmpty()) {
      return reasons;
    }
    reasons.add(words(members.document(passages[0]), passages[0]));
    if (order == Order.RELEVANCE) {
      lifts(passages[0], reasons);
      reasons.addAll(grouped.priors().told(hit));
    }
    return reasons;
  }

  private void lifts(int passage, List<String> reasons) {
    double[] values = reranked.values().get(passage);
    if (values == null) {
      reasons.add("Tìm theo từ ngữ; không thuộc %d đoạn được so kỹ".formatted(Reranker.DEPTH));
      return;
    }
    Map<Feature.Group, Double> lifts = new EnumMap<>(Feature.Group.class);
    double sum = 0;
    for (Feature feature : Feature.values()) {
      double lift = weights.of(feature) * (values[feature.place()] - averages[feature.place()]);
      lifts.merge(feature.group(), lift, Double::sum);
      sum += lift;
    }
    reasons.add(
        "So với trung bình của %d đoạn được so kỹ: %s điểm, gồm:"
            .formatted(reranked.values().size(), signed(sum)));
    lifts.entrySet().stream()
        .filter(lift -> Math.abs(lift.getValue()) >= NOTHING)
        .sorted(
            Comparator.comparingDouble(
                (Map.Entry<Feature.Group, Double> lift) -> -Math.abs(lift.getValue())))
        .forEach(lift -> reasons.add(lift.getKey().vietnamese() + ": " + signed(lift.getValue())));
  }

  /**
   * Which syllables of the query the passage has, its heading and its document's title included.
   */
  private String words(int document, int passage) throws IOException {
    AskedText text = new AskedText(asked);
    text.add(titles.of(document).orElseGet(BytesRef::new));
    PassageRecord record = records.passage(passage);
    text.add(record.opening());
    text.add(record.heading());
    text.add(record.rest());
    boolean[] has = new boolean[asked.terms];
    for (int i = 0; i < text.size; i++) {
      if (text.tokens[i] >= 0 && text.tokens[i] < has.length) {
        has[text.tokens[i]] = true;
      }
    }
    Set<String> all = new LinkedHashSet<>();
    Set<String> missing = new LinkedHashSet<>();
    for (List<Syllable> run : words.subject()) {
      for (Syllable syllable : run) {
        int number = asked.number(syllable.bare());
        all.add(syllable.bare());
        if (number < 0 || number >= has.length || !has[number]) {
          missing.add(syllable.typed());
        }
      }
    }
    return missing.isEmpty()
        ? "Có đủ các tiếng được hỏi"
        : "Có %d trên %d tiếng được hỏi; không có: %s"
            .formatted(all.size() - missing.size(), all.size(), String.join(", ", missing));
  }

  /** {@code +1,25}, as Vietnamese writes it. */
  static String signed(double value) {
    return String.format(Locale.of("vi"), "%+.2f", value);
  }
}
