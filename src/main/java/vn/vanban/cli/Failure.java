package vn.vanban.cli;

import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vn.vanban.registry.RegistryException;

/** Work that failed: a plain message and exit code 1; a stack trace only for defects. */
final class Failure implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof NoSuchFileException missing) {
      err.println("Không có tệp " + missing.getFile());
    } else if (failure instanceof RegistryException
        || failure instanceof IllegalArgumentException
        || failure instanceof CommandFailedException) {
      err.println(failure.getMessage());
    } else {
      LOG.error("vanban {}", command.getCommandName(), failure);
      err.println("Lỗi: " + failure);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
