package vn.vanban.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Analysis chains beside Lucene's {@link StandardAnalyzer} on the same texts, whole and one by one:
 * the texts of the sample documents, or of the {@code .txt} files under the folder that the system
 * property {@code vanban.texts} names. Run by {@link AnalysisSpeedTest}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AnalysisBenchmark {
  /** The system property that names the folder. */
  static final String TEXTS = "vanban.texts";

  /** What is analysed with. */
  @Param({"standard", "accented", "typed", "unaccented", "pairs"})
  public String chain = "standard";

  private List<String> texts = List.of();
  private Analyzer analyzer = new StandardAnalyzer();
  private long bytes;

  /** What is done a second, beside rounds. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Amounts {
    /** UTF-8 bytes. */
    public long bytes;

    /** Tokens. */
    public long tokens;

    /** Texts. */
    public long texts;
  }

  /** Reads the texts. */
  @Setup(Level.Trial)
  public void read() throws IOException {
    texts = texts();
    bytes = texts.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
    analyzer =
        switch (chain) {
          case "standard" -> new StandardAnalyzer();
          case "accented" -> ours("vietnameseFolding");
          case "typed" ->
              CustomAnalyzer.builder()
                  .withTokenizer("vietnameseSyllable")
                  .addTokenFilter("vietnameseFolding", "keepTyped", "true")
                  .build();
          case "unaccented" -> ours("vietnameseUnaccented");
          case "pairs" -> ours("vietnameseUnaccented", "vietnamesePairs");
          default -> throw new IllegalArgumentException(chain);
        };
  }

  /** Ends. */
  @TearDown(Level.Trial)
  public void close() {
    analyzer.close();
  }

  /** All texts once, as an index writer reads them. */
  @Benchmark
  public long analyse(Amounts amounts) throws IOException {
    long sum = 0;
    for (String text : texts) {
      try (TokenStream stream = analyzer.tokenStream("text", text)) {
        TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          sum += term.getBytesRef().length;
          amounts.tokens++;
        }
        stream.end();
      }
    }
    amounts.bytes += bytes;
    amounts.texts += texts.size();
    return sum;
  }

  private static Analyzer ours(String... filters) throws IOException {
    CustomAnalyzer.Builder chain = CustomAnalyzer.builder().withTokenizer("vietnameseSyllable");
    for (String filter : filters) {
      chain.addTokenFilter(filter);
    }
    return chain.build();
  }

  private static List<String> texts() throws IOException {
    Path folder = Path.of(System.getProperty(TEXTS, "src/test/samples"));
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> texts =
          files
              .filter(file -> file.toString().endsWith(".txt"))
              .sorted()
              .map(AnalysisBenchmark::read)
              .toList();
      if (texts.isEmpty()) {
        throw new IOException("No .txt files under " + folder);
      }
      return texts;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
