package vn.vanban.extract;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.logging.LogManager;

/**
 * A process that parses one file after another for its parent: bytes come by standard input, a
 * greeting and answers go by standard output, in the form of {@link ExtractionWire}. It ends,
 * whatever its parse is doing, when its parent has gone. The parent counts the time and kills.
 */
final class ExtractionChild {
  private static final Set<String> LOCAL = Set.of("file", "jar", "jrt");

  private ExtractionChild() {}

  /** What the parent passes on the command line. */
  static String[] arguments(Limits limits) {
    return new String[] {
      String.valueOf(limits.maxBytes()),
      String.valueOf(limits.maxCharacters()),
      String.valueOf(limits.maxDepth()),
      String.valueOf(limits.maxMembers())
    };
  }

  private static Limits limits(String[] args) {
    return new Limits(
        Long.parseLong(args[0]),
        Integer.parseInt(args[1]),
        Integer.parseInt(args[2]),
        Integer.parseInt(args[3]),
        Duration.ofDays(1)); // the parent's to count
  }

  /** Goes on in a {@link ParsingClassLoader}. */
  public static void main(String[] args) throws ReflectiveOperationException {
    ParsingClassLoader loader = new ParsingClassLoader(); // stays open as long as the process
    Thread.currentThread().setContextClassLoader(loader);
    Method parse =
        loader
            .loadClass(ExtractionChild.class.getName())
            .getDeclaredMethod("parse", String[].class);
    parse.setAccessible(true); // to this class it is one of another loader
    parse.invoke(null, (Object) args);
  }

  /** Parses until the parent has gone. */
  static void parse(String[] args) throws IOException, InterruptedException {
    DataOutputStream answers =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // What a library prints must not come between the answers.
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));
    try (InputStream settings =
        Objects.requireNonNull(ExtractionChild.class.getResourceAsStream("/logging.properties"))) {
      LogManager.getLogManager().readConfiguration(settings);
    }
    refuseNetwork();
    // An interrupt from the keyboard reaches the parent and its children alike.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(ExtractionChild::deleteTemporaryFiles, "temporary-files"));
    Limits limits = limits(args);
    ExtractionWire wire = new ExtractionWire(limits);
    SynchronousQueue<byte[]> files = new SynchronousQueue<>();
    Thread.ofPlatform().daemon().name("requests").start(() -> listen(wire, files));
    try (TikaExtractor extractor = new TikaExtractor(limits)) {
      ExtractionWire.ready(answers);
      while (true) {
        answer(extractor, files.take(), wire, answers);
      }
    }
  }

  private static void answer(
      TikaExtractor extractor, byte[] file, ExtractionWire wire, DataOutputStream answers)
      throws IOException {
    Extraction extraction;
    try {
      extraction = extractor.parse(file);
    } catch (ExtractionException e) {
      if (e.getCause() instanceof OutOfMemoryError) {
        ExtractionWire.exhausted(answers);
      } else {
        ExtractionWire.refused(answers, e);
      }
      return;
    } catch (RuntimeException e) {
      // Parsers throw what they like at damaged files; as the extractor of one process tells it.
      ExtractionWire.refused(answers, TikaExtractor.damaged(e));
      return;
    }
    wire.extracted(answers, extraction);
  }

  /** Takes files as they come; the end of the stream is the end of the parent. */
  private static void listen(ExtractionWire wire, SynchronousQueue<byte[]> files) {
    try (DataInputStream requests = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
      while (true) {
        files.put(wire.asked(requests));
      }
    } catch (IOException | InterruptedException e) {
      deleteTemporaryFiles();
      Runtime.getRuntime().halt(0);
    }
  }

  private static void deleteTemporaryFiles() {
    TemporaryFiles.delete(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Documents name pictures, schemas and entities elsewhere; none of it is ever fetched. */
  private static void refuseNetwork() {
    URL.setURLStreamHandlerFactory(protocol -> LOCAL.contains(protocol) ? null : new Refusing());
  }

  private static final class Refusing extends URLStreamHandler {
    @Override
    protected java.net.URLConnection openConnection(URL url) throws IOException {
      throw new IOException("không truy cập mạng khi đọc tệp");
    }
  }
}
