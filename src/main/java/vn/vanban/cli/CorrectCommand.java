package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vanban.registry.Edits;

/** {@code vanban correct NUMBER field=value…}. */
@Command(
    name = "correct",
    mixinStandardHelpOptions = true,
    header = "Đính chính trường của văn bản, xác nhận hoặc rút đính chính.",
    description = {
      "Overrule fields of a document, accept what was read, or withdraw a correction.",
      "",
      "Đính chính có hiệu lực cả sau khi văn bản được đọc lại, cho đến khi bị rút.",
      "Các trường / fields: kind, number, type, issuer, issued, subject, signer, secrecy, urgency,"
          + " visibility, effective, expires. Giá trị trống: văn bản không có. / Empty: it has none."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban correct 383/KH-UBND issued=26/2/2020 --reason 'đối chiếu bản giấy'",
      "  vanban correct 383/KH-UBND 'issuer=UBND tỉnh Gia Lai' signer=",
      "  vanban correct 383/KH-UBND --accept number",
      "  vanban correct 383/KH-UBND --withdraw 12"
    })
final class CorrectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataFolder data = new DataFolder();
  @Mixin private WhichDocument document = new WhichDocument();
  @Mixin private ActOptions by = new ActOptions();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FIELD=VALUE",
      description = "Trường và giá trị đúng. / A field and its right value.")
  private List<String> values = List.of();

  @Option(
      names = "--accept",
      paramLabel = "FIELD",
      description = "Xác nhận điều đã đọc là đúng. / What was read is right.")
  private List<String> accepted = List.of();

  @Option(
      names = "--withdraw",
      paramLabel = "N",
      description = "Rút đính chính số N. / Withdraw correction N.")
  private List<Long> withdrawn = List.of();

  /** A field with its right value; empty to say that there is none. */
  private record Value(String field, Optional<String> value) {}

  @Override
  public Integer call() {
    List<Value> corrected = new ArrayList<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      if (equals <= 0) {
        throw new ParameterException(
            spec.commandLine(), "Cần trường=giá trị, không phải \"" + value + "\".");
      }
      String right = value.substring(equals + 1).strip();
      corrected.add(
          new Value(
              value.substring(0, equals).strip(),
              right.isEmpty() ? Optional.empty() : Optional.of(right)));
    }
    if (corrected.isEmpty() && accepted.isEmpty() && withdrawn.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Cần ít nhất một trường=giá trị, --accept hoặc --withdraw.");
    }
    return data.change(opened -> {
      PrintWriter out = spec.commandLine().getOut();
      String id = document.idToChange(opened.registry());
      Edits edits = opened.registry().by(by.act());
      for (long number : withdrawn) {
        edits.withdraw(id, number);
        out.printf("Đã rút đính chính số %d của văn bản %s.%n", number, id);
      }
      for (Value value : corrected) {
        long number = edits.correct(id, value.field(), value.value());
        out.printf("Đã đính chính %s của văn bản %s (số %d).%n", value.field(), id, number);
      }
      for (String field : accepted) {
        long number = edits.accept(id, field);
        out.printf("Đã xác nhận %s của văn bản %s (số %d).%n", field, id, number);
      }
      out.flush();
      opened.index();
      return 0;
    });
  }
}
