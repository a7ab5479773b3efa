package vn.vanban.lucene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Span;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchRequest;

/** Measures indexing and searching: {@code CORPUS QUERIES TIMES}; not a test. */
final class SpeedScratch {
  private SpeedScratch() {}

  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, StringBuilder> laws = new LinkedHashMap<>();
    Map<String, List<Provision>> provisions = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      JsonNode row = json.readTree(line);
      String law = row.get("law_id").asText();
      StringBuilder text = laws.computeIfAbsent(law, id -> new StringBuilder());
      int start = text.length();
      String number = row.get("article_id").asText();
      text.append("Điều ")
          .append(number)
          .append(". ")
          .append(row.get("text").asText())
          .append('\n');
      provisions
          .computeIfAbsent(law, id -> new ArrayList<>())
          .add(
              new Provision(
                  new ProvisionPath(List.of(new Step(Level.DIEU, number))),
                  "Điều " + number,
                  row.get("text").asText().lines().findFirst().orElse(""),
                  new Span(start, text.length())));
    }
    List<String> queries = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      queries.add(json.readTree(line).get("text").asText());
    }
    Path folder = Files.createTempDirectory("speed");
    try (LuceneEngine engine = LuceneEngine.open(folder)) {
      for (int time = 0; time < Integer.parseInt(args[2]); time++) {
        long begun = cpu();
        long chars = 0;
        for (String law : laws.keySet()) {
          String text = laws.get(law).toString();
          chars += text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
          engine.apply(
              List.of(
                  new IndexChange.Put(
                      law + time,
                      Samples.document(
                          DocumentKind.ORIGINAL,
                          "",
                          "Luật",
                          "",
                          "",
                          law,
                          provisions.getOrDefault(law, List.of())),
                      List.of(text))));
        }
        long applied = cpu();
        engine.commit(new IndexMark("r", "e", time));
        long committed = cpu();
        System.out.printf(
            "%.2f MB in %.2f s = %.2f MB/s, commit %.2f s%n",
            chars / 1e6,
            (applied - begun) / 1e9,
            chars / 1e6 / ((committed - begun) / 1e9),
            (committed - applied) / 1e9);
      }
      try (var files = Files.list(folder)) {
        System.out.printf("index %.1f MB%n", files.mapToLong(f -> f.toFile().length()).sum() / 1e6);
      }
      for (int round = 0; round < 6; round++) {
        var unit = round % 2 == 0 ? SearchRequest.Unit.DOCUMENT : SearchRequest.Unit.PASSAGE;
        var set = java.util.Set.<String>of();
        List<Double> millis = new ArrayList<>();
        for (String query : queries) {
          long begun = cpu();
          engine.search(new SearchRequest(query, set, set, java.util.Set.of(), unit, 0, 10));
          millis.add((cpu() - begun) / 1e6);
        }
        millis.sort(null);
        System.out.printf(
            unit + " p50 %.1f ms, p90 %.1f ms, p99 %.1f ms%n",
            millis.get(millis.size() / 2),
            millis.get(millis.size() * 9 / 10),
            millis.get(millis.size() * 99 / 100));
      }
    }
  }
}
