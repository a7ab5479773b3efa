package vn.vanban.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.vanban.lucene.Neighbours.Word;
import vn.vanban.lucene.SpellingCheck.Candidate;

/** The most probable row of words, one of each place (Viterbi's algorithm). */
final class BestReading {
  private final Neighbours index;

  BestReading(Neighbours index) {
    this.index = index;
  }

  /**
   * A place in a row.
   *
   * @param linked whether the place before it is its neighbour
   * @param candidates the words that may stand there; not empty
   */
  record Place(boolean linked, List<Candidate> candidates) {}

  List<Candidate> of(List<Place> places) throws IOException {
    int[][] from = new int[places.size()][];
    double[] scores = {};
    for (int i = 0; i < places.size(); i++) {
      List<Candidate> candidates = places.get(i).candidates();
      double[] next = new double[candidates.size()];
      from[i] = new int[candidates.size()];
      for (int j = 0; j < next.length; j++) {
        next[j] = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < Math.max(1, scores.length); k++) {
          Optional<Word> before =
              i > 0 && places.get(i).linked()
                  ? Optional.of(places.get(i - 1).candidates().get(k).word())
                  : Optional.empty();
          double score =
              (i > 0 ? scores[k] : 0) + index.probability(before, candidates.get(j).word());
          if (score > next[j]) {
            next[j] = score;
            from[i][j] = k;
          }
        }
        next[j] += candidates.get(j).cost();
      }
      scores = next;
    }
    Candidate[] best = new Candidate[places.size()];
    int at = first(scores);
    for (int i = places.size() - 1; i >= 0; i--) {
      best[i] = places.get(i).candidates().get(at);
      at = from[i][at];
    }
    return Arrays.asList(best);
  }

  private static int first(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }
}
