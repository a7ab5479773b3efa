package vn.vanban.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.extract.ExtractionException.Reason;

class IsolatedExtractorTest {
  private static final Limits SMALL = new Limits(1 << 20, 1000, 3, 10, Duration.ofSeconds(6));

  @Test
  void itReadsWhatTheExtractorOfThisProcessReads() throws Exception {
    List<Path> samples;
    try (Stream<Path> files = Files.list(Path.of("sample-docs"))) {
      samples = files.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(samples).hasSizeGreaterThan(20);
    try (TikaExtractor here = new TikaExtractor(Limits.DEFAULT);
        IsolatedExtractor there = new IsolatedExtractor(Limits.DEFAULT, 1)) {
      for (Path sample : samples) {
        SourceFile file = new SourceFile(sample.toString(), Files.readAllBytes(sample));
        Extraction expected = here.extract(file);
        Extraction got = there.extract(file);
        assertThat(got.mediaType()).as("%s", sample).isEqualTo(expected.mediaType());
        assertThat(got.text()).as("%s", sample).isEqualTo(expected.text());
        assertThat(got.notes()).as("%s", sample).isEqualTo(expected.notes());
        assertThat(got.members())
            .as("%s", sample)
            .usingRecursiveComparison()
            .isEqualTo(expected.members());
      }
      assertThat(there.children()).as("one child reads all").hasSize(1);
    }
  }

  /** Whatever a child does, the next file is read. */
  @ParameterizedTest
  @CsvSource({
    "treo, LIMIT, quá 6 giây",
    "thoát, DAMAGED, dừng đột ngột",
    "in ra, DAMAGED, dừng đột ngột",
    "ngập, DAMAGED, dừng đột ngột",
    "độ dài, DAMAGED, dừng đột ngột",
    "độ dài âm, DAMAGED, dừng đột ngột",
    "dài quá, DAMAGED, dừng đột ngột",
    "nhiều tệp, DAMAGED, dừng đột ngột",
  })
  void aChildThatMisbehavesCostsItsFileOnly(String script, Reason reason, String told)
      throws Exception {
    try (IsolatedExtractor extractor =
        new IsolatedExtractor(SMALL, 1, ChildProgram.of(ScriptedChild.class))) {
      ExtractionException refused =
          catchThrowableOfType(ExtractionException.class, () -> extractor.extract(file(script)));
      assertThat(refused.reason()).isEqualTo(reason);
      assertThat(refused).hasMessageContaining(told);
      assertThat(extractor.children()).isEmpty();
      assertThat(text(extractor, "văn bản sau")).isEqualTo("văn bản sau");
      assertThat(extractor.children()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"hết bộ nhớ", "trống"})
  void whatNeedsMoreMemoryIsReadWithMore(String script) throws Exception {
    try (IsolatedExtractor extractor =
        new IsolatedExtractor(SMALL, 1, ChildProgram.of(ScriptedChild.class))) {
      assertThat(text(extractor, script)).isEqualTo("đọc được");
    }
  }

  @Test
  void aLargeChildIsTriedAsOftenAsASmallOne(@TempDir Path temporary) throws Exception {
    try (IsolatedExtractor extractor =
        new IsolatedExtractor(SMALL, 1, ChildProgram.of(ScriptedChild.class))) {
      assertThat(text(extractor, "dừng hai lần " + temporary.resolve("đếm"))).isEqualTo("đọc được");
    }
  }

  /** What fails before a child has seen the file is told with its cause, and not of the file. */
  @ParameterizedTest
  @CsvSource({
    "không-có-chương-trình, không-có-chương-trình",
    "sh -c 'echo hết tiến trình >&2; exit 1', hết tiến trình",
    "sh -c 'echo log4j:WARN; exec sleep 60', mã thoát 137",
    "sh -c 'ulimit -v 700000; exec \"$@\"' sh, Error occurred during initialization of VM",
    "env JDK_JAVA_OPTIONS=-Xmx1x, Invalid maximum heap size",
  })
  void aChildThatDoesNotStartIsNotTheFilesFault(String around, String told) {
    ChildProgram whole = ChildProgram.of(ScriptedChild.class);
    ChildProgram program = new ChildProgram(whole.main(), whole.classPath(), words(around));
    try (IsolatedExtractor extractor = new IsolatedExtractor(SMALL, 1, program)) {
      assertThatThrownBy(() -> extractor.extract(file("văn bản")))
          .isInstanceOf(ExtractorUnavailableException.class)
          .hasMessageContaining("không phải lỗi của tệp")
          .hasMessageContaining(told);
      assertThat(extractor.children()).isEmpty();
    }
  }

  /** As a shell splits them. */
  private static List<String> words(String command) {
    return Pattern.compile("'([^']*)'|(\\S+)")
        .matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toList();
  }

  @Test
  void whoeverWaitsWhenItIsClosedIsToldAtOnce() throws Exception {
    IsolatedExtractor extractor =
        new IsolatedExtractor(Limits.DEFAULT, 1, ChildProgram.of(ScriptedChild.class));
    try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
      List<Future<Extraction>> waiting = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        waiting.add(readers.submit(() -> extractor.extract(file("treo"))));
      }
      while (extractor.children().isEmpty()) {
        Thread.onSpinWait();
      }
      extractor.close();
      for (Future<Extraction> one : waiting) {
        assertThatThrownBy(() -> one.get(20, TimeUnit.SECONDS))
            .cause()
            .isInstanceOf(ExtractorUnavailableException.class)
            .hasMessageContaining("đang dừng");
      }
      assertThatThrownBy(() -> extractor.extract(file("sau")))
          .isInstanceOf(ExtractorUnavailableException.class);
      assertThat(extractor.children()).isEmpty();
    }
  }

  @Test
  void aChildSeesNothingOfItsParentAndLeavesNothing() throws Exception {
    assertThat(System.getenv()).containsKey("PATH");
    Path temporary;
    try (IsolatedExtractor extractor =
        new IsolatedExtractor(SMALL, 1, ChildProgram.of(ScriptedChild.class))) {
      assertThat(text(extractor, "môi trường").split(",", -1)).isSubsetOf("LC_ALL");
      temporary = Path.of(text(extractor, "tệp tạm"));
      assertThat(temporary).exists();
    }
    assertThat(temporary.getParent()).doesNotExist();
  }

  @Test
  void parsingLoadsNothingOfTheOtherRooms() throws Exception {
    try (ParsingClassLoader loader = new ParsingClassLoader()) {
      for (String needed :
          List.of(
              ExtractionChild.class.getName(),
              "org.apache.tika.Tika",
              "com.zaxxer.sparsebits.SparseBitSet",
              "org.apache.pdfbox.pdmodel.PDDocument")) {
        assertThat(loader.loadClass(needed).getClassLoader()).as(needed).isSameAs(loader);
      }
      for (String other :
          List.of(
              "vn.vanban.registry.Registry",
              "vn.vanban.cli.Main",
              "org.sqlite.JDBC",
              "org.apache.lucene.index.IndexWriter",
              "io.javalin.Javalin")) {
        assertThat(Class.forName(other, false, getClass().getClassLoader())).as(other).isNotNull();
        assertThatThrownBy(() -> loader.loadClass(other))
            .as(other)
            .isInstanceOf(ClassNotFoundException.class);
      }
    }
  }

  @Test
  void nothingThatADocumentNamesIsFetched() throws Exception {
    try (ServerSocket elsewhere = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        IsolatedExtractor extractor = new IsolatedExtractor(SMALL, 1)) {
      String address = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/a";
      String page =
          "<!DOCTYPE html SYSTEM \"%1$s\"><html><head><link rel=stylesheet href=\"%1$s\"><script src=\"%1$s\"></script></head><body><img src=\"%1$s\"><iframe src=\"%1$s\"></iframe><p>Điều 1. Phê duyệt kế hoạch.</p></body></html>"
              .formatted(address);
      assertThat(text(extractor, page)).contains("Phê duyệt");
      Extraction docx =
          extractor.extract(
              new SourceFile("a.docx", HostileFiles.external(elsewhere.getLocalPort())));
      assertThat(docx.text().plain()).doesNotContain("root:");
      elsewhere.setSoTimeout(1);
      assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** Also a parser that was taken over, and opens connections itself. */
  @Test
  void aChildHasNoNetworkWhereTheSystemCanCutItOff() throws Exception {
    ChildProgram program = ChildProgram.of(ScriptedChild.class);
    try (ServerSocket elsewhere = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        IsolatedExtractor extractor = new IsolatedExtractor(SMALL, 1, program)) {
      assertThat(text(extractor, "mạng " + elsewhere.getLocalPort()))
          .isEqualTo(program.isWithoutNetwork() ? "không nối được" : "nối được true");
    }
  }

  /** As when root runs what another account has installed for itself alone. */
  @Test
  void theProgramMayLieInTheFolderOfAnotherAccount(@TempDir Path temporary) throws Exception {
    assumeThat(Files.getAttribute(temporary, "unix:uid")).as("only root gives away").isEqualTo(0);
    Path home = copyOfClasses(temporary);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    Files.setAttribute(home, "unix:uid", 12_345);
    ChildProgram program = ChildProgram.of(ScriptedChild.class, home.resolve("lib").toString());
    try (IsolatedExtractor extractor = new IsolatedExtractor(SMALL, 1, program)) {
      assertThat(text(extractor, "đọc được")).isEqualTo("đọc được");
    }
  }

  @Test
  void aClassPathMayBeRelative(@TempDir Path temporary) throws Exception {
    Path relative =
        Path.of("").toAbsolutePath().relativize(copyOfClasses(temporary).resolve("lib"));
    ChildProgram program = ChildProgram.of(ScriptedChild.class, relative.toString());
    try (IsolatedExtractor extractor = new IsolatedExtractor(SMALL, 1, program)) {
      assertThat(text(extractor, "đọc được")).isEqualTo("đọc được");
    }
  }

  /** This room's classes in {@code home/lib}. */
  private static Path copyOfClasses(Path temporary) throws Exception {
    Path home = temporary.resolve("home");
    Path room = Files.createDirectories(home.resolve("lib/vn/vanban/extract"));
    for (Class<?> one : List.of(ExtractionWire.class, ScriptedChild.class)) {
      Path classes = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.list(classes.resolve("vn/vanban/extract"))) {
        for (Path file : files.toList()) {
          Files.copy(file, room.resolve(file.getFileName()));
        }
      }
    }
    return home;
  }

  /** Tika's own parser of misbehaviour, in a child as it is in service. */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<hang millis=\"60000\" heavy=\"true\" pulse_millis=\"10\"/> | LIMIT | quá 6 giây",
        "<hang millis=\"60000\" heavy=\"false\" sleep=\"true\" interruptible=\"false\"/> | LIMIT | quá 6 giây",
        "<throw class=\"java.lang.OutOfMemoryError\">hết</throw> | LIMIT | bộ nhớ",
        "<throw class=\"java.lang.StackOverflowError\">sâu</throw> | LIMIT | sâu",
        "<throw class=\"java.lang.IllegalStateException\">lạ</throw> | DAMAGED | hỏng",
        "<throw class=\"java.io.IOException\">đứt</throw> | DAMAGED | hỏng",
        "<system_exit/> | DAMAGED | dừng đột ngột",
      })
  void whatTheMockParserDoesCostsItsFileOnly(String deed, Reason reason, String told)
      throws Exception {
    ChildProgram program =
        ChildProgram.of(ExtractionChild.class).with(Path.of("target/mock/mock-parser.jar"));
    try (IsolatedExtractor extractor = new IsolatedExtractor(SMALL, 1, program)) {
      ExtractionException refused =
          catchThrowableOfType(ExtractionException.class, () -> extractor.extract(mock(deed)));
      assertThat(refused).as(deed).isNotNull();
      assertThat(refused.reason()).isEqualTo(reason);
      assertThat(refused).hasMessageContaining(told);
      String chatter =
          "<print_out>ồn ào</print_out><print_err>ồn ào</print_err><write element=\"p\">Điều 1</write>";
      assertThat(extractor.extract(mock(chatter)).text().plain()).contains("Điều 1");
    }
  }

  @Test
  void aFloodOfTextIsCutAtItsLimit() throws Exception {
    ChildProgram program =
        ChildProgram.of(ExtractionChild.class).with(Path.of("target/mock/mock-parser.jar"));
    try (IsolatedExtractor extractor = new IsolatedExtractor(SMALL, 1, program)) {
      Extraction flooded =
          extractor.extract(mock("<write element=\"p\">Điều 1. Trồng cây.</write>".repeat(9_000)));
      assertThat(flooded.text().plain()).hasSizeLessThanOrEqualTo(SMALL.maxCharacters());
      assertThat(flooded.notes()).anyMatch(note -> note.contains("bị cắt"));
    }
  }

  private static SourceFile mock(String deeds) {
    return new SourceFile(
        "a.xml", ("<?xml version=\"1.0\"?><mock>" + deeds + "</mock>").getBytes(UTF_8));
  }

  @Test
  void killedChildrenAreReplaced() throws Exception {
    Random random = new Random();
    byte[] docx = SampleFiles.docx();
    try (IsolatedExtractor extractor = new IsolatedExtractor(Limits.DEFAULT, 2);
        ExecutorService readers = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 8; round++) {
        List<Future<Extraction>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          both.add(readers.submit(() -> extractor.extract(new SourceFile("a.docx", docx))));
        }
        List<Long> children = List.copyOf(extractor.children());
        if (!children.isEmpty()) {
          ProcessHandle.of(children.get(random.nextInt(children.size())))
              .ifPresent(ProcessHandle::destroyForcibly);
        }
        for (Future<Extraction> one : both) {
          assertThat(one.get().text().plain()).contains("15/QĐ-UBND");
        }
        assertThat(extractor.children()).hasSizeLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void noChildOutlivesItsParent() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Hanging.class.getName())
            .start();
    List<ProcessHandle> children = new ArrayList<>();
    try (var lines = parent.inputReader(UTF_8)) {
      for (String pid : lines.readLine().split(",", -1)) {
        children.add(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
      }
    }
    assertThat(children).hasSize(2);
    parent.destroyForcibly();
    for (ProcessHandle child : children) {
      child.onExit().get(20, TimeUnit.SECONDS);
    }
  }

  /** Has two children parse what takes very long, and tells their ids. */
  static final class Hanging {
    private Hanging() {}

    public static void main(String[] args) throws InterruptedException, IOException {
      IsolatedExtractor extractor = new IsolatedExtractor(Limits.DEFAULT, 2);
      byte[] slow = HostileFiles.cells(1_000_000);
      for (int i = 0; i < 2; i++) {
        Thread.ofPlatform()
            .start(() -> {
              while (true) {
                try {
                  extractor.extract(new SourceFile("a.xlsx", slow));
                } catch (ExtractionException e) {
                  throw new AssertionError(e);
                }
              }
            });
      }
      Set<Long> children = extractor.children();
      while (children.size() < 2) {
        Thread.onSpinWait();
        children = extractor.children();
      }
      System.out.println(String.join(",", children.stream().map(String::valueOf).toList()));
      Thread.currentThread().join();
    }
  }

  private static SourceFile file(String script) {
    return new SourceFile("a.txt", script.getBytes(UTF_8));
  }

  private static String text(Extractor extractor, String script) throws ExtractionException {
    return extractor.extract(file(script)).text().plain();
  }
}
