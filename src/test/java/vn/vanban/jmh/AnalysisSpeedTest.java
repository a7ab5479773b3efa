package vn.vanban.jmh;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures {@link AnalysisBenchmark} when asked for by {@code mvn test -Dtest=AnalysisSpeedTest
 * -DexcludedGroups=slow}; prints megabytes of UTF-8 a second and bytes allocated a text.
 */
@Tag("benchmark")
class AnalysisSpeedTest {
  /** For a text, not for a token: the attributes that stand by while a second spelling follows. */
  private static final double MAX_ALLOCATED_PER_TEXT = 2048;

  private record Measured(double megabytesPerSecond, double tokens, double allocatedPerText) {}

  @Test
  void everyChainHasHalfTheSpeedOfLucenesAnalyzerAndAllocatesNothingPerToken()
      throws RunnerException {
    String texts = System.getProperty(AnalysisBenchmark.TEXTS);
    OptionsBuilder options = new OptionsBuilder();
    options.include(AnalysisBenchmark.class.getName()).addProfiler(GCProfiler.class);
    if (texts != null) {
      options.jvmArgsAppend("-D" + AnalysisBenchmark.TEXTS + "=" + texts);
    }
    Map<String, Measured> chains = new LinkedHashMap<>();
    for (RunResult result : new Runner(options.build()).run()) {
      chains.put(result.getParams().getParam("chain"), measured(result));
    }
    chains.forEach((chain, measured) ->
        System.out.printf(
            "%-11s %6.1f MB/s, %.0f tokens, %.0f bytes allocated a text%n",
            chain, measured.megabytesPerSecond(), measured.tokens(), measured.allocatedPerText()));
    Measured standard = requireNonNull(chains.remove("standard"));
    assertThat(chains.values())
        .allSatisfy(measured -> {
          assertThat(measured.megabytesPerSecond() / standard.megabytesPerSecond())
              .isGreaterThan(0.5);
          assertThat(measured.allocatedPerText()).isLessThan(MAX_ALLOCATED_PER_TEXT);
        });
  }

  private static Measured measured(RunResult result) {
    double rounds = result.getPrimaryResult().getScore();
    return new Measured(
        rate(result, "bytes") / 1e6,
        rate(result, "tokens") / rounds,
        rate(result, "gc.alloc.rate.norm") / (rate(result, "texts") / rounds));
  }

  private static double rate(RunResult result, String name) {
    return requireNonNull(result.getSecondaryResults().get(name), name).getScore();
  }
}
