package vn.vanban.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.http.SearchJson;
import vn.vanban.ingest.IndexFollower;
import vn.vanban.search.Facet;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Highlighted;
import vn.vanban.search.Searcher;

/** {@code vanban search QUERY}. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    header = "Tìm văn bản theo số hoặc theo lời, có dấu hay không dấu.",
    description = "Search by number or by words, with or without diacritics.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban search '383/KH-UBND'",
      "  vanban search 'binh dang gioi' --limit 3",
      "  vanban search 'hòa giải cơ sở' --json",
      "  vanban search 'cháy rừng' --status in_force --facets"
    })
final class SearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "Điều cần tìm. / What to find.")
  private List<String> words = List.of();

  @Option(names = "--json", description = "In JSON, như API. / Print JSON as the API does.")
  private boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "Số kết quả nhiều nhất (mặc định ${DEFAULT-VALUE}). / Hits at most.")
  private int limit = 10;

  @Mixin private SearchOptions options = new SearchOptions();

  @Override
  public Integer call() {
    WrongUse.unlessWithin(spec, "--limit", limit, 1, 1000);
    PrintWriter out = spec.commandLine().getOut();
    try (DataFolder.ForReading opened = data.openReadOnly()) {
      String query = String.join(" ", words);
      Searcher index =
          opened
              .index()
              .orElseThrow(() ->
                  new CommandFailedException(
                      "Chưa có chỉ mục trong %s. Hãy chạy lệnh ingest hoặc serve trước."
                          .formatted(data.path())));
      if (!IndexFollower.follows(index.mark(), opened.registry().position())) {
        throw new CommandFailedException(
            "Chỉ mục trong %s phải được dựng lại nên chưa tìm được. Hãy đợi serve dựng xong, hoặc chạy lệnh reindex."
                .formatted(data.path()));
      }
      SearchResult result = index.search(options.of(SearchRequest.of(query, limit)));
      if (json) {
        out.println(SearchJson.of(query, result).toPrettyString());
      } else {
        print(out, result);
      }
      out.flush();
      return 0;
    }
  }

  private static void print(PrintWriter out, SearchResult result) {
    result
        .spelling()
        .ifPresent(spelling ->
            out.println(
                (spelling.used() ? "Đã tìm: " : "Có phải bạn muốn tìm: ") + spelling.text()));
    if (result.hits().isEmpty()) {
      out.println("Không tìm thấy văn bản nào. Thử ít từ hơn, hoặc bỏ dấu.");
      return;
    }
    out.printf(
        "%s%,d văn bản, %d ms%n%n",
        result.totalIsLowerBound() ? "ít nhất " : "",
        Math.max(result.total(), result.hits().size()),
        result.took().toMillis());
    int rank = 1;
    for (SearchResult.Hit hit : result.hits()) {
      out.printf(
          "%d. %s %s%n",
          rank++, hit.type().orElse("(chưa rõ loại)"), hit.number().orElse("(không số)"));
      hit.subject().map(Highlighted::text).ifPresent(subject -> out.println("   " + subject));
      out.printf(
          "   %s · %s · %s · id %s%n",
          hit.issuer().orElse("chưa rõ cơ quan"),
          hit.issued().map(LocalDate::toString).orElse("chưa rõ ngày"),
          hit.source(),
          hit.documentId());
      for (SearchResult.PassageHit passage : hit.passages().stream().limit(2).toList()) {
        String label = passage.label().isEmpty() ? "" : "[" + passage.label() + "] ";
        out.println("     " + label + passage.snippet().text().replaceAll("\\s+", " "));
      }
      hit.reasons().forEach(reason -> out.println("     vì: " + reason));
      out.println();
    }
    if (result.numbers().size() > 1) {
      out.println("Số này còn có ở:");
      result.numbers().forEach(bearer -> bearer(out, bearer));
    }
    result.facets().forEach(facet -> facet(out, facet));
  }

  private static void bearer(PrintWriter out, SearchResult.Bearer bearer) {
    out.printf(
        "   %s · %s · %s · id %s%n",
        bearer.number(),
        bearer.issuer().orElse("chưa rõ cơ quan"),
        bearer.issued().map(LocalDate::toString).orElse("chưa rõ ngày"),
        bearer.documentId());
  }

  /** As options take it: {@code --type: Kế hoạch 12, Luật 3}. */
  private static void facet(PrintWriter out, Facet facet) {
    if (!facet.values().isEmpty()) {
      out.printf(
          "--%s: %s%n",
          facet.field().name().toLowerCase(Locale.ROOT),
          facet.values().stream()
              .map(value -> value.value() + " " + value.count())
              .collect(Collectors.joining(", ")));
    }
  }
}
