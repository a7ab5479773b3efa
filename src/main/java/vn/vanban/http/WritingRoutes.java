package vn.vanban.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.http.Uploads.Received;
import vn.vanban.ingest.FileOutcome;
import vn.vanban.ingest.FileOutcome.Result;
import vn.vanban.ingest.Jobs;
import vn.vanban.law.Doubt;
import vn.vanban.registry.Act;
import vn.vanban.registry.Edits;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;
import vn.vanban.registry.RegistryException;
import vn.vanban.registry.ReviewQueue;
import vn.vanban.registry.Scope;

/** Changes over HTTP, for whom {@link Access} lets pass. */
final class WritingRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(WritingRoutes.class);
  private static final int MAX_JSON_BYTES = 64 << 10;

  private static final String JOBS = "/api/v1/jobs/";

  /** More than that is registered later: who sends it should not wait so long. */
  private static final int MOST_AT_ONCE = 50;

  private static final long MOST_BYTES_AT_ONCE = 32L << 20;

  private final Registry registry;
  private final Writing writing;
  private final Access access;
  private final Lane lane;
  private final Responses responses;
  private final Uploads uploads;

  /** Control characters, and halves of a pair that stand alone. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n\\r\\t]]");

  private final ObjectMapper mapper =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  WritingRoutes(Registry registry, Writing writing, Access access, Lane lane, Responses responses) {
    this.registry = registry;
    this.writing = writing;
    this.access = access;
    this.lane = lane;
    this.responses = responses;
    this.uploads = new Uploads(writing.receiver().maxBytes());
  }

  /** How long a form may be. */
  long maxBytesOfForm() {
    return Uploads.maxBytesOfForm(writing.receiver().maxBytes());
  }

  /** Registers the file in the body, or each file of a form. */
  void register(Context ctx) {
    Caller caller = access.require(ctx, Scope.INGEST);
    Parameters parameters = Parameters.of(ctx, "name", "actor", "reason");
    Act act = caller.act(parameters.text("actor"), parameters.text("reason"));
    List<Received> received = uploads.of(ctx, parameters.text("name"));
    if (isForLater(ctx, received)) {
      accept(ctx, received, act);
      return;
    }
    List<FileOutcome> outcomes = new ArrayList<>();
    for (Received file : received) {
      outcomes.addAll(
          storing(ctx, () -> writing.receiver().receive(file.name(), file.bytes(), act), outcomes));
    }
    if (outcomes.stream().allMatch(outcome -> outcome.result() == Result.REJECTED)) {
      throw Problem.unprocessable(
          String.join("; ", outcomes.stream().flatMap(o -> o.reason().stream()).toList()));
    }
    boolean created =
        outcomes.stream()
            .anyMatch(o -> o.result() == Result.ADDED || o.result() == Result.NEW_COPY);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("files", told(outcomes));
    send(ctx, created ? 201 : 200, json);
  }

  /** What was sent is much, or whoever sent it does not want to wait (RFC 7240, 4.1). */
  private static boolean isForLater(Context ctx, List<Received> files) {
    return Optional.ofNullable(ctx.header("Prefer")).orElse("").contains("respond-async")
        || files.size() > MOST_AT_ONCE
        || files.stream().mapToLong(file -> file.bytes().length).sum() > MOST_BYTES_AT_ONCE;
  }

  private void accept(Context ctx, List<Received> files, Act act) {
    String id =
        lane.call(() ->
            writing
                .jobs()
                .accept(
                    files.stream().map(file -> new Jobs.Upload(file.name(), file.bytes())).toList(),
                    act));
    ctx.header("Location", JOBS + id).header("Preference-Applied", "respond-async");
    send(ctx, 202, told(lane.call(() -> writing.jobs().find(id)).orElseThrow()));
  }

  /** How far a job is. */
  void job(Context ctx) {
    access.require(ctx, Scope.INGEST);
    Parameters.of(ctx);
    Jobs.Job job =
        lane.call(() -> writing.jobs().find(ctx.pathParam("id")))
            .orElseThrow(
                () -> Problem.notFound("Không có việc nào mang mã ấy, hoặc đã xong từ lâu."));
    send(ctx, 200, told(job));
  }

  private static ObjectNode told(Jobs.Job job) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", job.id());
    json.put("made", job.made().toString());
    json.put("state", job.done() ? "done" : "running");
    json.put("count", job.files());
    json.put("read", job.read());
    json.set("files", told(job.outcomes()));
    json.putObject("links").put("self", JOBS + job.id());
    return json;
  }

  private static ArrayNode told(List<FileOutcome> outcomes) {
    ArrayNode files = JsonNodeFactory.instance.arrayNode();
    for (FileOutcome outcome : outcomes) {
      ObjectNode one = files.addObject();
      one.put("source", outcome.source());
      one.put("result", outcome.result().name().toLowerCase(Locale.ROOT));
      one.put("document", outcome.documentId().orElse(null));
      one.put("reason", outcome.reason().orElse(null));
      outcome.documentId().ifPresent(id -> one.putObject("links").put("document", Links.api(id)));
    }
    return files;
  }

  /** Documents with warnings that wait to be corrected or accepted. */
  void review(Context ctx) {
    access.require(ctx, Scope.CORRECT);
    Parameters parameters = Parameters.of(ctx, "field", "below", "from", "limit");
    Optional<String> field = parameters.text("field");
    if (!ReviewQueue.FIELDS.containsAll(field.stream().toList())) {
      throw Problem.unknownValue("field", field.orElseThrow(), ReviewQueue.FIELDS);
    }
    ReviewQueue queue = new ReviewQueue(registry, field, parameters.share("below"));
    long from = parameters.whole("from", ReviewQueue.START);
    int limit = parameters.whole("limit", 20, 1, 100);
    ReviewQueue.Page page = lane.call(() -> queue.page(from, limit));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode documents = json.putArray("documents");
    for (ReviewQueue.Item item : page.items()) {
      RegisteredDocument document = item.document();
      ObjectNode one = documents.addObject();
      one.put("id", document.id());
      one.put("number", document.document().number().map(n -> n.value().canonical()).orElse(null));
      one.put("title", document.document().title());
      one.put("source", document.primary().source());
      ArrayNode doubts = one.putArray("doubts");
      for (Doubt doubt : item.doubts()) {
        ObjectNode told = doubts.addObject();
        told.put("field", doubt.warning().field());
        told.put("message", doubt.warning().message());
        if (doubt.confidence().isPresent()) {
          told.put("confidence", doubt.confidence().getAsDouble());
        } else {
          told.putNull("confidence");
        }
      }
      ObjectNode links = one.putObject("links");
      links.put("document", Links.api(document.id()));
      links.put("corrections", Links.api(document.id()) + "/corrections");
    }
    if (page.next().isPresent()) {
      json.put("next", page.next().getAsLong());
      LinkHeader.next(ctx, "from", Long.toString(page.next().getAsLong()));
    } else {
      json.putNull("next");
    }
    send(ctx, 200, json);
  }

  /** Corrects a field, or accepts what was read of it. */
  void correct(Context ctx) {
    Caller caller = access.require(ctx, Scope.CORRECT);
    Parameters.of(ctx);
    JsonNode body = body(ctx, Set.of("field", "value", "accept", "actor", "reason"));
    String field = text(body, "field").orElseThrow(() -> missing("field"));
    boolean accept = body.path("accept").asBoolean(false);
    if (!accept && !body.has("value")) {
      throw missing("value");
    }
    Optional<String> reason =
        accept ? text(body, "reason") : Optional.of(reason(body)); // what overrules says why
    Edits edits = registry.by(caller.act(text(body, "actor"), reason));
    String id = ctx.pathParam("id");
    long number =
        refusing(
            ctx,
            () -> accept ? edits.accept(id, field) : edits.correct(id, field, text(body, "value")));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("number", number);
    json.putObject("links").put("document", Links.api(id));
    send(ctx, 201, json);
  }

  /** Says that two documents are one. */
  void merge(Context ctx) {
    Caller caller = access.require(ctx, Scope.CORRECT);
    Parameters.of(ctx);
    JsonNode body = body(ctx, Set.of("into", "actor", "reason"));
    String into = text(body, "into").orElseThrow(() -> missing("into"));
    Edits edits = registry.by(caller.act(text(body, "actor"), Optional.of(reason(body))));
    String id = ctx.pathParam("id");
    refusing(
        ctx,
        () -> {
          edits.merge(id, into);
          return true;
        });
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", into);
    json.putObject("links").put("document", Links.api(into));
    send(ctx, 200, json);
  }

  /** Withdraws a correction. */
  void withdraw(Context ctx) {
    Caller caller = access.require(ctx, Scope.CORRECT);
    Parameters parameters = Parameters.of(ctx, "actor", "reason");
    Edits edits = registry.by(caller.act(parameters.text("actor"), parameters.text("reason")));
    String number = ctx.pathParam("number");
    if (!number.matches("[0-9]{1,15}")) {
      throw Problem.notFound("Không có đính chính nào mang số ấy.");
    }
    refusing(
        ctx,
        () -> {
          edits.withdraw(ctx.pathParam("id"), Long.parseLong(number));
          return true;
        });
    ctx.status(204);
  }

  /** Takes a document out of sight. */
  void remove(Context ctx) {
    Caller caller = access.require(ctx, Scope.ADMIN);
    Parameters parameters = Parameters.of(ctx, "actor", "reason");
    String reason = parameters.text("reason").orElseThrow(() -> missing("reason"));
    Edits edits = registry.by(caller.act(parameters.text("actor"), Optional.of(reason)));
    refusing(
        ctx,
        () -> {
          edits.remove(ctx.pathParam("id"));
          return true;
        });
    ctx.status(204);
  }

  /** Runs a command that the command line hands over, and streams what it prints. */
  void command(Context ctx) {
    access.requireOwner(ctx);
    if (Peers.forwarded(ctx)) {
      throw Problem.forbidden("Lệnh không đi qua máy chủ trung gian.");
    }
    Parameters.of(ctx);
    JsonNode body = body(ctx, Set.of("directory", "arguments"));
    List<String> arguments = new ArrayList<>();
    body.path("arguments").forEach(argument -> arguments.add(argument.asText()));
    String directory = text(body, "directory").orElseThrow(() -> missing("directory"));
    ctx.contentType("application/x-ndjson").header("Cache-Control", "no-store");
    try (CommandStream stream = new CommandStream(ctx.res().getOutputStream(), mapper)) {
      stream.exit(
          writing
              .commands()
              .run(Path.of(directory), arguments, stream.writer("out"), stream.writer("err")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode body(Context ctx, Set<String> known) {
    JsonNode body;
    try {
      byte[] bytes = ctx.req().getInputStream().readNBytes(MAX_JSON_BYTES + 1);
      if (bytes.length > MAX_JSON_BYTES) {
        throw Problem.tooLarge("Nội dung vượt giới hạn %,d byte.".formatted(MAX_JSON_BYTES));
      }
      body = mapper.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw Problem.badRequest("Nội dung không phải JSON" + place(e.getLocation()) + ".");
    } catch (IOException e) {
      throw Problem.badRequest("Không nhận được trọn nội dung.");
    }
    if (body == null || !body.isObject()) {
      throw Problem.badRequest("Nội dung phải là một đối tượng JSON.");
    }
    body.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw Problem.unknownParameter(name, List.copyOf(new TreeSet<>(known)));
          }
        });
    return body;
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : " (dòng %d, cột %d)".formatted(at.getLineNr(), at.getColumnNr());
  }

  /** A string without control characters but line ends and tabs; null is as good as none. */
  private static Optional<String> text(JsonNode body, String name) {
    JsonNode value = body.path(name);
    if (value.isNull() || value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual() || UNPRINTABLE.matcher(value.asText()).find()) {
      throw Problem.badParameter(
          name, "“%s” phải là chuỗi, không có ký tự điều khiển.".formatted(name));
    }
    return Optional.of(value.asText());
  }

  private static String reason(JsonNode body) {
    return text(body, "reason").filter(why -> !why.isBlank()).orElseThrow(() -> missing("reason"));
  }

  /** What an edit cannot do is the request's fault; what it cannot find is not there. */
  private <T> T refusing(Context ctx, Supplier<T> edit) {
    try {
      DocumentRoutes.held(registry, lane, ctx.pathParam("id"));
    } catch (MovedException moved) {
      // Nobody named the other one.
      throw Problem.conflict(
          "Văn bản này đã được gộp vào văn bản %s; hãy nêu mã ấy nếu muốn thay đổi nó."
              .formatted(moved.to()));
    }
    try {
      return storing(ctx, edit, List.of());
    } catch (IllegalArgumentException e) {
      throw Problem.unprocessable(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Who writes is told why nothing was written, and which files of the same request were stored
   * before.
   */
  private <T> T storing(Context ctx, Supplier<T> work, List<FileOutcome> before) {
    try {
      return lane.call(work::get);
    } catch (RegistryException e) {
      RequestLog.tell(ctx, () -> LOG.error("not written", e));
      throw Problem.notStored(
          e,
          before.stream()
              .filter(outcome -> outcome.documentId().isPresent())
              .map(FileOutcome::source)
              .toList());
    }
  }

  private static Problem missing(String name) {
    return Problem.badParameter(name, "Cần có “" + name + "”.");
  }

  private void send(Context ctx, int status, ObjectNode json) {
    ctx.status(status).header("Cache-Control", "no-store");
    responses.body(ctx, json);
  }
}
