package vn.vanban.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.vanban.extract.ExtractionException;
import vn.vanban.extract.Limits;
import vn.vanban.extract.SourceFile;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.Span;
import vn.vanban.text.TextRepair;
import vn.vanban.viet.Folding;

/**
 * Citations of real pages, which were labelled by reading: every {@code citations*.jsonl} beside
 * this class is scored apart.
 */
@Tag("slow")
class CitationPagesTest {
  private static final Path DATA = Path.of(System.getProperty("vanban.data", "../shared/data"));
  private static final Path LABELS = Path.of("src/test/resources/vn/vanban/parse");
  private static final double PRECISION = 0.97;

  /** The aim is .97; blind pages miss what sites say in summaries above the letterhead. */
  private static final double RECALL = 0.96;

  private static final boolean NO_SKIP = Boolean.getBoolean("vanban.noSkip");

  private final Map<String, LegalDocument> read = new HashMap<>();

  @Test
  void recallAndPrecision() throws IOException {
    if (!NO_SKIP) {
      assumeTrue(Files.isDirectory(DATA), "no real files at " + DATA);
    }
    List<Path> files;
    try (var all = Files.newDirectoryStream(LABELS, "citations*.jsonl")) {
      files = new ArrayList<>();
      all.forEach(files::add);
    }
    assertThat(files).isNotEmpty();
    files.sort(null);
    for (Path file : files) {
      Score score = score(file);
      System.out.printf(
          Locale.ROOT,
          "%s: %d pages, %d labelled, recall %.4f, precision %.4f%n",
          file.getFileName(),
          score.pages,
          score.right + score.missed,
          score.recall(),
          score.precision());
      assertThat(score.recall()).as("recall of %s", file).isGreaterThanOrEqualTo(RECALL);
      assertThat(score.precision()).as("precision of %s", file).isGreaterThanOrEqualTo(PRECISION);
    }
  }

  private static final class Score {
    private int pages;
    private int right;
    private int missed;
    private int wrong;

    double recall() {
      return right / (double) Math.max(1, right + missed);
    }

    double precision() {
      return right / (double) Math.max(1, right + wrong);
    }
  }

  private Score score(Path file) throws IOException {
    Score score = new Score();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode label = json.readTree(line);
      String name = label.get("file").asText();
      if (!read.containsKey(name)) {
        read.put(name, document(name));
      }
      List<String> wanted = new ArrayList<>();
      label.get("citations").forEach(c -> wanted.add(key(c.get(0).asText(), c.get(1).asText())));
      List<String> provisions = new ArrayList<>();
      label.get("provisions").forEach(step -> provisions.add(step.asText()));
      List<String> extra = new ArrayList<>(found(read.get(name), provisions, wanted));
      List<String> missed = new ArrayList<>();
      for (String want : wanted) {
        if (extra.remove(want)) {
          score.right++;
        } else {
          missed.add(want);
        }
      }
      score.pages++;
      score.missed += missed.size();
      score.wrong += extra.size();
      if (!missed.isEmpty() || !extra.isEmpty()) {
        System.out.printf("  page %s: missed %s, wrong %s%n", label.get("id"), missed, extra);
      }
    }
    return score;
  }

  /**
   * What was read on a page. Where a file holds several documents, each with its Điều 1, the page
   * is the one that agrees best with its label.
   */
  private static List<String> found(
      LegalDocument document, List<String> provisions, List<String> wanted) {
    List<String> best = List.of();
    long most = -1;
    for (int copy = 0; copy < 4; copy++) {
      List<Span> page = page(document, provisions, copy);
      List<String> keys =
          document.citations().stream()
              .filter(c -> page.stream().anyMatch(s -> holds(s, c)))
              .map(CitationPagesTest::key)
              .toList();
      List<String> rest = new ArrayList<>(keys);
      long right = wanted.stream().filter(rest::remove).count() - rest.size();
      if (copy == 0 || (!page.isEmpty() && right > most)) {
        most = right;
        best = keys;
      }
    }
    return best;
  }

  private static List<Span> page(LegalDocument document, List<String> provisions, int copy) {
    List<Provision> articles =
        document.provisions().stream().filter(p -> p.path().last().level() == Level.DIEU).toList();
    List<Span> page = new ArrayList<>();
    for (String step : provisions) {
      if (step.equals("preamble")) {
        page.add(new Span(0, articles.isEmpty() ? 0 : articles.getFirst().span().start()));
        continue;
      }
      articles.stream()
          .filter(p -> p.path().last().toString().equals(step))
          .skip(copy)
          .findFirst()
          .ifPresent(p -> page.add(p.span()));
    }
    return page;
  }

  private static boolean holds(Span span, Citation citation) {
    int start = citation.evidence().span().start();
    return span.start() <= start && start < span.end();
  }

  private static String key(Citation citation) {
    String path = citation.provision().map(ProvisionPath::toString).orElse("");
    return key(
        citation.target().label(), path + citation.until().map(last -> ".." + last).orElse(""));
  }

  /** Numbers in canonical form; names in any case and tone placement. */
  private static String key(String target, String path) {
    String name =
        DocumentNumber.parse(target)
            .map(DocumentNumber::canonical)
            .orElse(target.replaceAll("\\s+", " "));
    return Folding.canonical(name) + " | " + Folding.canonical(path);
  }

  private static LegalDocument document(String name) throws IOException {
    byte[] bytes;
    if (name.startsWith("vbpl/")) {
      try (ZipFile zip = new ZipFile(DATA.resolve("vbpl/pages.zip").toFile())) {
        String file = name.substring("vbpl/".length());
        ZipEntry entry =
            zip.stream().filter(e -> e.getName().endsWith(file)).findFirst().orElseThrow();
        try (InputStream in = zip.getInputStream(entry)) {
          bytes = in.readAllBytes();
        }
      }
    } else {
      bytes = Files.readAllBytes(DATA.resolve(name));
    }
    try (TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT)) {
      return new DocumentParser()
          .parse(new TextRepair().repair(extractor.extract(new SourceFile(name, bytes)).text()));
    } catch (ExtractionException e) {
      throw new IOException(name, e);
    }
  }
}
