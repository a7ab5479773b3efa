package vn.vanban.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.vanban.registry.Scope;

/** The option {@code --scope}. */
final class ScopeOption {
  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      split = ",",
      defaultValue = "read",
      description =
          "Quyền: read, ingest, correct, admin (mặc định ${DEFAULT-VALUE}). / What it may do.")
  private List<String> names = List.of("read");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  List<Scope> scopes() {
    return names.stream()
        .map(name ->
            Scope.named(name.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                    new ParameterException(
                        Objects.requireNonNull(command).commandLine(),
                        "--scope: không có quyền “%s”; có %s."
                            .formatted(name, names(List.of(Scope.values()))))))
        .toList();
  }

  static String names(List<Scope> scopes) {
    return String.join(", ", scopes.stream().map(Scope::jsonName).toList());
  }
}
