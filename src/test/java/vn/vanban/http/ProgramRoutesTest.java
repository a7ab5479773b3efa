package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-ups, feeds and tables for programs. */
@Tag("slow")
class ProgramRoutesTest {
  private RunningServer server;

  @BeforeEach
  void start(@TempDir Path folder) {
    server =
        new RunningServer(
            folder,
            SampleTexts.plan(),
            SampleTexts.unread("/srv/ảnh quét.pdf", "application/pdf", "Ảnh quét."));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "383%2FKH-UBND, found, 1",
    "383+kh+ubnd, alike, 1",
    "384%2FKH-UBND, unknown, 0",
    "chuyen+la, unknown, 0"
  })
  void aNumberIsResolved(String query, String result, int documents) {
    JsonNode json = server.json("/api/v1/resolve?q=" + query);
    assertThat(json.path("result").asText()).as("%s", json).isEqualTo(result);
    assertThat(json.path("documents")).hasSize(documents);
    if (documents > 0) {
      assertThat(json.at("/documents/0/id").asText()).isEqualTo(server.id(0));
      assertThat(json.at("/documents/0/issued").asText()).isEqualTo("2020-02-26");
    }
  }

  @Test
  void ofWhatBecameWithheldOnlyThatIsTold() {
    JsonNode first = server.json("/api/v1/changes?limit=1");
    assertThat(first.at("/changes/0/id").asText()).isEqualTo(server.id(0));
    assertThat(first.at("/changes/0/action").asText()).isEqualTo("registered");
    long before = server.json("/api/v1/changes").path("next").asLong();
    server.correct(server.id(0), "secrecy", "Mật");
    JsonNode lost = server.json("/api/v1/changes?after=" + before).path("changes");
    assertThat(lost).hasSize(1);
    ObjectNode told = (ObjectNode) lost.get(0);
    assertThat(Instant.parse(told.remove("at").asText())).isBefore(Instant.now());
    assertThat(told.toString())
        .isEqualTo(
            "{\"sequence\":%d,\"id\":\"%s\",\"action\":\"withheld\",\"removed\":true,\"url\":\"%s\"}"
                .formatted(before + 1, server.id(0), "/api/v1/documents/" + server.id(0)));
    server.correct(server.id(0), "subject", "Diễn tập");
    assertThat(server.json("/api/v1/changes").path("changes"))
        .extracting(change -> change.path("id").asText())
        .containsExactly(server.id(1), server.id(0));
    assertThat(server.get("/api/v1/export?after=" + server.id(0)).statusCode()).isEqualTo(200);
    assertThat(server.get("/api/v1/export").body())
        .doesNotContain(server.id(0))
        .contains(server.id(1));
  }

  @Test
  void anExportGoesOnAfterADocumentAndSaysItsEnd() {
    List<String> all = server.get("/api/v1/export").body().lines().toList();
    assertThat(all).hasSize(3);
    assertThat(all.getLast()).contains("\"end\":true");
    List<String> rest = server.get("/api/v1/export?after=" + server.id(0)).body().lines().toList();
    assertThat(rest).hasSize(2);
    assertThat(rest.getFirst()).isEqualTo(all.get(1));
    assertThat(server.get("/api/v1/export?after=khong-co").statusCode()).isEqualTo(400);
    assertThat(server.get("/api/v1/export?asOf=hom-nay").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?asOf=2019-12-31", "?asOf=2020-03-01"})
  void anExportTellsTheEffectAsEachDocumentDoes(String day) {
    List<String> lines = server.get("/api/v1/export" + day).body().lines().toList();
    for (int i = 0; i < 2; i++) {
      JsonNode alone = server.json("/api/v1/documents/" + server.id(i) + day);
      assertThat(server.parsed(lines.get(i)).path("status"))
          .isEqualTo(alone.path("status"))
          .isNotEmpty();
    }
    JsonNode numbered = server.json("/api/v1/documents?number=383%2FKH-UBND").path("documents");
    assertThat(numbered.get(0).path("status"))
        .isEqualTo(server.json("/api/v1/documents/" + server.id(0)).path("status"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisions", "relations", "citations", "evidence"})
  void aPartIsThatOfTheDocument(String part) {
    String path = "/api/v1/documents/" + server.id(0);
    assertThat(server.json(path + "/" + part).get(part)).isEqualTo(server.json(path).get(part));
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-9, 0, 10", "bytes=5-5, 5, 6", "bytes=-4, -4, 0", "bytes=10-, 10, 0"})
  void aRangeOfTheOriginalIsSent(String range, int from, int to) {
    byte[] whole = SampleTexts.PLAN.getBytes(StandardCharsets.UTF_8);
    int first = from < 0 ? whole.length + from : from;
    int end = to == 0 ? whole.length : to;
    HttpResponse<byte[]> part =
        server.bytes("/api/v1/documents/" + server.id(0) + "/original", "Range", range);
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, first, end));
    assertThat(part.headers().firstValue("Content-Range"))
        .hasValue("bytes " + first + "-" + (end - 1) + "/" + whole.length);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=99999999-, \"\", 416",
    "bytes=0-9, \"khác\", 200",
    "'bytes=0-1,4-5', \"\", 200",
    "dòng=1-2, \"\", 200"
  })
  void otherRangesAreRefusedOrIgnored(String range, String ifRange, int status) {
    String path = "/api/v1/documents/" + server.id(0) + "/original";
    String ascii = range.replace("dòng", "lines");
    HttpResponse<String> response =
        ifRange.contains("khác")
            ? server.get(path, "Range", ascii, "If-Range", "\"other\"")
            : server.get(path, "Range", ascii);
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @Test
  void aSearchIsATable() {
    List<String> rows = server.get("/api/v1/search.csv?q=binh+dang+gioi").body().lines().toList();
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst()).isEqualTo("\uFEFFnumber,type,subject,issuer,issued,kind,id,page");
    assertThat(rows.get(1)).startsWith("383/KH-UBND,Kế hoạch,").contains(server.id(0));
  }

  @ParameterizedTest
  @CsvSource({"=1+1,~=1+1", "@x,~@x", "Kế hoạch,Kế hoạch"})
  void aCellIsNoFormula(String text, String cell) {
    assertThat(SearchTable.cell(text)).isEqualTo(cell.replace("~", "'"));
  }
}
