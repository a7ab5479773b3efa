package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Counts equal texts among the documents that have all of some terms. Of many documents only some
 * are looked at, evenly spread, so that the work is bounded: what is frequent is among them.
 */
final class Beginnings {
  /** Documents looked at, at most; a third more where segments are small. */
  private static final int SAMPLE = 256;

  private static final int LEAST = 16;

  /** Steps to find one that has all terms. */
  private static final int STEPS = 3;

  private final IndexReader reader;

  Beginnings(IndexReader reader) {
    this.reader = reader;
  }

  /**
   * A text that several documents share.
   *
   * @param document one of them, the newest of those seen
   * @param issued day of issue of that document, as epoch day; {@link Long#MIN_VALUE} if unknown
   * @param documents about how many there are
   */
  record Shared(int document, long issued, double documents) {
    private Shared with(int other, long day, double more) {
      boolean newer = day > issued;
      return new Shared(newer ? other : document, Math.max(day, issued), documents + more);
    }
  }

  /**
   * The texts of the documents that have all terms.
   *
   * @param terms terms of {@link Schema#SUGGEST}
   * @param fingerprints the field by which texts are told apart
   * @return the most frequent first, among equals the newest
   */
  List<Shared> of(List<String> terms, String fingerprints) throws IOException {
    Map<Long, Shared> texts = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      visit(leaf, terms, fingerprints, texts);
    }
    List<Shared> sorted = new ArrayList<>(texts.values());
    sorted.sort(
        Comparator.comparingDouble(Shared::documents)
            .thenComparingLong(Shared::issued)
            .reversed()
            .thenComparingInt(Shared::document));
    return sorted;
  }

  private void visit(
      LeafReaderContext leaf, List<String> terms, String fingerprints, Map<Long, Shared> texts)
      throws IOException {
    List<PostingsEnum> lists = postings(leaf.reader(), terms);
    if (lists.isEmpty()) {
      return;
    }
    PostingsEnum lead = lists.getFirst();
    int share = (int) (SAMPLE * (long) leaf.reader().maxDoc() / Math.max(1, reader.maxDoc()));
    int looks = Math.max(LEAST, share) * (lists.size() > 1 ? STEPS : 1);
    int stride = lead.cost() > looks ? leaf.reader().maxDoc() / looks : 0;
    double each = Math.max(1, lead.cost() / (double) looks);
    NumericDocValues prints = DocValues.getNumeric(leaf.reader(), fingerprints);
    NumericDocValues issued = DocValues.getNumeric(leaf.reader(), Schema.ISSUED);
    Bits live = leaf.reader().getLiveDocs();
    int doc = lead.nextDoc();
    for (int i = 0; i < looks && doc != DocIdSetIterator.NO_MORE_DOCS; i++) {
      int all = together(lists, doc);
      if (all != doc) {
        doc = all == DocIdSetIterator.NO_MORE_DOCS ? all : lead.advance(all);
        continue;
      }
      if ((live == null || live.get(doc)) && prints.advanceExact(doc)) {
        int document = leaf.docBase + doc;
        long day = issued.advanceExact(doc) ? issued.longValue() : Long.MIN_VALUE;
        texts.merge(
            prints.longValue(),
            new Shared(document, day, each),
            (known, fresh) -> known.with(document, day, each));
      }
      doc = stride > 1 ? lead.advance(doc + stride) : lead.nextDoc();
    }
  }

  /** The document if all lists have it, else the first that may be the next. */
  private static int together(List<PostingsEnum> lists, int doc) throws IOException {
    for (int i = 1; i < lists.size(); i++) {
      PostingsEnum list = lists.get(i);
      int at = list.docID() < doc ? list.advance(doc) : list.docID();
      if (at != doc) {
        return at;
      }
    }
    return doc;
  }

  /** The lists of all terms, the shortest first; none if one is missing. */
  private static List<PostingsEnum> postings(LeafReader reader, List<String> terms)
      throws IOException {
    Terms field = reader.terms(Schema.SUGGEST);
    if (field == null) {
      return List.of();
    }
    TermsEnum dictionary = field.iterator();
    List<PostingsEnum> lists = new ArrayList<>(terms.size());
    for (String term : terms) {
      if (!dictionary.seekExact(new BytesRef(term))) {
        return List.of();
      }
      lists.add(dictionary.postings(null, PostingsEnum.NONE));
    }
    lists.sort(Comparator.comparingLong(DocIdSetIterator::cost));
    return lists;
  }
}
