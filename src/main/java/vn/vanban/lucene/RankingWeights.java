package vn.vanban.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How much each {@link Feature} counts: learned weights, read from a table of {@code name, weight}
 * a line; a feature that is not named counts nothing. The shipped table says how it was learned and
 * with what figures.
 */
public final class RankingWeights {
  private static final String RESOURCE = "ranking-weights.tsv";

  /** The weights that come with the program. */
  static final RankingWeights DEFAULT = shipped();

  private final double[] weights;

  private RankingWeights(double[] weights) {
    this.weights = weights;
  }

  /**
   * Reads a table.
   *
   * @param table the file
   * @throws IllegalArgumentException if a line is no feature with a weight; the message says which
   * @throws UncheckedIOException if it cannot be read
   */
  public static RankingWeights read(Path table) {
    try (Reader reader = Files.newBufferedReader(table)) {
      return read(reader, table.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RankingWeights shipped() {
    try (InputStream in = RankingWeights.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8), RESOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RankingWeights read(Reader table, String name) throws IOException {
    double[] weights = new double[Feature.values().length];
    BufferedReader lines = new BufferedReader(table);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      try {
        Feature feature = Feature.valueOf(columns[0].strip().toUpperCase(Locale.ROOT));
        weights[feature.place()] = Double.parseDouble(columns.length > 1 ? columns[1] : "");
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s, dòng %d: không phải tên đặc trưng và trọng số: %s".formatted(name, number, line),
            e);
      }
    }
    return new RankingWeights(weights);
  }

  /** The weights of a training. */
  static RankingWeights of(double[] weights) {
    return new RankingWeights(weights.clone());
  }

  /** The weight of one feature. */
  double of(Feature feature) {
    return weights[feature.place()];
  }

  double score(double[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
