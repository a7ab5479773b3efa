package vn.vanban.bench;

import java.util.List;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;

/** The product: ten documents with highlights, ranked twice, with facets where they are asked. */
final class VanbanContender implements Contender {
  static final int HITS = 10;

  private final SearchEngine engine;
  private long documents;

  VanbanContender(SearchEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "vanban";
  }

  @Override
  public boolean holdsCorpus() {
    return engine.mark().isPresent();
  }

  @Override
  public void clear() {
    engine.clear();
    documents = 0;
  }

  @Override
  public void add(List<IndexChange.Put> more) {
    engine.apply(List.copyOf(more));
    documents += more.size();
  }

  @Override
  public void finish() {
    engine.commit(new IndexMark("bench-search", "1", documents));
  }

  @Override
  public Client client() {
    return query -> {
      SearchRequest request = SearchRequest.of(query.text(), HITS);
      return engine.search(query.kind().facets() ? request.withFacets() : request).hits().stream()
          .anyMatch(hit -> hit.documentId().equals(query.document()));
    };
  }

  @Override
  public void close() {
    engine.close();
  }
}
