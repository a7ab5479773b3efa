package vn.vanban.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.vanban.http.pages.ApiPage;
import vn.vanban.http.pages.Frame;

/** The description of the API (OpenAPI 3.1), for programs and as a page. */
final class DescriptionRoutes {
  /** Between the Vietnamese and the English half of what is said in both. */
  private static final String HALVES = " / ";

  private final Responses responses;
  private final PageRenderer renderer;
  private final byte[] yaml;

  /** Read when first asked for: it takes a tenth of a second. */
  private @Nullable JsonNode description;

  DescriptionRoutes(Responses responses, PageRenderer renderer) {
    this.responses = responses;
    this.renderer = renderer;
    try (InputStream in = DescriptionRoutes.class.getResourceAsStream("openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: openapi.yaml");
      }
      yaml = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized JsonNode description() {
    if (description == null) {
      try {
        description = new YAMLMapper().readTree(yaml);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return description;
  }

  void openapi(Context ctx) {
    Parameters.of(ctx);
    responses.bytes(ctx, "application/yaml", yaml);
  }

  void page(Context ctx) {
    Parameters.of(ctx);
    Frame bare = renderer.frame(ctx, "", "");
    Frame frame = renderer.frame(ctx, bare.say("API cho chương trình", "API for programs"), "");
    String[] about = description().at("/info/description").asText().split("\n\n", -1);
    List<ApiPage.Group> groups = new ArrayList<>();
    for (JsonNode tag : description().path("tags")) {
      String[] names = tag.path("description").asText().split(HALVES, -1);
      groups.add(
          new ApiPage.Group(
              frame.say(names[0], names[1]),
              operations(frame, tag.path("name").asText(), ctx.scheme() + "://" + ctx.host())));
    }
    responses.page(
        ctx,
        "api.jte",
        new ApiPage(frame, List.of(frame.say(about[0], about[1]).replace("`", "")), groups));
  }

  private List<ApiPage.Operation> operations(Frame frame, String tag, String base) {
    List<ApiPage.Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        JsonNode operation = method.getValue();
        if (operation.at("/tags/0").asText().equals(tag)) {
          operations.add(
              new ApiPage.Operation(
                  operation.path("operationId").asText(),
                  method.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  said(frame, operation, "summary"),
                  operation.has("security"),
                  StreamSupport.stream(operation.path("parameters").spliterator(), false)
                      .map(parameter -> parameter(frame, resolved(parameter)))
                      .toList(),
                  operation.path("x-curl").asText().replace("BASE", base)));
        }
      }
    }
    return operations;
  }

  private JsonNode resolved(JsonNode parameter) {
    String reference = parameter.path("$ref").asText();
    return reference.isEmpty() ? parameter : description().at(reference.substring(1));
  }

  private static ApiPage.Parameter parameter(Frame frame, JsonNode parameter) {
    return new ApiPage.Parameter(
        parameter.path("name").asText(),
        parameter.path("required").asBoolean(),
        values(frame, parameter.path("schema")),
        said(frame, parameter, "description"));
  }

  private static String said(Frame frame, JsonNode node, String field) {
    return frame.say(node.path(field).asText(), node.path("x-" + field + "-en").asText());
  }

  /** {@code relevance, newest}, {@code 1–100}, with the default. */
  private static String values(Frame frame, JsonNode schema) {
    JsonNode one = schema.has("items") ? schema.path("items") : schema;
    List<String> values = new ArrayList<>();
    one.path("enum").forEach(value -> values.add(value.asText()));
    if (one.has("minimum") && one.has("maximum")) {
      values.add(one.path("minimum").asText() + "–" + one.path("maximum").asText());
    }
    if (one.has("default")) {
      values.add(frame.say("mặc định ", "by default ") + one.path("default").asText());
    }
    return String.join(", ", values);
  }
}
