package vn.vanban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.bench.EffectBench;
import vn.vanban.bench.EffectBench.Row;
import vn.vanban.bench.TemporaryFolder;
import vn.vanban.ingest.FileReading;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.Registry;

/** {@code vanban bench effect PATH… --gold FILE}. */
@Command(
    name = "effect",
    mixinStandardHelpOptions = true,
    header = "Đo việc suy ra tình trạng hiệu lực từ chính các văn bản.",
    description =
        "Legal effect on a day, derived from the documents' own words and from each other without"
            + " the panels of their pages, beside the known status.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban bench effect trang/ --gold gold.jsonl --as-of 2026-04-20"
    })
final class EffectBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục.")
  private List<Path> paths = List.of();

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "FILE",
      description = "Mỗi dòng một JSON có file và status. / JSON lines with file and status.")
  private Path gold = Path.of("gold.jsonl");

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Ngày xét, dạng 2026-04-20 (mặc định hôm nay). / The day; today by default.")
  private Optional<LocalDate> day = Optional.empty();

  @Override
  public Integer call() throws IOException {
    try (TemporaryFolder folder = new TemporaryFolder("vanban-effect");
        Registry registry = Registry.open(folder.path())) {
      EffectBench bench = new EffectBench(registry);
      FilesInOrder.read(
          paths,
          Isolation.none(),
          item -> {
            if (item instanceof FileReading.Fresh fresh) {
              String file = String.valueOf(Path.of(fresh.source()).getFileName());
              bench.add(file, fresh.submission());
            }
          });
      print(bench.run(known(), day.orElseGet(VietnamTime::today)));
    }
    return 0;
  }

  private Map<String, EffectStatus> known() throws IOException {
    Map<String, EffectStatus> known = new HashMap<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(gold)) {
      JsonNode row = mapper.readTree(line);
      status(row.path("status").asText("")).ifPresent(s -> known.put(row.path("file").asText(), s));
    }
    return known;
  }

  private static Optional<EffectStatus> status(String printed) {
    return switch (printed) {
      case "Còn hiệu lực" -> Optional.of(EffectStatus.IN_FORCE);
      case "Chưa có hiệu lực" -> Optional.of(EffectStatus.NOT_YET);
      case "Hết hiệu lực toàn bộ" -> Optional.of(EffectStatus.EXPIRED);
      case "Hết hiệu lực một phần" -> Optional.of(EffectStatus.PARTLY);
      case "Ngưng hiệu lực" -> Optional.of(EffectStatus.SUSPENDED);
      default -> Optional.empty();
    };
  }

  private void print(List<Row> rows) {
    PrintWriter out = spec.commandLine().getOut();
    rows.stream()
        .filter(row -> row.decided() && !row.agrees())
        .forEach(row -> {
          out.printf(
              "  ! %s: %s, suy ra %s%s%n",
              row.source(),
              row.expected().vietnamese(),
              row.derived().status().vietnamese(),
              row.endedFromOutside()
                  ? " (không có văn bản nào chứng minh)"
                  : row.partsOfItsOwn() ? " (có điều khoản mang ngày hiệu lực riêng)" : "");
          row.derived()
              .proof()
              .forEach(
                  step -> out.printf("      %s %s%n", step.note(), step.documentId().orElse("")));
        });
    Map<String, Long> reasons =
        rows.stream()
            .flatMap(row -> row.derived().reason().stream())
            .collect(
                Collectors.groupingBy(
                    r -> r.replaceAll("\\S*\\d\\S*", "…"), TreeMap::new, Collectors.counting()));
    reasons.forEach((reason, count) -> out.printf("  ? %d × %s%n", count, reason));
    long decided = rows.stream().filter(Row::decided).count();
    long right = rows.stream().filter(Row::agrees).count();
    long outside = rows.stream().filter(r -> r.decided() && r.endedFromOutside()).count();
    long parts = rows.stream().filter(Row::partsOfItsOwn).count();
    out.printf(
        "%d documents: %d right, %d wrong, %d with parts of their own days, %d ended by what is not"
            + " held, %d unknown; %.1f %% decided%n",
        rows.size(),
        right,
        decided - right - outside - parts,
        parts,
        outside,
        rows.size() - decided,
        rows.isEmpty() ? 0 : 100.0 * decided / rows.size());
    out.printf(
        "of the unknown, known as ended but by nothing held: %d%n",
        rows.stream().filter(r -> !r.decided() && r.endedFromOutside()).count());
    List<Row> ended =
        rows.stream().filter(r -> r.derived().status() == EffectStatus.EXPIRED).toList();
    out.printf(
        "ending proved: %d, of which right %d%n",
        ended.size(), ended.stream().filter(Row::agrees).count());
    out.flush();
  }
}
