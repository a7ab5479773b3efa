package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.extract.IsolatedExtractor;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;

/** Changes over real HTTP, with and without the secret. */
@Tag("slow")
class WritingApiTest {
  private static final String SECRET = WritingServer.SECRET;

  private static final String DECISION =
      """
      ỦY BAN NHÂN DÂN
      TỈNH SÔNG MẪU
      Số: 48/2022/QĐ-UBND
      Sông Mẫu, ngày 21 tháng 11 năm 2022
      QUYẾT ĐỊNH
      Quy định giá dịch vụ thu gom rác trên địa bàn tỉnh
      Điều 1. Giá dịch vụ
      Giá dịch vụ thu gom rác là ba mươi nghìn đồng một hộ mỗi tháng.
      Điều 2. Hiệu lực thi hành
      Quyết định này có hiệu lực từ ngày 05 tháng 12 năm 2022.
      TM. ỦY BAN NHÂN DÂN
      CHỦ TỊCH
      Lê Văn Mẫu
      """;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper mapper = new ObjectMapper();
  private TikaExtractor extractor;
  private WritingServer server;

  @BeforeEach
  void start() {
    extractor = new TikaExtractor(Limits.DEFAULT);
    server =
        new WritingServer(
            folder,
            extractor,
            Limits.DEFAULT,
            (directory, arguments, out, err) -> {
              try {
                out.write(directory + " " + arguments + "\n");
                out.flush();
                err.write("lỗi");
                err.flush();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
              return 7;
            });
  }

  @AfterEach
  void stop() {
    server.close();
    extractor.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/documents?name=a.txt",
    "POST, /api/v1/documents/x/corrections",
    "POST, /api/v1/documents/x/merge",
    "DELETE, /api/v1/documents/x/corrections/1",
    "DELETE, /api/v1/documents/x?reason=a",
    "GET, /api/v1/review",
    "POST, /control/commands"
  })
  void nothingIsChangedWithoutTheSecret(String method, String path) {
    for (String given :
        new String[] {"", "Bearer ", "Bearer 0123456789abcdeg", "Basic " + SECRET}) {
      HttpResponse<String> answer = send(method, path, given, "{}");
      assertThat(answer.statusCode()).as("%s %s", path, given).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
    assertThat(server.registry().position().sequence()).isZero();
  }

  @Test
  void aMachineThatCannotReadDoesNotBlameTheFile(@TempDir Path other) {
    server.close();
    IsolatedExtractor closed = new IsolatedExtractor(Limits.DEFAULT, 1);
    closed.close();
    server =
        new WritingServer(other, closed, Limits.DEFAULT, (directory, arguments, out, err) -> 0);
    HttpResponse<String> answer = post("/api/v1/documents?name=q.txt&actor=Mai", DECISION);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(json(answer).path("type").asText())
        .isEqualTo("urn:vanban:problem:reading-unavailable");
    assertThat(json(answer).path("detail").asText()).contains("không phải lỗi của tệp");
    assertThat(server.registry().position().sequence()).isZero();
  }

  @Test
  void aFileIsRegisteredOnceHoweverOftenItIsSent() {
    HttpResponse<String> first = post("/api/v1/documents?name=q.txt&actor=Mai", DECISION);
    assertThat(first.statusCode()).isEqualTo(201);
    JsonNode file = json(first).path("files").get(0);
    assertThat(file.path("result").asText()).isEqualTo("added");
    String id = file.path("document").asText();
    assertThat(json(get("/api/v1/documents/" + id)).path("number").asText())
        .isEqualTo("48/2022/QĐ-UBND");
    assertThat(json(get("/api/v1/documents/" + id + "/history")).at("/revisions/0/actor").asText())
        .isEqualTo("Mai");
    HttpResponse<String> again = post("/api/v1/documents?name=q2.txt", DECISION);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).at("/files/0/document").asText()).isEqualTo(id);
    assertThat(server.registry().documentCount()).isEqualTo(1);
  }

  @Test
  void manyAtOnceAreAllThereWhenAcknowledged() {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String text = DECISION.replace("48/2022", (100 + i) + "/2022");
      answers.add(
          client.sendAsync(
              request("POST", "/api/v1/documents?name=" + i + ".txt", "Bearer " + SECRET, text),
              HttpResponse.BodyHandlers.ofString()));
    }
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.join().statusCode()).isEqualTo(201);
      String id = json(answer.join()).at("/files/0/document").asText();
      assertThat(server.registry().document(id)).isPresent();
    }
    assertThat(server.registry().documentCount()).isEqualTo(24);
    assertThat(server.registry().verify()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/documents            | abc | 400 | name",
        "/api/v1/documents?name=a&b=c | abc | 400 | b",
        "/api/v1/documents?name=a.pdf | %PDF-1.7 hỏng | 422 | ''",
        "/control/commands            | abc | 400 | ''",
        "/control/commands            | {\"x\":1} | 400 | x"
      })
  void whatCannotBeTakenIsToldWhy(String path, String body, int status, String parameter) {
    HttpResponse<String> answer = post(path, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path("parameter").asText()).isEqualTo(parameter);
    assertThat(json(answer).path("detail").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}",
        "[1,2]",
        "5",
        "true",
        "\"a\\u0000b\"",
        "\"a\\ud800\"",
        "\"a\",\"value\":\"b\""
      })
  void aCorrectionIsAStringOrNothing(String value) {
    String id = register();
    HttpResponse<String> refused =
        post(
            "/api/v1/documents/" + id + "/corrections",
            "{\"field\":\"subject\",\"reason\":\"a\",\"value\":" + value + "}");
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(json(get("/api/v1/documents/" + id)).path("subject").asText())
        .contains("giá dịch vụ thu gom rác");
  }

  @Test
  void correctionsOverruleAndAreWithdrawn() {
    String id = register();
    String at = "/api/v1/documents/" + id;
    HttpResponse<String> corrected =
        post(
            at + "/corrections",
            "{\"field\":\"signer\",\"value\":\"Lê Thị Mẫu\",\"actor\":\"Mai\",\"reason\":\"bản giấy\"}");
    assertThat(corrected.statusCode()).isEqualTo(201);
    long number = json(corrected).path("number").asLong();
    JsonNode now = json(get(at));
    assertThat(now.path("signer").asText()).isEqualTo("Lê Thị Mẫu");
    assertThat(now.at("/corrections/0/actor").asText()).isEqualTo("Mai");
    assertThat(
            post(at + "/corrections", "{\"field\":\"ngay\",\"value\":\"1\",\"reason\":\"a\"}")
                .statusCode())
        .isEqualTo(422);
    assertThat(send("DELETE", at + "/corrections/" + number, "Bearer " + SECRET, "").statusCode())
        .isEqualTo(204);
    assertThat(json(get(at)).path("signer").asText()).isEqualTo("Lê Văn Mẫu");
    assertThat(send("DELETE", at + "/corrections/" + number, "Bearer " + SECRET, "").statusCode())
        .isEqualTo(422);
  }

  @Test
  void aWithheldDocumentThatEndsAnotherIsNotNamed() {
    String id = register();
    String ending =
        """
        ỦY BAN NHÂN DÂN
        TỈNH SÔNG MẪU
        Số: 77/2023/QĐ-UBND
        Sông Mẫu, ngày 21 tháng 3 năm 2023
        QUYẾT ĐỊNH
        Bãi bỏ văn bản về giá dịch vụ thu gom rác
        Điều 1. Bãi bỏ toàn bộ Quyết định số 48/2022/QĐ-UBND ngày 21 tháng 11 năm 2022 của Ủy ban nhân dân tỉnh Sông Mẫu.
        Điều 2. Hiệu lực thi hành
        Quyết định này có hiệu lực từ ngày 05 tháng 4 năm 2023.
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        Lê Văn Mẫu
        """;
    String other =
        json(post("/api/v1/documents?name=b.txt", ending)).at("/files/0/document").asText();
    String api = "/api/v1/documents/" + id;
    assertThat(get("/van-ban/" + id).body()).contains("Hết hiệu lực", "/van-ban/" + other);
    assertThat(json(get(api)).path("status").toString()).contains(other, "77/2023");
    String secret = "{\"field\":\"secrecy\",\"value\":\"Mật\",\"reason\":\"dấu mật\"}";
    assertThat(post("/api/v1/documents/" + other + "/corrections", secret).statusCode())
        .isEqualTo(201);
    assertThat(get("/van-ban/" + id).body())
        .contains("Hết hiệu lực", "văn bản không công khai")
        .doesNotContain(other, "77/2023");
    assertThat(json(get(api)).path("status").toString())
        .contains("expired")
        .doesNotContain(other, "77/2023");
    assertThat(get("/api/v1/export").body())
        .contains(json(get(api)).path("status").toString())
        .doesNotContain(other, "77/2023");
  }

  @Test
  void thePageTellsEffectAndHistory() {
    String id = register();
    String corrected = "{\"field\":\"signer\",\"value\":\"Lê Thị Mẫu\",\"reason\":\"đọc sót\"}";
    assertThat(post("/api/v1/documents/" + id + "/corrections", corrected).statusCode())
        .isEqualTo(201);
    String page = get("/van-ban/" + id).body();
    assertThat(page)
        .contains("Hiệu lực hôm nay", "Còn hiệu lực", "có hiệu lực từ 05/12/2022")
        .contains("2 lần ghi", "đính chính", "đọc sót", "Lê Văn Mẫu → Lê Thị Mẫu");
  }

  @Test
  void whatIsDoubtfulWaitsUntilItIsCorrectedOrAccepted() {
    for (int number = 1; number <= 3; number++) {
      String undated =
          DECISION
              .replace("Sông Mẫu, ngày 21 tháng 11 năm 2022\n", "")
              .replace("48/2022", number + "/2022");
      assertThat(post("/api/v1/documents?name=q.txt", undated).statusCode()).isEqualTo(201);
    }
    JsonNode first = review("field=issued&limit=2");
    assertThat(first.path("documents")).hasSize(2);
    assertThat(first.at("/documents/0/doubts/0/field").asText()).isEqualTo("issued");
    assertThat(first.at("/documents/0/doubts/0/confidence").isNull()).isTrue();
    JsonNode rest = review("field=issued&limit=2&from=" + first.path("next").asLong());
    assertThat(rest.path("documents")).hasSize(1);
    assertThat(rest.path("next").isNull()).isTrue();
    assertThat(review("field=issued&below=0.1").path("documents")).hasSize(3);
    assertThat(review("field=number&below=0.1").path("documents")).isEmpty();
    String at = first.at("/documents/0/links/corrections").asText();
    String correction = "{\"field\":\"issued\",\"value\":\"2022-11-21\"}";
    HttpResponse<String> unreasoned = post(at, correction);
    assertThat(unreasoned.statusCode()).isEqualTo(400);
    assertThat(json(unreasoned).path("parameter").asText()).isEqualTo("reason");
    assertThat(post(at, correction.replace("}", ",\"reason\":\"bản giấy\"}")).statusCode())
        .isEqualTo(201);
    assertThat(review("field=issued").path("documents")).hasSize(2);
    for (String wrong : new String[] {"below=2", "field=ngay", "from=x", "offset=1"}) {
      HttpResponse<String> answer = send("GET", "/api/v1/review?" + wrong, "Bearer " + SECRET, "");
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(json(answer).path("parameter").asText()).isEqualTo(wrong.split("=", -1)[0]);
    }
  }

  @Test
  void anUploadThatFailsInTheMiddleTellsWhatWasStored() throws IOException {
    // No file can be made where a file stands for the folder; small originals are rows.
    Path incoming = folder.resolve("so/originals/incoming");
    Files.delete(incoming);
    Files.createFile(incoming);
    String large = DECISION.replace("48/2022", "43/2022") + "Điều 9. Thi hành.\n".repeat(9000);
    String form = part("nho.txt", DECISION) + part("lon.txt", large) + "--ranh-gioi--\r\n";
    HttpResponse<String> answer = form(form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
    assertThat(json(answer).path("stored")).hasSize(1);
    assertThat(json(answer).at("/stored/0").asText()).isEqualTo("nho.txt");
    assertThat(json(answer).path("detail").asText()).contains("Trước đó đã ghi: nho.txt");
    Files.delete(incoming);
    Files.createDirectory(incoming);
    HttpResponse<String> again = form(form);
    assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
    assertThat(json(again).at("/files/0/result").asText()).isEqualTo("unchanged");
    assertThat(json(again).at("/files/1/result").asText()).isEqualTo("added");
  }

  /** Parts of a form wait in the folder for temporary files. */
  @Test
  void aFormThatThisMachineCannotKeepIsNotTheSendersFault(@TempDir Path other) throws IOException {
    server.close();
    Path temporary = Files.createDirectory(other.resolve("tam"));
    String usual = System.setProperty("java.io.tmpdir", temporary.toString());
    try {
      server =
          new WritingServer(
              other.resolve("kho"),
              extractor,
              Limits.DEFAULT,
              (directory, arguments, out, err) -> 0);
    } finally {
      System.setProperty("java.io.tmpdir", usual);
    }
    String form = part("a.txt", DECISION) + "--ranh-gioi--\r\n";
    String broken = part("a.txt", DECISION);
    Files.delete(temporary);
    Files.createFile(temporary);
    HttpResponse<String> answer = form(form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
    assertThat(json(answer).path("type").asText()).isEqualTo("urn:vanban:problem:not-stored");
    Files.delete(temporary);
    Files.createDirectory(temporary);
    assertThat(form(broken).statusCode()).isEqualTo(400);
    assertThat(form(form).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"1, 19000, 201", "2, 9000, 201", "1, 21000, 413", "3, 9000, 413", "1, 2000000, 413"})
  void theFilesOfAFormAreBoundedTogether(int files, int bytes, int status, @TempDir Path other) {
    server.close();
    server =
        new WritingServer(
            other,
            extractor,
            new Limits(20_000, 1_000_000, 2, 10, Duration.ofMinutes(1)),
            (directory, arguments, out, err) -> 0);
    String form =
        IntStream.range(0, files)
            .mapToObj(n -> part(n + ".txt", (n + " song mau ").repeat(bytes).substring(0, bytes)))
            .collect(Collectors.joining("", "", "--ranh-gioi--\r\n"));
    HttpResponse<String> answer = form(form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status == 413) {
      assertThat(json(answer).path("detail").asText())
          .isEqualTo("Biểu mẫu vượt giới hạn 20,000 byte.");
    }
  }

  private static String part(String name, String text) {
    return "--ranh-gioi\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + name
        + "\"\r\n\r\n"
        + text
        + "\r\n";
  }

  @Test
  void twoThatAreOneAreMergedAndTheirPastStaysTheirOwn() {
    String kept = register();
    String misread = DECISION.replace("48/2022", "43/2022");
    HttpResponse<String> second = post("/api/v1/documents?name=mo.txt", misread);
    String gone = json(second).at("/files/0/document").asText();
    String before = Instant.now().toString();
    String at = "/api/v1/documents/" + gone;
    String body = "{\"into\":\"" + kept + "\",\"reason\":\"đọc sai số\"}";
    assertThat(post(at + "/merge", body.replace("đọc sai số", " ")).statusCode()).isEqualTo(400);
    assertThat(post(at + "/merge", body.replace(kept, "01khongco0000000")).statusCode())
        .isEqualTo(422);
    HttpResponse<String> merged = post(at + "/merge", body);
    assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
    assertThat(json(merged).path("id").asText()).isEqualTo(kept);
    assertThat(get(at).statusCode()).isEqualTo(301);
    assertThat(json(get(at + "?at=" + before)).path("number").asText())
        .isEqualTo("43/2022/QĐ-UBND");
    assertThat(get(at + "?at=" + Instant.now()).statusCode()).isEqualTo(301);
    assertThat(get(at + "?at=2020-01-01").statusCode()).isEqualTo(404);
    // Nobody named the one that was kept.
    assertThat(post(at + "/merge", body).statusCode()).isEqualTo(409);
    assertThat(send("DELETE", at + "?reason=a", "Bearer " + SECRET, "").statusCode())
        .isEqualTo(409);
    assertThat(json(get("/api/v1/documents/" + kept)).path("copies")).hasSize(2);
  }

  private JsonNode review(String parameters) {
    HttpResponse<String> answer =
        send("GET", "/api/v1/review?" + parameters, "Bearer " + SECRET, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  @Test
  void aRemovedDocumentIsGone() {
    String id = register();
    String at = "/api/v1/documents/" + id;
    assertThat(send("DELETE", at, "Bearer " + SECRET, "").statusCode()).isEqualTo(400);
    assertThat(send("DELETE", at + "?reason=nh%E1%BA%A7m", "Bearer " + SECRET, "").statusCode())
        .isEqualTo(204);
    assertThat(get(at).statusCode()).isEqualTo(410);
    assertThat(json(get(at)).path("detail").asText()).contains("đã được gỡ");
    assertThat(send("DELETE", at + "?reason=a", "Bearer " + SECRET, "").statusCode())
        .isEqualTo(410);
    assertThat(post("/api/v1/documents?name=q.txt", DECISION).statusCode()).isEqualTo(422);
  }

  @Test
  void whatIsSecretIsAsIfItWereNotThere() {
    String id = register();
    String at = "/api/v1/documents/" + id;
    assertThat(
            post(
                    at + "/corrections",
                    "{\"field\":\"secrecy\",\"value\":\"Mật\",\"reason\":\"dấu mật\"}")
                .statusCode())
        .isEqualTo(201);
    server.follower().catchUp();
    for (String path : new String[] {at, at + "/original", at + "/text", at + "/history"}) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(json(get("/api/v1/documents?number=48/2022/Q%C4%90-UBND")).path("total").asInt())
        .isZero();
    assertThat(json(get("/api/v1/search?q=thu+gom+rac")).path("hits")).isEmpty();
    assertThat(json(get("/api/v1/suggest?q=48")).toString()).doesNotContain("QĐ-UBND");
    assertThat(json(get("/health")).path("documents").asInt()).isZero();
  }

  @Test
  void aCommandIsStreamedWithItsExitCode() {
    HttpResponse<String> answer =
        post("/control/commands", "{\"directory\":\"/nha\",\"arguments\":[\"ingest\",\"a b\"]}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines())
        .containsExactly(
            "{\"out\":\"/nha [ingest, a b]\\n\"}", "{\"err\":\"lỗi\"}", "{\"exit\":7}");
  }

  private String register() {
    HttpResponse<String> answer = post("/api/v1/documents?name=q.txt", DECISION);
    assertThat(answer.statusCode()).isEqualTo(201);
    server.follower().catchUp();
    return json(answer).at("/files/0/document").asText();
  }

  private HttpResponse<String> get(String path) {
    return send("GET", path, "", "");
  }

  private HttpResponse<String> post(String path, String body) {
    return send("POST", path, "Bearer " + SECRET, body);
  }

  /** Uploads parts divided by {@code ranh-gioi}. */
  private HttpResponse<String> form(String parts) {
    return send(
        HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/documents"))
            .POST(HttpRequest.BodyPublishers.ofString(parts, StandardCharsets.UTF_8))
            .header("Authorization", "Bearer " + SECRET)
            .header("Content-Type", "multipart/form-data; boundary=ranh-gioi")
            .build());
  }

  private HttpResponse<String> send(String method, String path, String authorization, String body) {
    return send(request(method, path, authorization, body));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpRequest request(String method, String path, String authorization, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.base() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return request.build();
  }

  private JsonNode json(HttpResponse<String> answer) {
    try {
      return mapper.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
