package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/**
 * How often syllables stand in passages, alone and beside each other. Pairs are indexed without
 * marks only; how often one stands with the marks asked for is told by a look at some of the
 * passages that have it. For one query and one thread: what was looked up is kept.
 */
final class Neighbours {
  /** What the probability of a word is at most that the index does not know. */
  private static final double UNKNOWN = 1e-7;

  /** Passages looked at for a pair. */
  private static final int SAMPLE = 16;

  private final IndexSearcher searcher;
  private final String words;
  private final String barePairs;
  private final List<Leaf> leaves = new ArrayList<>();
  private final boolean marks;
  private final double total;
  private final Map<String, Pair> pairs = new HashMap<>();

  /**
   * Statistics of an index.
   *
   * @param searcher of the index
   * @param accented the field of accented syllables, with positions
   * @param bare that of unaccented syllables
   * @param barePairs that of unaccented pairs, joined by a blank
   * @param marks whether marks count: then words are accented, else unaccented
   */
  Neighbours(IndexSearcher searcher, String accented, String bare, String barePairs, boolean marks)
      throws IOException {
    IndexReader reader = searcher.getIndexReader();
    this.searcher = searcher;
    this.words = marks ? accented : bare;
    this.barePairs = barePairs;
    this.marks = marks;
    long sum = 0;
    for (LeafReaderContext context : reader.leaves()) {
      Terms words = context.reader().terms(this.words);
      Terms joined = context.reader().terms(barePairs);
      if (words != null && joined != null) {
        int share = (int) Math.ceilDiv(SAMPLE * (long) context.reader().maxDoc(), reader.maxDoc());
        leaves.add(new Leaf(words.iterator(), joined.iterator(), context.reader().maxDoc(), share));
        sum += words.getSumDocFreq();
      }
    }
    this.total = Math.max(1, sum);
  }

  private record Leaf(TermsEnum words, TermsEnum pairs, int maxDoc, int share) {}

  /**
   * A word as it is counted.
   *
   * @param text as indexed: accented where marks count
   * @param bare without marks
   */
  record Word(String text, String bare) {}

  /** In how many passages a word stands. */
  long frequency(String word) throws IOException {
    return TermCachingSearcher.docFreq(searcher, words, word);
  }

  /** In about how many passages the first word stands before the second one. */
  double together(Word first, Word second) throws IOException {
    Pair pair = pair(first.bare() + ' ' + second.bare());
    if (!marks || pair.count == 0) {
      return pair.count;
    }
    return pair.count * pair.share(first.text(), second.text());
  }

  /** In how many passages two words stand together, whatever their marks. */
  long together(String firstBare, String secondBare) throws IOException {
    return pair(firstBare + ' ' + secondBare).count;
  }

  /** The logarithm of a word's probability after another, or where nothing is before it. */
  double probability(Optional<Word> before, Word word) throws IOException {
    long frequency = frequency(word.text());
    double alone = frequency == 0 ? Math.min(UNKNOWN, .1 / total) : frequency / total;
    double first = before.isPresent() ? frequency(before.get().text()) : 0;
    if (first == 0) {
      return Math.log(alone);
    }
    // The more often a word was seen, the fewer of its neighbours are still to be seen.
    double unseen = Math.pow(first, .7);
    double rest = unseen / (unseen + first);
    double seen = Math.min(1, together(before.get(), word) / first);
    return Math.log((1 - rest) * seen + rest * alone);
  }

  private Pair pair(String joined) throws IOException {
    Pair known = pairs.get(joined);
    if (known == null) {
      known = new Pair(joined);
      pairs.put(joined, known);
    }
    return known;
  }

  /** A pair without marks, and the passages looked at, once they are asked for. */
  private final class Pair {
    private final BytesRef term;
    private final long count;
    private final Map<String, List<int[]>> places = new HashMap<>();
    private List<int[]> passages = List.of();
    private int looked;

    Pair(String joined) throws IOException {
      this.term = new BytesRef(joined);
      this.count = TermCachingSearcher.docFreq(searcher, barePairs, joined);
    }

    /** Of the passages with the pair, the share in which it has these marks. */
    double share(String first, String second) throws IOException {
      if (looked == 0) {
        look();
      }
      List<int[]> before = places(first);
      List<int[]> after = places(second);
      int found = 0;
      for (int i = 0; i < before.size(); i++) {
        found += adjacent(before.get(i), after.get(i)) ? 1 : 0;
      }
      return found / (double) Math.max(1, looked);
    }

    private void look() throws IOException {
      passages = new ArrayList<>();
      for (Leaf leaf : leaves) {
        int[] docs = new int[leaf.share()];
        int size = 0;
        if (leaf.pairs().seekExact(term)) {
          PostingsEnum list = leaf.pairs().postings(null, PostingsEnum.NONE);
          int stride = list.cost() > docs.length ? leaf.maxDoc() / docs.length : 1;
          int doc = list.nextDoc();
          while (doc != DocIdSetIterator.NO_MORE_DOCS && size < docs.length) {
            docs[size++] = doc;
            doc = list.advance(doc + stride);
          }
        }
        looked += size;
        passages.add(Arrays.copyOf(docs, size));
      }
    }

    /** Where a word stands in each of the passages. */
    private List<int[]> places(String word) throws IOException {
      List<int[]> known = places.get(word);
      if (known != null) {
        return known;
      }
      List<int[]> all = new ArrayList<>();
      BytesRef wanted = new BytesRef(word);
      for (int i = 0; i < leaves.size(); i++) {
        int[] docs = passages.get(i);
        TermsEnum words = leaves.get(i).words();
        boolean any = docs.length > 0 && words.seekExact(wanted);
        PostingsEnum list = any ? words.postings(null, PostingsEnum.POSITIONS) : null;
        for (int doc : docs) {
          all.add(list == null ? new int[0] : positions(list, doc));
        }
      }
      places.put(word, all);
      return all;
    }

    private static int[] positions(PostingsEnum list, int doc) throws IOException {
      int at = list.docID() < doc ? list.advance(doc) : list.docID();
      if (at != doc) {
        return new int[0];
      }
      int[] positions = new int[list.freq()];
      for (int i = 0; i < positions.length; i++) {
        positions[i] = list.nextPosition();
      }
      return positions;
    }

    private static boolean adjacent(int[] before, int[] after) {
      int j = 0;
      for (int position : before) {
        while (j < after.length && after[j] <= position) {
          j++;
        }
        if (j < after.length && after[j] == position + 1) {
          return true;
        }
      }
      return false;
    }
  }
}
