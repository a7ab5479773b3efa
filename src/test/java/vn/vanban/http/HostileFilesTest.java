package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.extract.HostileFiles;
import vn.vanban.extract.IsolatedExtractor;
import vn.vanban.extract.Limits;
import vn.vanban.registry.Finding;

/**
 * Sends hostile files to a running service that reads them in child processes: each has its
 * outcome, and who searches meanwhile is answered. {@code -Dvanban.mutations=10000} for more.
 */
@Tag("slow")
class HostileFilesTest {
  private static final long MOST_GROWTH = 50L << 20;
  private static final int CHILDREN = 2;
  private static final Limits LIMITS =
      new Limits(256L << 20, 50_000_000, 4, 10_000, Duration.ofSeconds(60));

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();

  @TempDir Path folder;

  private IsolatedExtractor extractor;
  private WritingServer server;

  @BeforeEach
  void start() {
    extractor = new IsolatedExtractor(LIMITS, CHILDREN);
    server = new WritingServer(folder, extractor, LIMITS, (directory, arguments, out, err) -> 1);
    server.follower().start();
  }

  @AfterEach
  void stop() {
    server.close();
    extractor.close();
  }

  @Test
  void eachEndsWithItsOutcomeAndTheServiceAnswersOn() throws Exception {
    Set<Path> before = temporary();
    send("mau.txt", Files.readAllBytes(samples().getFirst()));
    long heap = heap();
    Map<String, String> outcomes = new TreeMap<>();
    Searching searching = new Searching();
    for (Map.Entry<String, byte[]> file : HostileFiles.gallery().entrySet()) {
      long start = System.nanoTime();
      outcomes.put(file.getKey(), outcome(send(file.getKey(), file.getValue())));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertThat(took).as(file.getKey()).isLessThan(LIMITS.timeout().plusSeconds(30));
    }
    searching.end();
    assertThat(outcomes).containsExactlyInAnyOrderEntriesOf(EXPECTED);
    assertThat(search("root:")).as("a file of this machine").isZero();
    long growth = heap() - heap;
    System.out.printf("HostileFilesTest: the heap grew by %,d bytes%n", growth);
    assertThat(growth).as("growth of the heap").isLessThan(MOST_GROWTH);
    sound(before);
  }

  private static final String DAMAGED_DOCX =
      "422: Tệp bị hỏng, không đọc được"
          + " (application/vnd.openxmlformats-officedocument.wordprocessingml.document).";
  private static final String PAST_THE_LIMITS =
      "422: Các tệp bên trong quá lớn, quá nhiều hoặc lồng nhau quá sâu.";
  private static final String ONE = "201: 1 tệp";

  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("bom.zip", PAST_THE_LIMITS),
          Map.entry("long-nhau.zip", PAST_THE_LIMITS),
          Map.entry("bom-xml.docx", DAMAGED_DOCX),
          Map.entry("thuc-the-ngoai.docx", ONE),
          Map.entry("the-long-nhau.docx", DAMAGED_DOCX),
          Map.entry("bom-docx.docx", ONE),
          Map.entry("mot-trieu-o.xlsx", ONE),
          Map.entry("vong-trang.pdf", "422: Tệp PDF bị hỏng: không có trang nào đọc được."),
          Map.entry("vong-luong.pdf", ONE),
          Map.entry("nhieu-trang.pdf", ONE),
          Map.entry("anh-khong-lo.png", ONE),
          Map.entry("the-long-nhau.html", ONE),
          Map.entry("bang-long-nhau.html", ONE),
          Map.entry("mot-dong.txt", ONE),
          Map.entry("ngoac.rtf", ONE),
          Map.entry("ten-thoat-ra.zip", "201: 2 tệp"),
          Map.entry("da-hinh.pdf", ONE),
          Map.entry("thu-long-nhau.eml", "201: 8 tệp"),
          Map.entry("phong-khong-unicode.pdf", ONE),
          Map.entry("rong.docx", "422: Tệp rỗng, không có byte nào."));

  private int search(String words) throws IOException, InterruptedException {
    String q = java.net.URLEncoder.encode('"' + words + '"', StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/search?q=" + q)).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return mapper.readTree(answer.body()).path("hits").size();
  }

  @Test
  void mutatedFilesCostNothingButThemselves() throws Exception {
    int mutations = Integer.getInteger("vanban.mutations", 200);
    long seed = Long.getLong("vanban.seed", System.nanoTime());
    System.out.println("HostileFilesTest seed " + seed);
    Set<Path> before = temporary();
    List<byte[]> originals = new ArrayList<>();
    for (Path sample : samples()) {
      originals.add(Files.readAllBytes(sample));
    }
    long heap = heap();
    Map<String, Integer> outcomes = new HashMap<>();
    Searching searching = new Searching();
    try (ExecutorService senders = Executors.newFixedThreadPool(CHILDREN)) {
      List<Future<String>> sent = new ArrayList<>();
      for (int i = 0; i < mutations; i++) {
        byte[] mutated = mutated(originals.get(i % originals.size()), new Random(seed + i));
        String name = "dot-bien-" + i;
        sent.add(senders.submit(() -> outcome(send(name, mutated))));
      }
      for (Future<String> one : sent) {
        outcomes.merge(one.get().split(":", 2)[0], 1, Integer::sum);
      }
    }
    searching.end();
    System.out.printf(
        "HostileFilesTest: %d mutated files, seed %d: %s%n", mutations, seed, outcomes);
    assertThat(outcomes.keySet()).isSubsetOf("201", "200", "422");
    assertThat(outcomes.get("201")).isPositive();
    long growth = heap() - heap;
    System.out.printf("HostileFilesTest: the heap grew by %,d bytes%n", growth);
    assertThat(growth).as("growth of the heap").isLessThan(MOST_GROWTH);
    sound(before);
  }

  @Test
  void everySampleCutOrWithBitsFlippedIsReadOrRefused() throws Exception {
    Set<Path> before = temporary();
    Searching searching = new Searching();
    for (Path sample : samples()) {
      byte[] whole = Files.readAllBytes(sample);
      byte[] flipped = whole.clone();
      for (int i = 0; i < flipped.length; i += 97) {
        flipped[i] ^= 0x10;
      }
      Map<String, byte[]> damaged =
          Map.of(
              "nua", Arrays.copyOf(whole, whole.length / 2),
              "thieu-duoi", Arrays.copyOf(whole, whole.length - 10),
              "lat-bit", flipped);
      for (Map.Entry<String, byte[]> file : damaged.entrySet()) {
        HttpResponse<String> answer = send(file.getKey(), file.getValue());
        assertThat(answer.statusCode())
            .as("%s %s: %s", sample, file.getKey(), answer.body())
            .isIn(201, 200, 422);
      }
    }
    searching.end();
    sound(before);
  }

  /** Cut, with bits flipped, with a part doubled or blanked. */
  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    switch (random.nextInt(4)) {
      case 0 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      case 1 -> {
        for (int k = 1 + random.nextInt(64); k > 0; k--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 2 -> {
        int from = random.nextInt(bytes.length);
        int length = random.nextInt(bytes.length - from);
        Arrays.fill(bytes, from, from + length, (byte) random.nextInt(256));
      }
      default -> {
        int from = random.nextInt(bytes.length);
        int length = random.nextInt(bytes.length - from);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, from, longer, from + length, bytes.length - from);
        bytes = longer;
      }
    }
    return bytes;
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("sample-docs"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Nothing is left of what was read, and the registry is whole. */
  private void sound(Set<Path> before) throws IOException {
    assertThat(ProcessHandle.current().children()).hasSizeBetween(1, CHILDREN);
    extractor.close();
    assertThat(ProcessHandle.current().children()).isEmpty();
    assertThat(temporary()).isEqualTo(before);
    assertThat(server.registry().verify())
        .noneMatch(finding -> finding.level() == Finding.Level.ERROR);
  }

  /** What parsing may have left: a child's folder, or a file that escaped from its archive. */
  private static Set<Path> temporary() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return Set.copyOf(
          all.filter(path -> path.getFileName().toString().matches("(vanban-extract-|thoat-ra).*"))
              .toList());
    }
  }

  /** What stays in memory once all is indexed. */
  private long heap() {
    server.follower().catchUp();
    long used = Long.MAX_VALUE;
    while (true) {
      System.gc();
      long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      if (now > used - (1 << 20)) {
        return now;
      }
      used = now;
    }
  }

  private HttpResponse<String> send(String name, byte[] bytes)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/documents?name=" + name))
            .header("Authorization", "Bearer " + WritingServer.SECRET)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** Status and what is told. */
  private String outcome(HttpResponse<String> answer) throws IOException {
    JsonNode body = mapper.readTree(answer.body());
    return answer.statusCode()
        + ": "
        + (answer.statusCode() == 422
            ? body.path("detail").asText()
            : body.path("files").size() + " tệp");
  }

  /** Asks all the while; ends with an error if one question was not answered. */
  private final class Searching {
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> refused = new ArrayList<>();
    private final Thread asking = Thread.ofPlatform().start(this::ask);

    private void ask() {
      HttpRequest question =
          HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/search?q=ke+hoach+trong+cay"))
              .build();
      try {
        while (!done.get()) {
          HttpResponse<String> answer =
              client.send(question, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
          if (answer.statusCode() == 200) {
            answered.incrementAndGet();
          } else {
            refused.add(answer.statusCode() + answer.body());
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void end() throws InterruptedException {
      done.set(true);
      asking.join();
      assertThat(refused).isEmpty();
      assertThat(answered.get()).isPositive();
    }
  }
}
