package vn.vanban.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Values of one field by member; asked for upwards it goes on where it stands. */
final class TextColumn {
  private final String field;
  private final List<LeafReaderContext> leaves;
  private final @Nullable BinaryDocValues[] values;

  /** The values of a field, for one thread. */
  TextColumn(IndexSearcher searcher, String field) {
    this.field = field;
    this.leaves = searcher.getIndexReader().leaves();
    this.values = new BinaryDocValues[leaves.size()];
  }

  /** The value of a member, good until the next is asked for; empty if it has none. */
  Optional<BytesRef> of(int member) throws IOException {
    int leaf = ReaderUtil.subIndex(member, leaves);
    int doc = member - leaves.get(leaf).docBase;
    BinaryDocValues column = values[leaf];
    if (column == null || column.docID() > doc) {
      column = DocValues.getBinary(leaves.get(leaf).reader(), field);
      values[leaf] = column;
    }
    return column.advanceExact(doc) ? Optional.of(column.binaryValue()) : Optional.empty();
  }

  /** The passage of a member. */
  PassageRecord passage(int member) throws IOException {
    return of(member)
        .map(PassageRecord::read)
        .orElseThrow(() -> new IllegalStateException("no passage: " + member));
  }
}
