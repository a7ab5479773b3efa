package vn.vanban.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * The program's log on standard error. SLF4J, and with it the libraries, write to Java's own
 * logging.
 */
final class Logs {
  private static final String MANAGER = "java.util.logging.manager";

  private Logs() {}

  /** How a record is written. */
  enum Format {
    /** For people: a line, and a stack trace below it. */
    TEXT,
    /** For programs: a JSON object a line. */
    JSON
  }

  /**
   * Java's own manager closes its handlers as soon as the process is told to stop. What goes wrong
   * while it stops is told too.
   */
  public static final class Lasting extends LogManager {
    @Override
    public void reset() {
      // The handlers stay until the process has ended.
    }
  }

  /** Begins to log, as text; to be called before anything is logged. */
  static void begin() throws IOException {
    System.setProperty(MANAGER, Lasting.class.getName());
    try (InputStream settings =
        Objects.requireNonNull(Logs.class.getResourceAsStream("/logging.properties"))) {
      LogManager.getLogManager().readConfiguration(settings);
    }
    writeAs(Format.TEXT);
  }

  /** Writes in this form from now on. */
  static void writeAs(Format format) {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(
          switch (format) {
            case TEXT -> new SimpleFormatter();
            case JSON -> new JsonLines();
          });
    }
  }
}
