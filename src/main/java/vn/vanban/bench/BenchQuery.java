package vn.vanban.bench;

/**
 * A query of the comparison.
 *
 * @param kind what sort of query it is
 * @param text as typed
 * @param document the document that it was drawn from
 */
record BenchQuery(Kind kind, String text, String document) {

  /** Sorts of queries, with the p99 that each may have on a million provisions. */
  enum Kind {
    QUESTION("question, 12 words", 25),
    TWO_WORDS("two words", 12),
    NUMBER("number", 12),
    PREFIX("number prefix", 12),
    TWO_WORDS_FACETS("two words, facets", 40),
    QUESTION_FACETS("question, facets", 40);

    private final String shown;
    private final double targetMillis;

    Kind(String shown, double targetMillis) {
      this.shown = shown;
      this.targetMillis = targetMillis;
    }

    String shown() {
      return shown;
    }

    double targetMillis() {
      return targetMillis;
    }

    boolean facets() {
      return this == TWO_WORDS_FACETS || this == QUESTION_FACETS;
    }
  }
}
