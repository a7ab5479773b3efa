package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.ingest.Inbox;
import vn.vanban.law.BodyRecord;

/** The description of the API against the server that it describes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  private static final Pattern DESCRIBED = Pattern.compile("/(api|health|ready|metrics|openapi).*");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final List<String> SAMPLES =
      List.of(
          "nghi-quyet-17-2021-NQ-HDND-ho-tro-hoc-phi.docx",
          "nghi-quyet-09-2023-NQ-HDND-sua-doi-17-2021.pdf",
          "quyet-dinh-31-2024-QD-UBND-thay-the-48-2022.docx",
          "quyet-dinh-48-2022-QD-UBND-gia-thu-gom-rac.doc",
          "thong-bao-quyet-dinh-31-2024-cong-tin.html",
          "sao-y-12-SY-UBND-cong-dien-06-CD-UBND.rtf",
          "cong-dien-06-CD-UBND-ung-pho-mua-lu.docx");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();
  private TikaExtractor extractor;
  private WritingServer server;
  private String yaml;
  private JsonNode description;
  private String id;
  private String other;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    extractor = new TikaExtractor(Limits.DEFAULT);
    Inbox.State inbox = new Inbox.State(1, 2, 3, Optional.of(new IOException("đầy")));
    server =
        new WritingServer(
            folder,
            extractor,
            Limits.DEFAULT,
            (directory, arguments, out, err) -> 0,
            Writing.Reading.OPEN,
            ServiceOptions.DEFAULT.watching(() -> inbox));
    id =
        server
            .registry()
            .register(
                List.of(
                    SampleTexts.plan(),
                    SampleTexts.citing("báo cáo.txt", "383/KH-UBND"),
                    SampleTexts.hostile(),
                    SampleTexts.large(30)))
            .getFirst()
            .documentId();
    for (String sample : SAMPLES) {
      register(sample);
    }
    other =
        server
            .registry()
            .register(List.of(SampleTexts.unread("b.txt", "text/plain", "Trang rỗng.")))
            .getFirst()
            .documentId();
    server.follower().catchUp();
    HttpResponse<String> answer = send("GET", "/openapi.yaml", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    yaml = answer.body();
    description = new YAMLMapper().readTree(yaml);
  }

  private void register(String sample) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/documents?name=" + sample));
    Path file = Path.of("sample-docs", sample);
    assertThat(send(request, HttpRequest.BodyPublishers.ofFile(file), "POST").statusCode())
        .isEqualTo(201);
  }

  @AfterAll
  void stop() {
    server.close();
    extractor.close();
  }

  @Test
  void aPublicParserFindsNoFault() {
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(yaml, null, null);
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths()).hasSameSizeAs(fields(description.path("paths")));
  }

  @Test
  void everyRouteIsDescribedAndNoOther() {
    Set<String> described = new TreeSet<>();
    operations().forEach((name, operation) -> described.add(name));
    Set<String> served =
        server.routes().stream()
            .filter(route -> DESCRIBED.matcher(route.substring(route.indexOf(' ') + 1)).matches())
            .filter(route -> !route.startsWith("HEAD "))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(served).isEqualTo(described);
  }

  @Test
  void theParametersAreThoseThatEachRouteTakes() {
    operations()
        .forEach((name, operation) -> {
          if (name.startsWith("GET ")) {
            Set<String> described = new TreeSet<>();
            for (JsonNode parameter : operation.path("parameters")) {
              JsonNode one = resolved(parameter);
              if (one.path("in").asText().equals("query")) {
                described.add(one.path("name").asText());
              }
            }
            HttpResponse<String> answer = send("GET", address(name) + "?khong-co=1", "");
            assertThat(answer.statusCode()).as(name).isEqualTo(400);
            Set<String> allowed = new TreeSet<>();
            json(answer.body()).path("allowed").forEach(one -> allowed.add(one.asText()));
            assertThat(described).as(name).isEqualTo(allowed);
            assertValid(name, answer, "Problem");
          }
        });
  }

  @Test
  void whatIsAnsweredIsWhatIsDescribed() {
    Map<String, String> asked = new LinkedHashMap<>();
    ask(asked, "/api/v1/search", "?q=binh+dang+gioi&facets=true&explain=true");
    ask(asked, "/api/v1/search", "?q=383/KH-UBND");
    ask(asked, "/api/v1/search", "?limit=2");
    ask(asked, "/api/v1/suggest", "?q=ke+hoach");
    ask(asked, "/api/v1/resolve", "?q=dieu+1+383/KH-UBND");
    ask(asked, "/api/v1/resolve", "?q=999/KH-UBND");
    ask(asked, "/api/v1/documents", "?number=383/KH-UBND");
    ask(asked, "/api/v1/series", "?issuer=UBND+tinh+Mau+Son&year=2020");
    ask(asked, "/api/v1/bodies", "?q=UBND+tinh+Mau+Son");
    ask(asked, "/api/v1/review", "");
    HttpResponse<String> accepted =
        send(
            HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/documents?name=a.txt"))
                .header("Prefer", "respond-async"),
            HttpRequest.BodyPublishers.ofString("Thông báo về lịch trực."),
            "POST");
    assertThat(accepted.statusCode()).isEqualTo(202);
    assertValid("POST /api/v1/documents", accepted, "Job");
    asked.put(accepted.headers().firstValue("Location").orElseThrow(), "GET /api/v1/jobs/{id}");
    ask(asked, "/api/v1/changes", "?limit=3");
    operations()
        .forEach((name, operation) -> {
          if (name.startsWith("GET ")
              && !name.startsWith("GET /api/v1/jobs/")
              && schema(operation, "200").isPresent()) {
            asked.putIfAbsent(address(name), name);
          }
        });
    Set<String> told = new TreeSet<>();
    asked.forEach((address, name) -> {
      HttpResponse<String> answer = send("GET", address, "");
      if (answer.statusCode() == 200) {
        assertValid(name, answer, schema(operation(name), "200").orElseThrow());
        told.add(name);
      } else {
        assertThat(answer.statusCode()).as(address).isEqualTo(400); // lacks what it requires
      }
    });
    for (JsonNode document : json(send("GET", "/api/v1/search?limit=50", "").body()).path("hits")) {
      String path = "/api/v1/documents/" + document.path("id").asText();
      assertValid(path, send("GET", path, ""), "Document");
    }
    List<String> lines = send("GET", "/api/v1/export", "").body().lines().toList();
    lines
        .subList(0, lines.size() - 1)
        .forEach(line -> assertValid("GET /api/v1/export", json(line), "ExportedDocument"));
    assertValid("GET /api/v1/export", json(lines.getLast()), "ExportEnd");
    String document = "/api/v1/documents/" + id;
    told.add(post("/api/v1/resolve", "{\"queries\":[\"383/KH-UBND\",\"chuyện lạ\"]}"));
    told.add(post("/api/v1/documents?name=c.txt", "Công văn số 12/BNV-VP"));
    told.add(
        post(
            document + "/corrections",
            "{\"field\":\"issued\",\"value\":\"2020-02-27\",\"reason\":\"bản giấy\"}"));
    assertValid(document, send("GET", document, ""), "Document");
    assertValid(document, send("GET", document + "/history", ""), "History");
    told.add(
        post(
            "/api/v1/documents/" + other + "/merge", "{\"into\":\"" + id + "\",\"reason\":\"x\"}"));
    Set<String> described = new TreeSet<>();
    operations()
        .forEach((name, operation) -> {
          if (schema(operation, "200").isPresent() || schema(operation, "201").isPresent()) {
            described.add(name);
          }
        });
    assertThat(told).isEqualTo(described);
  }

  @Test
  void thePageListsEveryOperationInBothLanguages() {
    String page = send("GET", "/api", "").body();
    String english = send("GET", "/api", "ngon-ngu=en").body();
    operations()
        .forEach((name, operation) -> {
          assertThat(page)
              .contains("id=\"" + operation.path("operationId").asText() + "\"")
              .contains(operation.path("summary").asText());
          assertThat(english).contains(operation.path("x-summary-en").asText() + ".");
        });
    assertThat(page).contains("curl '" + server.base());
  }

  private static void ask(Map<String, String> asked, String path, String query) {
    asked.put(path + query, "GET " + path);
  }

  /** Posts, holds the answer against its schema, and tells which operation that was. */
  private String post(String address, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + address));
    HttpResponse<String> answer = send(request, HttpRequest.BodyPublishers.ofString(body), "POST");
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    String name =
        "POST "
            + address.replaceFirst("\\?.*", "").replaceFirst("documents/[^/]+/", "documents/{id}/");
    String status = String.valueOf(answer.statusCode());
    assertValid(name, answer, schema(operation(name), status).orElseThrow());
    return name;
  }

  private Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new LinkedHashMap<>();
    description
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method -> {
                  assertThat(METHODS).contains(method.getKey());
                  operations.put(
                      method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                      method.getValue());
                }));
    return operations;
  }

  private JsonNode operation(String name) {
    return Optional.ofNullable(operations().get(name)).orElseThrow();
  }

  /** The name of the schema of a JSON answer. */
  private static Optional<String> schema(JsonNode operation, String status) {
    String reference =
        operation
            .path("responses")
            .path(status)
            .path("content")
            .path("application/json")
            .path("schema")
            .path("$ref")
            .asText();
    return reference.isEmpty()
        ? Optional.empty()
        : Optional.of(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private JsonNode resolved(JsonNode parameter) {
    String reference = parameter.path("$ref").asText();
    return reference.isEmpty() ? parameter : description.at(reference.substring(1));
  }

  private String address(String name) {
    return name.substring(name.indexOf(' ') + 1)
        .replace("/bodies/{id}", "/bodies/" + BodyRecord.id("Ủy ban nhân dân tỉnh Mẫu Sơn"))
        .replace("{id}", id);
  }

  private void assertValid(String name, HttpResponse<String> answer, String schema) {
    assertValid(name, json(answer.body()), schema);
  }

  private void assertValid(String name, JsonNode json, String schema) {
    ObjectNode root = mapper.createObjectNode();
    root.put("$ref", "#/components/schemas/" + schema);
    root.set("components", description.path("components"));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(root)
                .validate(json))
        .as("%s is no %s: %s", name, schema, json)
        .isEmpty();
  }

  private HttpResponse<String> send(String method, String address, String cookie) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + address));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return send(request, HttpRequest.BodyPublishers.noBody(), method);
  }

  private HttpResponse<String> send(
      HttpRequest.Builder request, HttpRequest.BodyPublisher body, String method) {
    try {
      return client.send(
          request
              .header("Authorization", "Bearer " + WritingServer.SECRET)
              .method(method, body)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private JsonNode json(String body) {
    try {
      return mapper.readTree(body);
    } catch (IOException e) {
      throw new AssertionError(body, e);
    }
  }

  private static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
