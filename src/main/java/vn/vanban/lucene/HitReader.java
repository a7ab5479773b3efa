package vn.vanban.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.join.BitSetProducer;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.EffectStatus;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Hit;
import vn.vanban.search.SearchResult.PassageHit;

/** Reads what is shown of hits. */
final class HitReader {
  private final StoredFields stored;
  private final TextColumn passages;
  private final BlockMembers members;
  private final Snippets snippets;
  private final List<LeafReaderContext> leaves;
  private final long day;

  /**
   * @param day on which it counts whether a document has effect
   */
  HitReader(IndexSearcher searcher, BitSetProducer documents, Snippets snippets, LocalDate day)
      throws IOException {
    this.leaves = searcher.getIndexReader().leaves();
    this.day = day.toEpochDay();
    this.stored = searcher.storedFields();
    this.passages = new TextColumn(searcher, Schema.RECORD);
    this.members = new BlockMembers(searcher, documents);
    this.snippets = snippets;
  }

  /** Documents with the passages chosen for each. */
  List<Hit> documents(List<ScoreDoc> page, Map<Integer, int[]> passages) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : page) {
      List<PassageHit> shown = new ArrayList<>();
      for (int passage : passages.getOrDefault(found.doc, new int[0])) {
        PassageHit hit = passage(passage);
        if (hit.span().length() > 0) {
          shown.add(hit);
        }
      }
      hits.add(hit(found.doc, stored.document(found.doc), found.score, shown));
    }
    return hits;
  }

  /** Passages, each with its document's fields. */
  List<Hit> passages(List<ScoreDoc> page) throws IOException {
    Map<Integer, Document> parents = new HashMap<>();
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : page) {
      int parent = members.document(found.doc);
      Document document = parents.get(parent);
      if (document == null) {
        document = stored.document(parent);
        parents.put(parent, document);
      }
      hits.add(hit(parent, document, found.score, List.of(passage(found.doc))));
    }
    return hits;
  }

  private PassageHit passage(int member) throws IOException {
    PassageRecord passage = passages.passage(member);
    return new PassageHit(
        passage.path(),
        passage.label(),
        snippets.of(passage.body()),
        passage.copy(),
        passage.span());
  }

  private EffectStatus status(int document) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedNumericDocValues intervals = Effectiveness.values(leaf.reader());
    return intervals.advanceExact(document - leaf.docBase)
        ? Effectiveness.status(intervals, day)
        : EffectStatus.UNKNOWN;
  }

  private Hit hit(int document, Document fields, float score, List<PassageHit> passages)
      throws IOException {
    return new Hit(
        string(fields, Schema.ID).orElseThrow(),
        score,
        string(fields, Schema.KIND).map(DocumentKind::valueOf).orElseThrow(),
        status(document),
        string(fields, Schema.NUMBER),
        string(fields, Schema.TYPE),
        string(fields, Schema.ISSUER),
        DocumentFields.issued(fields),
        string(fields, Schema.SUBJECT).map(snippets::marked),
        string(fields, Schema.SOURCE).orElse(""),
        passages,
        SearchResult.Found.WORDS,
        List.of());
  }

  private static Optional<String> string(Document fields, String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
