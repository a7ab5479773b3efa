package vn.vanban.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BitSet;

/** Who is who in a block: first come a document's passages, then itself. */
final class BlockMembers {
  private final List<LeafReaderContext> leaves;
  private final BitSetProducer documents;

  /**
   * The blocks of an index.
   *
   * @param documents tells documents from passages
   */
  BlockMembers(IndexSearcher searcher, BitSetProducer documents) {
    this.leaves = searcher.getIndexReader().leaves();
    this.documents = documents;
  }

  /** The index's number of the document that a passage is of. */
  int document(int passage) throws IOException {
    LeafReaderContext leaf = leaf(passage);
    return leaf.docBase + documents(leaf, passage).nextSetBit(passage - leaf.docBase);
  }

  /** The index's number of a document's first passage; that of the document if it has none. */
  int firstPassage(int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    int member = document - leaf.docBase;
    int before = member == 0 ? -1 : documents(leaf, document).prevSetBit(member - 1);
    return leaf.docBase + before + 1;
  }

  private LeafReaderContext leaf(int member) {
    return leaves.get(ReaderUtil.subIndex(member, leaves));
  }

  private BitSet documents(LeafReaderContext leaf, int member) throws IOException {
    BitSet documents = this.documents.getBitSet(leaf);
    if (documents == null) {
      throw new IllegalStateException("a member of no block: " + member);
    }
    return documents;
  }
}
