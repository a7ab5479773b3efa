package vn.vanban.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.extract.Extractor;
import vn.vanban.ingest.FileOutcome;
import vn.vanban.ingest.IngestReport;

/** {@code vanban ingest PATH…}. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    header = "Đưa tệp và thư mục vào sổ đăng ký.",
    description = {
      "Register files and folders: docx, doc, pdf, rtf, odt, xls, html, txt, eml and archives of them.",
      "",
      "Bản gốc được giữ nguyên; chạy lại không đổi gì. Tệp không đọc được bị từ chối, có nêu lý do.",
      "Originals are kept; running it again changes nothing. Rejected files are listed with reasons.",
      "",
      "Mã thoát là 1 khi có tệp bị từ chối, dù các tệp khác đã vào sổ.",
      "The exit code is 1 if a file was rejected, though the others are registered."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban ingest van-ban/",
      "  vanban ingest quyet-dinh.docx van-ban-2020.zip --data kho-du-lieu"
    })
final class IngestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();
  @Mixin private Isolation isolation = new Isolation();

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Tệp hoặc thư mục. / Files or folders.")
  private List<Path> paths = List.of();

  @Override
  public Integer call() {
    return data.write(opened -> {
      IngestReport report = ingest(opened, paths, isolation, spec.commandLine().getErr());
      print(spec.commandLine().getOut(), report);
      opened.index();
      return report.rejected().isEmpty() ? 0 : 1;
    });
  }

  /** Ingests with progress shown, which ends before the report is printed. */
  static IngestReport ingest(
      DataFolder.Opened opened, List<Path> paths, Isolation isolation, PrintWriter err) {
    try (Extractor extractor = isolation.extractor();
        ProgressLines progress = ProgressLines.on(err)) {
      return opened.ingest(paths, extractor, progress);
    }
  }

  static void print(PrintWriter out, IngestReport report) {
    for (FileOutcome rejected : report.rejected()) {
      out.printf("từ chối\t%s\t%s%n", rejected.source(), rejected.reason().orElse(""));
    }
    for (FileOutcome apart : report.keptApart()) {
      out.printf("để riêng\t%s\t%s%n", apart.source(), apart.reason().orElse(""));
    }
    out.printf(
        "Thêm mới %d, không đổi %d, bản khác của văn bản đã có %d, từ chối %d."
            + " / added %1$d, unchanged %2$d, new copy %3$d, rejected %4$d%n",
        report.added(), report.unchanged(), report.newCopies(), report.rejected().size());
    out.flush();
  }
}
