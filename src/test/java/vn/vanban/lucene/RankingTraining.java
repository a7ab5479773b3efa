package vn.vanban.lucene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.join.QueryBitSetProducer;
import vn.vanban.bench.RetrievalEvaluation;
import vn.vanban.bench.TemporaryFolder;
import vn.vanban.viet.Folding;

/**
 * Learns {@code ranking-weights.tsv} from judged questions: a linear model, listwise (softmax
 * cross-entropy over the candidates of a question; Cao et al., "Learning to Rank: From Pairwise
 * Approach to Listwise Approach", ICML 2007), with a penalty on the squares of the weights.
 *
 * <p>Arguments: corpus.jsonl queries.jsonl qrels.tsv WEIGHTS-OUT RUN-OUT. The run is out of fold:
 * each question is ranked by weights that were learned without it and without all questions of its
 * article. RUN-OUT.bare holds the same for the questions without marks.
 */
final class RankingTraining {
  private static final int FOLDS = 5;
  private static final long SEED = 20261125;
  private static final int STEPS = 400;
  private static final double RATE = .05;
  private static final double PENALTY = .03;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A question's candidates: their rows, features, which are right, and how many rows are. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Example(
      String id, String group, int judged, List<String> rows, double[][] values, double[] right) {}

  private RankingTraining() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 5) {
      System.err.println("corpus.jsonl queries.jsonl qrels.tsv WEIGHTS-OUT RUN-OUT");
      System.exit(2);
    }
    Map<String, String> questions = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      JsonNode node = JSON.readTree(line);
      questions.put(node.get("id").asText(), node.get("text").asText());
    }
    Map<String, Set<String>> right = new HashMap<>();
    for (String line : Files.readAllLines(Path.of(args[2]))) {
      String[] columns = line.split("\t", -1);
      right.computeIfAbsent(columns[0], id -> new TreeSet<>()).add(columns[1]);
    }
    List<Example> typed = new ArrayList<>();
    List<Example> bare = new ArrayList<>();
    try (TemporaryFolder folder = new TemporaryFolder("vanban-training");
        LuceneEngine engine = LuceneEngine.open(folder.path())) {
      Map<String, String> rows = new RetrievalEvaluation(engine).index(corpus(Path.of(args[0])));
      questions.forEach((id, text) -> {
        typed.add(example(engine, rows, id, text, right.getOrDefault(id, Set.of())));
        bare.add(
            example(engine, rows, id, Folding.unaccented(text), right.getOrDefault(id, Set.of())));
      });
    }
    Scale scale = Scale.of(typed);
    int[] folds = folds(typed);
    double[][] ofFold = new double[FOLDS][];
    for (int fold = 0; fold < FOLDS; fold++) {
      ofFold[fold] = learn(chosen(typed, bare, folds, fold), scale);
    }
    List<String> figures = new ArrayList<>();
    figures.add(report("typed, out of fold", typed, folds, ofFold, Path.of(args[4])));
    figures.add(
        report("without marks, out of fold", bare, folds, ofFold, Path.of(args[4] + ".bare")));
    double[] weights = learn(chosen(typed, bare, folds, -1), scale);
    write(Path.of(args[3]), weights, figures);
    figures.forEach(System.out::println);
  }

  private static List<RetrievalEvaluation.Row> corpus(Path file) throws IOException {
    List<RetrievalEvaluation.Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = JSON.readTree(line);
      rows.add(
          new RetrievalEvaluation.Row(
              node.get("id").asText(),
              node.get("title").asText(),
              node.get("law_id").asText(),
              node.get("article_id").asText(),
              node.get("text").asText()));
    }
    return rows;
  }

  private static Example example(
      LuceneEngine engine,
      Map<String, String> rowIds,
      String id,
      String question,
      Set<String> right) {
    return engine.withSearcher(searcher -> {
      QueryBitSetProducer documents = new QueryBitSetProducer(FilterCompiler.DOCUMENTS);
      QueryWords words = QueryWords.of(question, engine.analyzer());
      ScoreDoc[] found =
          searcher.search(
                  new QueryCompiler(Ranking.DEFAULT).candidates(words, searcher),
                  new TopScoreDocCollectorManager(Reranker.DEPTH, null, Reranker.DEPTH))
              .scoreDocs;
      BlockMembers members = new BlockMembers(searcher, documents);
      double[][] values = new Candidates(searcher, documents).features(words, Arrays.asList(found));
      TextColumn records = new TextColumn(searcher, Schema.RECORD);
      List<String> rows = new ArrayList<>();
      double[] isRight = new double[found.length];
      for (int i = 0; i < found.length; i++) {
        StoredFields stored = searcher.storedFields();
        String document = stored.document(members.document(found[i].doc)).get(Schema.ID);
        String path = records.passage(found[i].doc).path();
        String row = rowIds.getOrDefault(document + " " + path, "");
        rows.add(row);
        isRight[i] = right.contains(row) ? 1 : 0;
      }
      return new Example(id, Collections.min(right), right.size(), rows, values, isRight);
    });
  }

  /** Questions of one article share a fold. */
  private static int[] folds(List<Example> examples) {
    List<String> groups =
        new ArrayList<>(new TreeSet<>(examples.stream().map(Example::group).toList()));
    Collections.shuffle(groups, new Random(SEED));
    Map<String, Integer> fold = new HashMap<>();
    IntStream.range(0, groups.size()).forEach(i -> fold.put(groups.get(i), i % FOLDS));
    return examples.stream().mapToInt(example -> fold.get(example.group())).toArray();
  }

  private static List<Example> chosen(
      List<Example> typed, List<Example> bare, int[] folds, int without) {
    List<Example> chosen = new ArrayList<>();
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] != without) {
        chosen.add(typed.get(i));
        chosen.add(bare.get(i));
      }
    }
    chosen.removeIf(example -> Arrays.stream(example.right()).sum() == 0);
    return chosen;
  }

  /** Means and deviations of the features: weights are learned on features of one scale. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Scale(double[] means, double[] deviations) {
    static Scale of(List<Example> examples) {
      int features = Feature.values().length;
      double[] sums = new double[features];
      double[] squares = new double[features];
      long count = 0;
      for (Example example : examples) {
        for (double[] values : example.values()) {
          for (int f = 0; f < features; f++) {
            sums[f] += values[f];
            squares[f] += values[f] * values[f];
          }
          count++;
        }
      }
      double[] deviations = new double[features];
      for (int f = 0; f < features; f++) {
        sums[f] /= count;
        deviations[f] = Math.sqrt(Math.max(0, squares[f] / count - sums[f] * sums[f])) + 1e-9;
      }
      return new Scale(sums, deviations);
    }
  }

  /** The weights of raw features, learned by Adam (Kingma and Ba, 2015). */
  private static double[] learn(List<Example> examples, Scale scale) {
    int features = scale.means().length;
    double[] weights = new double[features];
    double[] first = new double[features];
    double[] second = new double[features];
    List<double[][]> scaled = new ArrayList<>();
    for (Example example : examples) {
      double[][] rows = new double[example.values().length][features];
      for (int i = 0; i < rows.length; i++) {
        for (int f = 0; f < features; f++) {
          rows[i][f] = (example.values()[i][f] - scale.means()[f]) / scale.deviations()[f];
        }
      }
      scaled.add(rows);
    }
    for (int step = 1; step <= STEPS; step++) {
      double[] gradient = new double[features];
      for (int e = 0; e < examples.size(); e++) {
        addGradient(scaled.get(e), examples.get(e).right(), weights, gradient);
      }
      for (int f = 0; f < features; f++) {
        double g = gradient[f] / examples.size() + PENALTY * weights[f];
        first[f] = .9 * first[f] + .1 * g;
        second[f] = .999 * second[f] + .001 * g * g;
        weights[f] -=
            RATE
                * (first[f] / (1 - Math.pow(.9, step)))
                / (Math.sqrt(second[f] / (1 - Math.pow(.999, step))) + 1e-8);
      }
    }
    for (int f = 0; f < features; f++) {
      weights[f] /= scale.deviations()[f];
    }
    return weights;
  }

  private static void addGradient(
      double[][] rows, double[] right, double[] weights, double[] gradient) {
    double[] scores = new double[rows.length];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows.length; i++) {
      for (int f = 0; f < weights.length; f++) {
        scores[i] += weights[f] * rows[i][f];
      }
      best = Math.max(best, scores[i]);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - best);
      sum += scores[i];
    }
    double rights = Arrays.stream(right).sum();
    for (int i = 0; i < rows.length; i++) {
      double off = scores[i] / sum - right[i] / rights;
      for (int f = 0; f < weights.length; f++) {
        gradient[f] += off * rows[i][f];
      }
    }
  }

  /** Writes a run, and gives its R@1, R@10 and nDCG@10 in words. */
  private static String report(
      String name, List<Example> examples, int[] folds, double[][] ofFold, Path run)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    double first = 0;
    double ten = 0;
    double gain = 0;
    for (int e = 0; e < examples.size(); e++) {
      Example example = examples.get(e);
      RankingWeights weights = RankingWeights.of(ofFold[folds[e]]);
      List<Integer> order =
          new ArrayList<>(IntStream.range(0, example.rows().size()).boxed().toList());
      order.sort(Comparator.comparingDouble(i -> -weights.score(example.values()[i])));
      Set<String> seen = new LinkedHashSet<>();
      double gained = 0;
      double most = 0;
      for (int rank = 1; rank <= Math.min(10, example.judged()); rank++) {
        most += gain(rank);
      }
      for (int i : order) {
        if (!example.rows().get(i).isEmpty() && seen.add(example.rows().get(i))) {
          int rank = seen.size();
          lines.append(
              String.format(
                  Locale.ROOT,
                  "%s Q0 %s %d %.6f vanban%n",
                  example.id(),
                  example.rows().get(i),
                  rank,
                  weights.score(example.values()[i])));
          if (example.right()[i] > 0) {
            first += rank == 1 ? 1.0 / example.judged() : 0;
            ten += rank <= 10 ? 1.0 / example.judged() : 0;
            gained += rank <= 10 ? gain(rank) : 0;
          }
        }
      }
      gain += gained / most;
    }
    try {
      Files.writeString(run, lines.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int n = examples.size();
    return String.format(
        Locale.ROOT, "%s: R@1 %.4f, R@10 %.4f, nDCG@10 %.4f", name, first / n, ten / n, gain / n);
  }

  /** What a right row is worth at a rank (nDCG; Järvelin and Kekäläinen 2002). */
  private static double gain(int rank) {
    return Math.log(2) / Math.log(rank + 1);
  }

  private static void write(Path table, double[] weights, List<String> figures) throws IOException {
    StringBuilder lines = new StringBuilder();
    lines.append(
        "# Weights of the second stage of ranking (see Feature): name, weight. Learned by\n");
    lines.append(
        "# vn.vanban.lucene.RankingTraining (test sources) on 525 judged questions over 3,368 articles\n");
    lines.append(
        "# of 28 laws; folds by article. Figures of the questions, each ranked by weights learned without it:\n");
    figures.forEach(figure -> lines.append("# ").append(figure).append('\n'));
    for (Feature feature : Feature.values()) {
      lines.append(feature.name().toLowerCase(Locale.ROOT)).append('\t');
      lines.append(String.format(Locale.ROOT, "%.4f%n", weights[feature.place()]));
    }
    Files.writeString(table, lines.toString());
  }
}
