package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs get. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server =
        new RunningServer(
            folder,
            SampleTexts.plan(),
            SampleTexts.unread("C:\\nhan\\Công văn “mật”; số 1.html", "text/html", "Trang rỗng."),
            SampleTexts.unread("/srv/kho.zip!/vb/ảnh quét.pdf", "application/pdf", "Ảnh quét."));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "binh+dang+gioi",
        "b%C3%ACnh%20%C4%91%E1%BA%B3ng%20gi%E1%BB%9Bi",
        "383%2FKH-UBND",
        "383+kh+ubnd",
        "BINH+DANG+GIOI&type=K%E1%BA%BF+ho%E1%BA%A1ch&year=2020&year=2021"
      })
  void aSearchFindsThePlanFirst(String query) {
    JsonNode hit = server.json("/api/v1/search?q=" + query).path("hits").path(0);
    assertThat(hit.path("id").asText()).isEqualTo(server.id(0));
    assertThat(hit.path("number").asText()).isEqualTo("383/KH-UBND");
    assertThat(hit.path("type").asText()).isEqualTo("Kế hoạch");
    assertThat(hit.path("issuer").asText()).isEqualTo("Ủy ban nhân dân tỉnh Mẫu Sơn");
    assertThat(hit.path("issued").asText()).isEqualTo("2020-02-26");
    assertThat(hit.path("kind").asText()).isEqualTo("announcement");
    assertThat(hit.path("file").asText()).isEqualTo("kế hoạch 383.txt");
    assertThat(server.get(hit.path("url").asText()).statusCode()).isEqualTo(200);
  }

  @Test
  void matchesOfASnippetAreTheWordsAskedFor() {
    JsonNode result = server.json("/api/v1/search?q=binh+dang+gioi");
    assertThat(result.path("query").asText()).isEqualTo("binh dang gioi");
    assertThat(result.path("total").asLong()).isEqualTo(1);
    assertThat(result.path("totalIsLowerBound").asBoolean()).isFalse();
    assertThat(result.path("tookMillis").isNumber()).isTrue();
    JsonNode passages = result.path("hits").path(0).path("passages");
    assertThat(passages).isNotEmpty();
    for (JsonNode passage : passages) {
      String snippet = passage.path("snippet").asText();
      for (JsonNode match : passage.path("matches")) {
        assertThat(snippet.substring(match.path(0).asInt(), match.path(1).asInt()))
            .matches("(?iu).*(bình|đẳng|giới).*");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'limit=1', 1",
    "'limit=1&offset=2', 1",
    "'offset=3', 0",
    "'year=2020', 1",
    "'year=1999', 0",
    "'issuer=ubnd', 0",
    "'issuer=uy+ban+nhan+dan+tinh+mau+son', 1",
    "'type=ke+hoach&type=Quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh', 1",
    "'kind=announcement', 1",
    "'kind=announcement&kind=other', 3",
    "'status=in_force', 0",
    "'status=in_force&asOf=2020-02-29', 0",
    "'status=not_yet&asOf=2020-02-29', 0",
    "'status=unknown', 3",
    "'level=commune', 0",
    "'sort=oldest&limit=2', 2",
    "'sort=&type=', 3"
  })
  void filtersAndPaging(String parameters, int hits) {
    assertThat(server.json("/api/v1/search?" + parameters).path("hits")).hasSize(hits);
  }

  @Test
  void facetsAreCountedOnRequestAndLeadToWhatTheyCount() {
    assertThat(server.json("/api/v1/search?q=gioi").path("facets")).isEmpty();
    JsonNode facets = server.json("/api/v1/search?facets=true").path("facets");
    assertThat(facets.findValuesAsText("field"))
        .containsExactly("type", "issuer", "level", "province", "year", "status", "kind");
    int checked = 0;
    for (JsonNode facet : facets) {
      for (JsonNode value : facet.path("values")) {
        String filter =
            facet.path("field").asText() + "=" + Responses.encoded(value.path("value").asText());
        assertThat(server.json("/api/v1/search?" + filter).path("total").asLong())
            .as(filter)
            .isEqualTo(value.path("count").asLong());
        assertThat(value.path("label").asText()).isNotBlank();
        checked++;
      }
    }
    assertThat(checked).isEqualTo(7);
  }

  @Test
  void cursorsLeadThroughAllThatIsFound(@TempDir Path folder) {
    try (RunningServer changing =
        new RunningServer(
            folder,
            SampleTexts.plan(),
            SampleTexts.unread("a.txt", "text/plain", "Chuyện giới thiệu."),
            SampleTexts.unread("b.txt", "text/plain", "Giới hạn tốc độ."))) {
      String path = "/api/v1/search?q=gioi&limit=1";
      JsonNode first = changing.json(path);
      String cursor = first.path("next").asText();
      JsonNode second = changing.json(path + "&cursor=" + cursor);
      JsonNode third = changing.json(path + "&cursor=" + second.path("next").asText());
      assertThat(third.path("next").isNull()).isTrue();
      assertThat(
              Stream.of(first, second, third)
                  .map(page -> page.path("hits").path(0).path("id").asText()))
          .containsExactlyInAnyOrder(changing.id(0), changing.id(1), changing.id(2));
      HttpResponse<String> other = changing.get("/api/v1/search?q=toc+do&limit=1&cursor=" + cursor);
      assertThat(other.statusCode()).isEqualTo(400);
      assertThat(changing.json(other).path("detail").asText()).contains("một lần tìm khác");
      for (int i = 0; i < 17; i++) {
        changing.registerAndIndex(
            SampleTexts.unread("n" + i, "text/plain", "Lời giới thiệu thứ " + i));
        assertThat(changing.json(path).path("next").isTextual()).isTrue();
      }
      HttpResponse<String> expired = changing.get(path + "&cursor=" + cursor);
      assertThat(expired.statusCode()).isEqualTo(410);
      assertThat(changing.json(expired).path("type").asText())
          .isEqualTo("urn:vanban:problem:expired");
      assertThat(changing.json(expired).path("detail").asText()).contains("hết hạn");
    }
  }

  @Test
  void everyKeyIsThereWhateverTheQuery() {
    JsonNode result = server.json("/api/v1/search?q=binh+dang+gioi&explain=true");
    assertThat(result.fieldNames())
        .toIterable()
        .containsExactly(
            "query",
            "total",
            "totalIsLowerBound",
            "tookMillis",
            "next",
            "spelling",
            "numbers",
            "facets",
            "hits");
    JsonNode hit = result.path("hits").path(0);
    assertThat(hit.path("found").asText()).isEqualTo("words");
    assertThat(hit.path("reasons").isArray()).isTrue();
    assertThat(server.json("/api/v1/suggest?q=").path("suggestions")).isEmpty();
  }

  @Test
  void whatCitesADocumentAndWhatIsLikeIt(@TempDir Path folder) {
    try (RunningServer citing =
        new RunningServer(
            folder,
            SampleTexts.plan(),
            SampleTexts.citing("bao-cao.txt", "383/KH-UBND"),
            SampleTexts.unread("khac.txt", "text/plain", "Thực hiện công tác bình đẳng giới."))) {
      String path = "/api/v1/documents/" + citing.id(0);
      JsonNode found = citing.json(path + "/citing");
      assertThat(found.path("total").asLong()).isEqualTo(1);
      assertThat(found.path("hits").path(0).path("id").asText()).isEqualTo(citing.id(1));
      assertThat(citing.json(path + "/citing?offset=1").path("hits")).isEmpty();
      assertThat(citing.json(path + "/similar?limit=2").path("hits").findValuesAsText("id"))
          .contains(citing.id(2))
          .doesNotContain(citing.id(0));
      assertThat(citing.get("/van-ban/" + citing.id(0) + "/dan-chieu").body())
          .contains("/van-ban/" + citing.id(1), "Kế hoạch 383/KH-UBND");
      assertThat(citing.get("/van-ban/" + citing.id(0) + "/tuong-tu").body())
          .contains("/van-ban/" + citing.id(2));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "383/KH-UBND",
        "383/kh-ubnd",
        "383%20/KH%20%E2%80%93UBND",
        "S%E1%BB%91:%20383/KH-UBND",
        "0383/KH-UBND",
        "383-KH/UBND"
      })
  void aNumberInAnySpellingLeadsToItsDocument(String number) {
    JsonNode found = server.json("/api/v1/documents?number=" + number);
    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(found.path("documents").path(0).path("id").asText()).isEqualTo(server.id(0));
    HttpResponse<String> page = server.get("/van-ban?so=" + number);
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location")).hasValue("/van-ban/" + server.id(0));
  }

  @Test
  void aNumberThatNobodyHasGivesNone() {
    JsonNode found = server.json("/api/v1/documents?number=384/KH-UBND");
    assertThat(found.path("total").asInt()).isZero();
    assertThat(found.path("documents")).isEmpty();
  }

  @Test
  void aDocumentTellsItsFieldsCopiesAndLinks() {
    JsonNode document = server.json("/api/v1/documents/" + server.id(0));
    assertThat(document.path("signerCapacity").asText()).isEqualTo("TM. ỦY BAN NHÂN DÂN");
    assertThat(document.path("evidence").path("issued").path("text").asText())
        .isEqualTo("ngày 26 tháng 02 năm 2020");
    JsonNode copy = document.path("copies").path(0);
    assertThat(copy.path("source").asText()).isEqualTo("kế hoạch 383.txt");
    assertThat(copy.path("bytes").asLong())
        .isEqualTo(SampleTexts.PLAN.getBytes(StandardCharsets.UTF_8).length);
    assertThat(StreamSupport.stream(document.path("links").spliterator(), false))
        .hasSize(4)
        .allSatisfy(link -> assertThat(server.get(link.asText()).statusCode()).isEqualTo(200));
    assertThat(server.get(copy.path("original").asText()).statusCode()).isEqualTo(200);
  }

  @Test
  void noFolderOfThisMachineIsTold() {
    for (int n = 0; n < 3; n++) {
      String body = server.get("/api/v1/documents/" + server.id(n)).body();
      String page = server.get("/van-ban/" + server.id(n)).body();
      assertThat(body + page).doesNotContain("/srv").doesNotContain("nhan\\");
    }
    assertThat(
            server
                .json("/api/v1/documents/" + server.id(2))
                .path("copies")
                .path(0)
                .path("source")
                .asText())
        .isEqualTo("vb/ảnh quét.pdf");
  }

  @Test
  void anOriginalComesByteForByte() {
    String path = "/api/v1/documents/" + server.id(0) + "/original";
    HttpResponse<byte[]> response = server.bytes(path);
    assertThat(response.body()).isEqualTo(SampleTexts.PLAN.getBytes(StandardCharsets.UTF_8));
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringWhitespace("text/plain;charset=utf-8");
    assertThat(response.headers().firstValue("Content-Disposition"))
        .hasValue(
            "inline; filename=\"ke hoach 383.txt\";"
                + " filename*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch%20383.txt");
    String sha256 =
        server.json("/api/v1/documents/" + server.id(0)).at("/copies/0/sha256").asText();
    String etag = response.headers().firstValue("ETag").orElse("");
    assertThat(etag).isEqualTo('"' + sha256 + '"');
    assertThat(server.get(path, "If-None-Match", "\"x\", " + etag).statusCode()).isEqualTo(304);
    assertThat(server.get(path + "?copy=" + sha256).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/search?q=binh+dang", "/api/v1/search?q=binh+dang&facets=true"})
  void theSameAnswerInAnotherTimeIsTheSame(String path) {
    HttpResponse<String> first = server.get(path);
    String etag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = server.get(path);
    assertThat(again.headers().firstValue("ETag")).contains(etag);
    assertThat(server.json(again).path("tookMillis").asDouble()).isPositive();
    assertThat(server.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(server.get(path + "&offset=1", "If-None-Match", etag).statusCode()).isEqualTo(200);
  }

  @Test
  void aForeignPageIsShownInASandboxUnderASafeName() {
    HttpResponse<String> response = server.get("/api/v1/documents/" + server.id(1) + "/original");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("sandbox;");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
        .isEqualTo(
            "inline; filename=\"Cong van _mat__ so 1.html\"; filename*=UTF-8''"
                + "C%C3%B4ng%20v%C4%83n%20%E2%80%9Cm%E1%BA%ADt%E2%80%9D%3B%20s%E1%BB%91%201.html");
  }

  @Test
  void theTextComesInUtf8() {
    HttpResponse<String> response = server.get("/api/v1/documents/" + server.id(0) + "/text");
    assertThat(response.body()).isEqualTo(SampleTexts.PLAN);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringWhitespace("text/plain;charset=utf-8");
  }

  @Test
  void healthTellsHowFarTheIndexIsBehind() {
    JsonNode health = server.json("/health");
    assertThat(health.path("status").asText()).isEqualTo("ok");
    assertThat(health.path("documents").asLong()).isEqualTo(3);
    assertThat(health.path("index").path("lag").asLong()).isZero();
  }

  @Test
  void healthTellsALag(@TempDir Path folder) {
    try (RunningServer behind = new RunningServer(folder, SampleTexts.plan())) {
      behind.register(SampleTexts.large(1));
      JsonNode health = behind.json("/health");
      assertThat(health.path("status").asText()).isEqualTo("catching-up");
      assertThat(health.path("index").path("lag").asLong()).isEqualTo(1);
      assertThat(health.path("documents").asLong()).isEqualTo(2);
    }
  }

  @Test
  void withoutAnIndexSearchSaysSoAndRecordsAreStillRead(@TempDir Path folder) {
    try (RunningServer rebuilt = new RunningServer(folder, SampleTexts.plan())) {
      rebuilt.withhold();
      for (String path : List.of("/api/v1/search?q=gioi", "/api/v1/suggest?q=gioi")) {
        HttpResponse<String> answer = rebuilt.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type"))
            .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(rebuilt.json(answer).path("type").asText())
            .isEqualTo("urn:vanban:problem:index-rebuilding");
      }
      assertThat(rebuilt.get("/api/v1/documents/" + rebuilt.id(0)).statusCode()).isEqualTo(200);
      assertThat(rebuilt.json("/health").path("status").asText()).isEqualTo("rebuilding");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/tim-kiem?q=gioi", "/api/v1/search?q=gioi", "/health"})
  void headDoesAllThatGetDoesButTheBody(String path) {
    HttpResponse<String> get = server.get(path);
    HttpResponse<String> head = server.send("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(get.headers().firstValue("Content-Type"));
    assertThat(server.send("HEAD", path + (path.contains("?") ? "&" : "?") + "x=1").statusCode())
        .isEqualTo(400);
  }

  @Test
  void unchangedAnswersAreNotSentAgain() {
    String path = "/van-ban/" + server.id(0);
    String etag = server.get(path).headers().firstValue("ETag").orElse("");
    HttpResponse<String> again = server.get(path, "If-None-Match", etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void longAnswersAreCompressedOnRequest() {
    HttpResponse<byte[]> response =
        server.bytes("/van-ban/" + server.id(0), "Accept-Encoding", "gzip");
    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(response.headers().allValues("Vary")).anyMatch(v -> v.contains("Accept-Encoding"));
  }
}
