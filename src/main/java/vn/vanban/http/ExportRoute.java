package vn.vanban.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;

/**
 * All documents that guests may see, one JSON object a line, in order of registration, each with
 * its effect on a day. The last line is {@code {"end":true,"epoch":…,"sequence":…}}: without it the
 * export is cut short and goes on with {@code after} the last id; what changed while it ran is
 * asked of the feed, after {@code sequence}.
 */
final class ExportRoute {
  /** Documents that are in memory at a time. */
  private static final int PAGE = 20;

  /** Each holds a thread for as long as its client reads. */
  private static final int AT_A_TIME = 4;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Semaphore running = new Semaphore(AT_A_TIME);
  private final Registry registry;
  private final Lane records;

  ExportRoute(Registry registry, Lane records) {
    this.registry = registry;
    this.records = records;
  }

  void api(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "after", "asOf");
    LocalDate day = parameters.day("asOf").orElseGet(VietnamTime::today);
    long after =
        parameters
            .text("after")
            .map(id ->
                records
                    .call(() -> registry.publicPlace(id))
                    .orElseThrow(() ->
                        Problem.badParameter(
                            "after", "“after” phải là mã của một văn bản trong kho.")))
            .orElse(0L);
    ctx.contentType("application/x-ndjson").header("Cache-Control", "no-store");
    if (ctx.method().equals(HandlerType.HEAD)) {
      return;
    }
    if (!running.tryAcquire()) {
      throw Problem.busy();
    }
    try {
      write(ctx.outputStream(), after, day);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      running.release();
    }
  }

  private void write(OutputStream out, long after, LocalDate day) throws IOException {
    // Before the first page: what changes meanwhile is told twice rather than never.
    FeedPosition begun = records.call(registry::position);
    long place = after;
    while (true) {
      long from = place;
      Registry.Page page = records.call(() -> registry.documentsFrom(from, PAGE));
      List<RegisteredDocument> open =
          page.documents().stream().filter(RegisteredDocument::isPublic).toList();
      Map<String, EffectTimeline> effects =
          records.call(() ->
              registry.publicView().effects(open.stream().map(RegisteredDocument::id).toList()));
      for (RegisteredDocument document : open) {
        line(out, DocumentJson.of(document, Optional.ofNullable(effects.get(document.id())), day));
      }
      if (page.last() == from) {
        break;
      }
      place = page.last();
    }
    line(
        out,
        JsonNodeFactory.instance
            .objectNode()
            .put("end", true)
            .put("epoch", begun.epoch())
            .put("sequence", begun.sequence()));
  }

  private void line(OutputStream out, ObjectNode json) throws IOException {
    out.write(mapper.writeValueAsBytes(json));
    out.write('\n');
  }
}
