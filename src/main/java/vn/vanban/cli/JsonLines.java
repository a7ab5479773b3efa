package vn.vanban.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A record of the log as a JSON object on a line of its own: {@code time} (RFC 3339, UTC), {@code
 * level}, {@code logger}, {@code thread}, {@code message}, what is known beside it (such as the id
 * of a {@code request}), and of a failure its class as {@code exception} and its {@code stack}.
 */
final class JsonLines extends Formatter {
  @Override
  public String format(LogRecord record) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", record.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("level", level(record.getLevel()));
    line.put("logger", record.getLoggerName());
    line.put("thread", Thread.currentThread().getName()); // records are written by who makes them
    line.put("message", formatMessage(record));
    @Nullable Map<String, String> beside = MDC.getCopyOfContextMap();
    if (beside != null) {
      beside.forEach(line::put);
    }
    @Nullable Throwable failure = record.getThrown();
    if (failure != null) {
      line.put("exception", failure.getClass().getName());
      line.put("stack", stack(failure));
    }
    return line + "\n";
  }

  /** By the names that other programs know. */
  private static String level(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (value >= Level.WARNING.intValue()) {
      return "WARN";
    }
    return value >= Level.CONFIG.intValue() ? "INFO" : "DEBUG";
  }

  private static String stack(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
