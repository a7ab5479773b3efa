package vn.vanban.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.http.DocumentJson;
import vn.vanban.ingest.FileReading;
import vn.vanban.registry.Submission;

/** {@code vanban parse PATH…}. */
@Command(
    name = "parse",
    mixinStandardHelpOptions = true,
    header = "Đọc các trường của văn bản mà không đăng ký.",
    description = {
      "Read fields and structure without registering. With --json one object a line: file, kind, "
          + "number, type, title, issuer, issued, subject, signer, signerCapacity, effective, "
          + "legalBases, warnings, provisions, and under evidence where each value was read; "
          + "absent values are null."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban parse quyet-dinh.docx",
      "  vanban parse --json van-ban/ > truong.jsonl"
    })
final class ParseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Isolation isolation = new Isolation();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Tệp hoặc thư mục.")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "Mỗi tệp một dòng JSON. / One JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    boolean clean =
        FilesInOrder.read(
            paths,
            isolation,
            item -> {
              switch (item) {
                case FileReading.Fresh fresh -> print(out, fresh.submission());
                case FileReading.Rejected rejected ->
                    err.printf("từ chối\t%s\t%s%n", rejected.source(), rejected.reason());
                case FileReading.Known known -> throw new IllegalStateException(known.source());
              }
            });
    out.flush();
    err.flush();
    return clean ? 0 : 1;
  }

  private void print(PrintWriter out, Submission submission) {
    ObjectNode fields = DocumentJson.of(submission.document(), submission.repairedText());
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("file", submission.source());
    line.setAll(fields);
    if (json) {
      out.println(line);
      return;
    }
    out.println(submission.source());
    for (String field :
        List.of("kind", "number", "type", "issuer", "issued", "subject", "signer", "effective")) {
      out.printf("  %-10s %s%n", field, line.get(field).isNull() ? "–" : line.get(field).asText());
    }
    line.get("warnings")
        .forEach(
            w -> out.printf("  ! %s: %s%n", w.get("field").asText(), w.get("message").asText()));
  }
}
