package vn.vanban.lucene;

/**
 * The weights of ranking.
 *
 * <p>Chosen on the 525 development questions over 3,368 articles of 28 laws (ALQAC), as few and as
 * round as possible; R@1 of the questions as typed, without marks, and with a tenth of the tone
 * marks wrong: .844, .838 and .840. Without title and label .806 and .806 (not tried with wrong
 * marks); with each once .836 and .831; {@code pair} at 1.5 moves R@1 by .004 at most.
 *
 * @param titleRepeats how often a document's title counts as words of each passage
 * @param labelRepeats how often a provision's label and heading count beside its own words
 * @param pair a pair of syllables beside a single one
 * @param bare an unaccented syllable beside an accented one, for queries typed with marks
 * @param typed an exact spelling beside its variants of tone placement
 * @param phrase the whole query as a phrase, beside its parts
 */
record Ranking(
    int titleRepeats, int labelRepeats, float pair, float bare, float typed, float phrase) {
  static final Ranking DEFAULT = new Ranking(2, 2, 1f, .5f, .1f, 1f);
}
