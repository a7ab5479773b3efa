package vn.vanban.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vn.vanban.ingest.ReadingUnavailableException;
import vn.vanban.lucene.DamagedIndexException;
import vn.vanban.registry.RegistryException;
import vn.vanban.search.IndexUnavailableException;

/** Work that failed: a plain message and exit code 1; a stack trace only for defects. */
final class Failure implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    switch (failure) {
      case DamagedIndexException known -> err.println(known.getMessage());
      case UncheckedIOException io -> err.println(ofDisk(io));
      case IOException io -> err.println(ofDisk(io));
      case InvalidPathException path ->
          err.printf("Không dùng được tên tệp \"%s\" trên máy này.%n", path.getInput());
      case RegistryException known -> err.println(known.getMessage());
      case IndexUnavailableException known -> err.println(known.getMessage());
      case ReadingUnavailableException known -> err.println(known.getMessage());
      case CommandFailedException known -> err.println(known.getMessage());
      case IllegalArgumentException known -> err.println(known.getMessage());
      default -> {
        LOG.error("vanban {}", command.getCommandName(), failure);
        err.println("Lỗi của chương trình: " + failure);
      }
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String ofDisk(UncheckedIOException failure) {
    IOException cause = Objects.requireNonNull(failure.getCause());
    String said = String.valueOf(failure.getMessage());
    // Without a message of its own it repeats its cause.
    return said.equals(cause.toString())
        ? ofDisk(cause)
        : said + ": " + RegistryException.reason(cause);
  }

  /** Says in Vietnamese what a file or folder refused. */
  static String ofDisk(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing ->
          "Không có tệp hoặc thư mục nào tên là " + missing.getFile();
      case AccessDeniedException denied -> "Không có quyền đọc hoặc ghi " + denied.getFile();
      case FileSystemException file ->
          "Không đọc hoặc ghi được %s: %s".formatted(file.getFile(), file.getReason());
      case CharacterCodingException text -> "Tệp không phải văn bản UTF-8: " + text.getMessage();
      default -> "Lỗi đọc hoặc ghi đĩa: " + failure.getMessage();
    };
  }
}
