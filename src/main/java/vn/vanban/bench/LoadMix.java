package vn.vanban.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What guests ask of a service that holds a made corpus, half of it typed without diacritics. */
final class LoadMix {
  private final QueryMaker queries;
  private final List<String> documentIds;

  /**
   * A mix.
   *
   * @param documentIds of documents whose pages are opened
   */
  LoadMix(CorpusMaker corpus, List<String> documentIds) {
    this.queries = new QueryMaker(corpus);
    this.documentIds = documentIds;
  }

  /** So many requests, in random order; as guests do, they ask some things more than once. */
  List<LoadRequest> requests(int count, long seed) {
    Random random = new Random(seed);
    List<LoadRequest> requests = new ArrayList<>();
    for (LoadRequest.Kind kind : LoadRequest.Kind.values()) {
      int wanted = count * kind.hundredths() / 100;
      if (kind == LoadRequest.Kind.DOCUMENT_PAGE) {
        for (int i = 0; i < wanted; i++) {
          String id = documentIds.get(random.nextInt(documentIds.size()));
          requests.add(new LoadRequest(kind, "/van-ban/" + id));
        }
      } else {
        queries
            .queries(drawn(kind), wanted, seed + kind.hundredths() * 31L)
            .forEach(query -> requests.add(new LoadRequest(kind, path(kind, query.text()))));
      }
    }
    Collections.shuffle(requests, random);
    return requests;
  }

  private static BenchQuery.Kind drawn(LoadRequest.Kind kind) {
    return switch (kind) {
      case WORDS, FACETS, RESULTS_PAGE -> BenchQuery.Kind.TWO_WORDS;
      case QUESTION -> BenchQuery.Kind.QUESTION;
      case NUMBER -> BenchQuery.Kind.NUMBER;
      case SUGGESTION -> BenchQuery.Kind.PREFIX;
      case DOCUMENT_PAGE -> throw new IllegalArgumentException("no query");
    };
  }

  private static String path(LoadRequest.Kind kind, String query) {
    String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return switch (kind) {
      case SUGGESTION -> "/api/v1/suggest?q=" + q;
      case FACETS -> "/api/v1/search?facets=true&q=" + q;
      case RESULTS_PAGE -> "/tim-kiem?q=" + q;
      default -> "/api/v1/search?q=" + q;
    };
  }
}
