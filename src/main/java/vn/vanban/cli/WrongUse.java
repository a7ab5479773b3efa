package vn.vanban.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command that was called wrongly: what is wrong, how it is called, and exit code 2. */
final class WrongUse implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(origin(failure) + message(failure));
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println();
    command.usage(err);
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  /**
   * Refuses a number that an option cannot take.
   *
   * @throws ParameterException if it is not between least and most
   */
  static void unlessWithin(CommandSpec spec, String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "%s phải từ %d đến %d, không phải %d.".formatted(option, least, most, value),
          spec.findOption(option),
          String.valueOf(value));
    }
  }

  /** A value that an option does not take. */
  static ParameterException of(CommandSpec spec, String option, String value, String allowed) {
    return new ParameterException(
        spec.commandLine(),
        "%s không nhận “%s”. Các giá trị được nhận: %s.".formatted(option, value, allowed),
        spec.findOption(option),
        value);
  }

  /** Where a wrong value stands that was not typed. */
  private static String origin(ParameterException failure) {
    if (failure.getArgSpec() == null
        || !(failure.getCommandLine().getDefaultValueProvider() instanceof Configuration all)) {
      return "";
    }
    return all.given(failure.getArgSpec())
        .filter(given ->
            List.of(given.value().split(",")).contains(failure.getValue())
                || given.value().equals(failure.getValue()))
        .map(given -> given.origin() + ": ")
        .orElse("");
  }

  private static String message(ParameterException failure) {
    String name = failure.getCommandLine().getCommandSpec().qualifiedName();
    return switch (failure) {
      case UnmatchedArgumentException unknown ->
          "Lệnh %s không có: %s".formatted(name, String.join(" ", unknown.getUnmatched()));
      case MissingParameterException missing ->
          "Lệnh %s còn thiếu: %s"
              .formatted(
                  name,
                  missing.getMissing().stream()
                      .map(WrongUse::shown)
                      .collect(Collectors.joining(", ")));
      case MutuallyExclusiveArgsException both ->
          "Các tùy chọn này không dùng cùng nhau. / " + both.getMessage();
      default -> "Dùng sai lệnh %s: %s".formatted(name, failure.getMessage());
    };
  }

  private static String shown(ArgSpec missing) {
    return missing instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : missing.paramLabel();
  }
}
