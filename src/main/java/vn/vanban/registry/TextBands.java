package vn.vanban.registry;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import com.dynatrace.hash4j.similarity.SuperMinHashVersion;

/**
 * By what nearly equal texts are found among many: the MinHash signature of a text's shingles, cut
 * into bands (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.4). Two texts of
 * similarity J share at least one of b bands of r rows with probability 1-(1-Jʳ)ᵇ.
 */
final class TextBands {
  /**
   * With six bands of five rows .995 of the pairs of J = .9 are found, .91 of those of .8, and .17
   * of those of .5. What is found is then compared exactly.
   */
  private static final int BANDS = 6;

  private static final int ROWS = 5;
  private static final int COMPONENT_BITS = 32;

  /** Stored for good, so that the version must not change with the library. */
  private static final SimilarityHashPolicy MIN_HASH =
      SimilarityHashing.superMinHash(BANDS * ROWS, COMPONENT_BITS, SuperMinHashVersion.V1);

  private static final long PRIME = 1_099_511_628_211L;

  private TextBands() {}

  /** One hash for each band; none for a text without words. */
  static long[] of(String text) {
    long[] shingles = Similarity.shingles(text);
    if (shingles.length == 0) {
      return shingles;
    }
    byte[] signature = MIN_HASH.createHasher().compute(ElementHashProvider.ofValues(shingles));
    long[] bands = new long[BANDS];
    for (int i = 0; i < BANDS * ROWS; i++) {
      int band = i / ROWS;
      long before = i % ROWS == 0 ? band : bands[band];
      bands[band] = before * PRIME + MIN_HASH.getComponent(signature, i);
    }
    return bands;
  }
}
