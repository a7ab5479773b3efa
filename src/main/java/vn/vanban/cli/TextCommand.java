package vn.vanban.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.ingest.FileReading;
import vn.vanban.registry.Submission;

/** {@code vanban text PATH…}. */
@Command(
    name = "text",
    mixinStandardHelpOptions = true,
    header = "In văn bản thuần đã chuẩn hóa (Unicode NFC, sửa phông chữ cũ).",
    description =
        "Print the repaired text; with --out write DIR/RELATIVE-PATH/NAME.EXT.txt, never overwriting.")
final class TextCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục.")
  private List<Path> paths = List.of();

  @Option(names = "--out", paramLabel = "DIR", description = "Ghi vào thư mục này. / Write here.")
  private @Nullable Path outFolder;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    AtomicBoolean kept = new AtomicBoolean();
    boolean clean =
        FilesInOrder.read(
            paths,
            item -> {
              switch (item) {
                case FileReading.Fresh fresh -> {
                  if (!write(fresh.submission(), out, err)) {
                    kept.set(true);
                  }
                }
                case FileReading.Rejected rejected ->
                    err.printf("từ chối\t%s\t%s%n", rejected.source(), rejected.reason());
                case FileReading.Known known -> throw new IllegalStateException(known.source());
              }
            });
    out.flush();
    err.flush();
    return clean && !kept.get() ? 0 : 1;
  }

  /** Whether it was written; a file that is there already stays as it is. */
  private boolean write(Submission submission, PrintWriter out, PrintWriter err) {
    Path folder = outFolder;
    if (folder == null) {
      out.println(submission.repairedText());
      return true;
    }
    Path target = folder.resolve(relative(submission.source()) + ".txt").normalize();
    if (!target.startsWith(folder.normalize())) {
      throw new CommandFailedException("Tên tệp dẫn ra ngoài " + folder + ": " + target);
    }
    try {
      Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(folder));
      Files.writeString(target, submission.repairedText(), StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException e) {
      err.printf("đã có, không ghi đè\t%s%n", target);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Không ghi được " + target, e);
    }
  }

  /** The path below the folder that was named; a file named itself keeps its name only. */
  private String relative(String source) {
    for (Path path : paths) {
      if (Files.isDirectory(path) && Path.of(firstPart(source)).startsWith(path)) {
        return path.relativize(Path.of(firstPart(source))) + memberPart(source);
      }
    }
    return Path.of(firstPart(source)).getFileName() + memberPart(source);
  }

  private static String firstPart(String source) {
    int member = source.indexOf("!/");
    return member < 0 ? source : source.substring(0, member);
  }

  private static String memberPart(String source) {
    int member = source.indexOf("!/");
    return member < 0 ? "" : source.substring(member).replace("!/", "/").replace("..", "_");
  }
}
