package vn.vanban.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.ingest.FileReading;

/** {@code vanban text PATH…}. */
@Command(
    name = "text",
    mixinStandardHelpOptions = true,
    header = "In văn bản thuần đã chuẩn hóa (Unicode NFC, sửa phông chữ cũ).",
    description =
        "Print the repaired text; with --out write DIR/RELATIVE-PATH/NAME.EXT.txt, never overwriting.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban text thong-bao.doc",
      "  vanban text --out chu/ van-ban/"
    })
final class TextCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Isolation isolation = new Isolation();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục.")
  private List<Path> paths = List.of();

  @Option(names = "--out", paramLabel = "DIR", description = "Ghi vào thư mục này. / Write here.")
  private @Nullable Path outFolder;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<TextFolder> folder =
        Optional.ofNullable(outFolder).map(named -> new TextFolder(named, paths));
    AtomicBoolean kept = new AtomicBoolean();
    boolean clean =
        FilesInOrder.read(
            paths,
            isolation,
            item -> {
              switch (item) {
                case FileReading.Fresh fresh -> {
                  String text = fresh.submission().repairedText();
                  folder.ifPresentOrElse(
                      f ->
                          f.write(fresh.source(), text)
                              .ifPresent(reason -> {
                                err.printf("không ghi\t%s\t%s%n", fresh.source(), reason);
                                kept.set(true);
                              }),
                      () -> out.println(text));
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
}
