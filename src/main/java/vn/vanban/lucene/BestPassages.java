package vn.vanban.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.BitSetProducer;

/** Finds the best passages of each document of a page, in one pass over each segment. */
final class BestPassages {
  /** A hit shows at most this many passages. */
  static final int SHOWN = 3;

  private final IndexSearcher searcher;
  private final BlockMembers members;

  BestPassages(IndexSearcher searcher, BitSetProducer documents) {
    this.searcher = searcher;
    this.members = new BlockMembers(searcher, documents);
  }

  /**
   * The best passages of documents.
   *
   * @param query what passages are asked for
   * @param page the documents
   * @return by document, the index's numbers of its passages, the best first; where none matches,
   *     its first one
   */
  Map<Integer, int[]> of(Query query, List<ScoreDoc> page) throws IOException {
    Map<Integer, int[]> best = new HashMap<>();
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    List<Integer> ascending = page.stream().map(hit -> hit.doc).sorted().toList();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    int current = -1;
    DocIdSetIterator passages = DocIdSetIterator.empty();
    Scorer scorer = null;
    for (int document : ascending) {
      int leafIndex = ReaderUtil.subIndex(document, leaves);
      LeafReaderContext leaf = leaves.get(leafIndex);
      if (leafIndex != current) {
        current = leafIndex;
        scorer = weight.scorer(leaf);
        passages = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      }
      int parent = document - leaf.docBase;
      int first = members.firstPassage(document) - leaf.docBase;
      List<ScoreDoc> found = new ArrayList<>();
      int doc = passages.docID() < first ? passages.advance(first) : passages.docID();
      for (; scorer != null && doc < parent; doc = passages.nextDoc()) {
        found.add(new ScoreDoc(doc + leaf.docBase, scorer.score()));
      }
      found.sort(
          Comparator.<ScoreDoc>comparingDouble(hit -> -hit.score).thenComparingInt(hit -> hit.doc));
      if (found.isEmpty() && first < parent) {
        found.add(new ScoreDoc(first + leaf.docBase, 0));
      }
      best.put(document, found.stream().limit(SHOWN).mapToInt(hit -> hit.doc).toArray());
    }
    return best;
  }
}
