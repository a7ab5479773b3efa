package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as people call it, and the program as a process of its own. The project that it
 * starts is a folder made here, whose jar only names the classes under test.
 */
@Timeout(120)
@Tag("slow")
class LauncherTest {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

  @TempDir static Path shared;
  private static Path home;

  @TempDir Path temp;

  @BeforeAll
  static void makeProject() throws IOException {
    assumeTrue(File.separatorChar == '/', "the launcher is a POSIX shell script");
    home = Files.createDirectories(shared.resolve("dự án vanban"));
    Path launcher = home.resolve("vanban");
    Files.copy(Path.of("vanban"), launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(home.resolve("sample-docs"), Path.of("sample-docs").toAbsolutePath());
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    main.put(
        Attributes.Name.CLASS_PATH,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    Path jar = Files.createDirectories(home.resolve("target")).resolve("vanban-all.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  /** Nothing can be parsed without a place for temporary files; no file is to blame. */
  @Test
  void aMachineThatCannotReadRejectsNothing() throws Exception {
    Path file = Files.writeString(temp.resolve("quyết định.txt"), "Số: 15/QĐ-UBND");
    Path data = temp.resolve("data");
    ProcessBuilder process = process(home.resolve("vanban"), "ingest", file, "--data", data);
    process
        .environment()
        .merge(
            "VANBAN_JAVA_OPTIONS",
            "-Dorg.sqlite.tmpdir=" + temp + " -Djava.io.tmpdir=" + temp.resolve("missing"),
            (before, more) -> before + " " + more);
    Ended ended = run(process);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("không tạo được thư mục tạm", "không phải lỗi của tệp");
    assertThat(ended.err()).doesNotContain("\tat ");
    assertThat(ended.out()).doesNotContain("từ chối");
    assertThat(data.resolve("quarantine"))
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(folder).isEmptyDirectory());
  }

  /** A process that ended. */
  private record Ended(int exit, String out, String err) {}

  private ProcessBuilder process(Path launcher, Object... args) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    Stream.of(args).map(Object::toString).forEach(command::add);
    ProcessBuilder process = new ProcessBuilder(command).directory(temp.toFile());
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().put("VANBAN_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    return process;
  }

  private Ended run(ProcessBuilder process) throws IOException, InterruptedException {
    Path out = Files.createTempFile(temp, "out", "");
    Path err = Files.createTempFile(temp, "err", "");
    Process child = process.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
      return new Ended(child.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void theScriptIsSound() throws Exception {
    Ended checked = run(new ProcessBuilder("sh", "-n", home.resolve("vanban").toString()));
    assertThat(checked).isEqualTo(new Ended(0, "", ""));
  }

  /** Only what the script itself needs is on the path, and no JDK where JDKs usually are. */
  private ProcessBuilder withoutJava(Path launcher) throws IOException {
    Path tools = Files.createDirectories(temp.resolve("tools"));
    for (String tool : List.of("dirname", "readlink", "head", "grep", "find")) {
      Path real =
          Stream.of("/usr/bin", "/bin")
              .map(folder -> Path.of(folder, tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(tools.resolve(tool), real);
    }
    ProcessBuilder process = process(launcher, "--version");
    Map<String, String> environment = process.environment();
    environment.clear();
    environment.put("PATH", tools.toString());
    environment.put("VANBAN_JDKS", temp.resolve("khong-co").toString());
    return process;
  }

  @Test
  void aMissingJdkIsToldOfPlainly() throws Exception {
    Ended ended = run(withoutJava(home.resolve("vanban")));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(2);
    assertThat(ended.err()).contains("Không tìm thấy JDK 25", "JAVA_HOME", "No JDK 25 found");
  }

  @Test
  void anOlderJavaIsNotTaken() throws Exception {
    Path old = Files.createDirectories(temp.resolve("jdk-17/bin")).resolve("java");
    Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"17.0.9\" 2023-10-17' >&2\n");
    assertThat(old.toFile().setExecutable(true)).isTrue();
    ProcessBuilder process = withoutJava(home.resolve("vanban"));
    process.environment().put("JAVA_HOME", temp.resolve("jdk-17").toString());
    assertThat(run(process).err()).contains("Không tìm thấy JDK 25");
  }

  @Test
  void aJdkIsFoundAmongOthers() throws Exception {
    Path jdks = Files.createDirectories(temp.resolve("các jdk"));
    Files.createSymbolicLink(jdks.resolve("jdk-25"), Path.of(System.getProperty("java.home")));
    ProcessBuilder process = withoutJava(home.resolve("vanban"));
    process.environment().put("VANBAN_JDKS", "/khong-co:" + jdks);
    Ended ended = run(process);
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("vanban ");
  }

  @Test
  void aMissingMavenIsToldOfBeforeTheFirstBuild() throws Exception {
    Path fresh = Files.createDirectories(temp.resolve("moi"));
    Files.copy(home.resolve("vanban"), fresh.resolve("vanban"));
    ProcessBuilder process = withoutJava(fresh.resolve("vanban"));
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Ended ended = run(process);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("Maven 3.8");
  }

  @Test
  void namesAreReadInAnyLocaleAndFromAnyDirectory() throws Exception {
    Files.writeString(temp.resolve("kế hoạch.txt"), Letters.plan("12", "Bảo vệ rừng tràm"));
    Files.createSymbolicLink(temp.resolve("vb"), home.resolve("vanban"));
    ProcessBuilder process = process(temp.resolve("vb"), "text", "--out", ".", "kế hoạch.txt");
    process.environment().keySet().removeAll(List.of("LANG", "LC_ALL", "LC_CTYPE"));
    process.environment().put("LC_ALL", "C");
    Ended ended = run(process);
    assertThat(ended).isEqualTo(new Ended(0, "", ""));
    assertThat(temp.resolve("kế hoạch.txt.txt")).content().contains("Bảo vệ rừng tràm");
  }

  @Test
  void demoServesTheSamplesOfItsProjectWhereverItIsCalled() throws Exception {
    Path links = Files.createDirectories(temp.resolve("bin"));
    Files.createSymbolicLink(temp.resolve("vanban-moi"), home.resolve("vanban"));
    Files.createSymbolicLink(links.resolve("vanban"), Path.of("../vanban-moi"));
    Path data = home.resolve("index-data/demo");
    try (Serving demo = new Serving(process(links.resolve("vanban"), "demo", "--port", "0"))) {
      assertThat(data.resolve("registry.db")).exists();
      for (String query : List.of("q=binh+dang+gioi", "q=383%2FKH-UBND")) {
        JsonNode first = demo.search(query).get("hits").get(0);
        assertThat(first.get("kind").asText()).as(query).isEqualTo("announcement");
        assertThat(first.get("number").asText()).isEqualTo("383/KH-UBND");
        assertThat(first.get("issued").asText()).isEqualTo("2020-02-26");
        assertThat(first.get("issuer").asText()).isEqualTo("Ủy ban nhân dân tỉnh Gia Lai");
      }
      aRunningWriterIsReadBesideAndDoesWhatIsHandedOver(demo, data);
      demo.stop();
    }
    assertThat(CommandLineRun.of("verify", "--data", data).out()).contains("không có gì sai");
    // It let go of the folder.
    assertThat(
            CommandLineRun.of("ingest", home.resolve("sample-docs"), "--data", data)
                .lines()
                .getLast())
        .startsWith("Thêm mới 0,");
  }

  @Test
  void shortCommandsPrintTheirAnswerAlone() throws Exception {
    Files.writeString(temp.resolve("12.txt"), Letters.plan("12", "Bảo vệ rừng tràm"));
    Path data = temp.resolve("du-lieu");
    assertThat(CommandLineRun.of("ingest", temp.resolve("12.txt"), "--data", data).exit()).isZero();
    Ended found = run(process(home.resolve("vanban"), "search", "rừng tràm", "--data", "du-lieu"));
    assertThat(found.exit()).isZero();
    assertThat(found.out()).contains("1. Kế hoạch 12/KH-UBND");
    assertThat(found.err()).isEmpty();
  }

  private static void aRunningWriterIsReadBesideAndDoesWhatIsHandedOver(Serving demo, Path data) {
    CommandLineRun verify = CommandLineRun.of("verify", "--data", data);
    assertThat(verify.exit()).as(verify.out()).isZero();
    assertThat(CommandLineRun.of("search", "hoa giai", "--data", data).out()).contains("1. ");
    CommandLineRun second =
        CommandLineRun.of("ingest", home.resolve("sample-docs"), "--data", data);
    assertThat(second.exit()).as(second.err()).isZero();
    assertThat(second.lines().getLast()).startsWith("Thêm mới 0,");
    CommandLineRun serve = CommandLineRun.of("serve", "--port", 0, "--data", data);
    assertThat(serve.exit()).isEqualTo(1);
    assertThat(serve.complaint())
        .contains("đang được một tiến trình khác sử dụng (PID " + demo.process.pid())
        .doesNotContain("\n", "Exception");
  }

  @Test
  void serveOfANewFolderStartsAndStops() throws Exception {
    try (Serving serve = new Serving(process(home.resolve("vanban"), "serve", "--port", "0"))) {
      assertThat(serve.search("q=383").get("hits")).isEmpty();
      assertThat(home.resolve("index-data/main/registry.db")).exists();
      serve.stop();
    }
  }

  /** A child that serves; its address is what it printed. */
  private static final class Serving implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    Serving(ProcessBuilder builder) throws IOException {
      process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      lines = process.inputReader(StandardCharsets.UTF_8);
      try {
        address = awaitAddress();
      } catch (IOException | RuntimeException e) {
        process.destroyForcibly();
        throw e;
      }
    }

    private URI awaitAddress() throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher address = ADDRESS.matcher(line);
        if (address.find()) {
          return URI.create("http://127.0.0.1:" + address.group(1));
        }
      }
      throw new IOException("ended without an address");
    }

    JsonNode search(String query) throws IOException, InterruptedException {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address.resolve("/api/v1/search?" + query))
                  .timeout(Duration.ofSeconds(30))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return new ObjectMapper().readTree(answer.body());
    }

    /** Asks it to end, as an operating system does. */
    void stop() throws InterruptedException {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended").isTrue();
      // 128 and the number of SIGTERM.
      assertThat(process.exitValue()).isEqualTo(143);
    }

    @Override
    public void close() {
      client.close();
      process.destroyForcibly();
    }
  }
}
