package vn.vanban.lucene;

/**
 * The weights of the first stage, which finds candidates; their order is the matter of {@link
 * Reranker}.
 *
 * @param few up to so many syllables a query is asked for with its marks too
 * @param pair a pair of syllables beside a single one
 * @param bare an unaccented syllable beside an accented one, for short queries typed with marks
 * @param typed an exact spelling beside its variants of tone placement
 */
record Ranking(int few, float pair, float bare, float typed) {
  static final Ranking DEFAULT = new Ranking(3, 1f, .5f, .1f);
}
