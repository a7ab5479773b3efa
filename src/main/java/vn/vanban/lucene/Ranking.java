package vn.vanban.lucene;

/**
 * The weights of ranking.
 *
 * @param titleRepeats how often a document's title counts as words of each passage
 * @param labelRepeats how often a provision's label and heading count beside its own words
 * @param pair a pair of syllables beside a single one
 * @param bare an unaccented match beside an accented one, for queries typed with marks
 * @param typed an exact spelling beside its variants of tone placement
 * @param phrase the whole query as a phrase, beside its parts
 */
record Ranking(
    int titleRepeats, int labelRepeats, float pair, float bare, float typed, float phrase) {
  static final Ranking DEFAULT = new Ranking(2, 2, 1f, .2f, .1f, 1f);
}
