package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.registry.Submission;

/** Where the API's answers lead: every link is followed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkHeaderTest {
  private static final Pattern LINK =
      Pattern.compile("<([^>]*)>; rel=\"([^\"]*)\"(?:; type=\"([^\"]*)\")?(?:, |$)");

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    List<Submission> all = new ArrayList<>(List.of(SampleTexts.plan()));
    for (int i = 1; i <= 5; i++) {
      all.add(PublicSamples.plan(i, LocalDate.ofYearDay(2021, i), "Phòng chống dịch đợt " + i));
      all.add(citing(i));
    }
    server = new RunningServer(folder, all.toArray(Submission[]::new));
  }

  private static Submission citing(int i) {
    Submission one = SampleTexts.citing("báo cáo " + i + ".txt", "383/KH-UBND");
    String text = one.repairedText() + " lần thứ " + i;
    return SampleTexts.submission(one.source(), one.mediaType(), text, text, one.document());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** The targets of an answer by relation and, of other forms, media type. */
  private Map<String, String> links(HttpResponse<String> answer) {
    Map<String, String> links = new LinkedHashMap<>();
    Matcher link = LINK.matcher(answer.headers().firstValue("Link").orElse(""));
    int end = 0;
    while (link.find()) {
      assertThat(link.start()).isEqualTo(end);
      end = link.end();
      String type = Optional.ofNullable(link.group(3)).orElse("");
      String name = link.group(2).equals("alternate") ? type : link.group(2);
      assertThat(links.put(name, link.group(1))).isNull();
      if (!type.isEmpty()) {
        HttpResponse<String> there = server.get(link.group(1));
        assertThat(there.statusCode()).as(link.group(1)).isIn(200, 302);
        if (there.statusCode() == 200) {
          assertThat(there.headers().firstValue("Content-Type").orElse(""))
              .as(link.group(1))
              .startsWith(type);
        }
      }
    }
    assertThat(answer.headers().allValues("Link")).hasSize(1);
    return links;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          search?q=dịch&type=Kế hoạch&status=in_force&sort=newest&asOf=2021-06-01&limit=1 | text/html | /tim-kiem?q=dịch&loai=Kế hoạch&hieu-luc=con-hieu-luc&sap-xep=moi-nhat&ngay=2021-06-01
          search?q=dịch&kind=original&facets=true | text/csv | /api/v1/search.csv?q=dịch&kind=original
          search?q=dịch&year=2021&year=2020&sort=  | application/atom+xml | /tim-kiem.atom?q=dịch&nam=2021&nam=2020
          search.csv?q=dịch&level=province&limit=5 | application/json | /api/v1/search?q=dịch&level=province
          search.csv?q=dịch | text/html | /tim-kiem?q=dịch
          suggest?q=ke&limit=3 | application/x-suggestions+json | /goi-y?q=ke
          resolve?q=383/KH-UBND | text/html | /tra-so?so=383/KH-UBND
          documents?number=383/KH-UBND | text/html | /van-ban?so=383/KH-UBND
          documents/ID?asOf=2020-01-01 | text/html | /van-ban/ID
          documents/ID/text | text/html | /van-ban/ID
          documents/ID/similar?limit=2 | text/html | /van-ban/ID/tuong-tu
          documents/ID/citing | text/html | /van-ban/ID/dan-chieu
          documents/ID/provisions | up | /api/v1/documents/ID
          documents/ID/history | text/html | -
          changes?after=3 | application/atom+xml | /thay-doi.atom
          export | text/html | -
          statistics | text/html | /thong-ke
          series?issuer=UBND tỉnh Mẫu Sơn&year=2020 | text/html | /day-so?co-quan=UBND tỉnh Mẫu Sơn&nam=2020
          bodies?q=UBND tỉnh Mẫu Sơn | text/html | /co-quan?ten=UBND tỉnh Mẫu Sơn
          bodies/uy-ban-nhan-dan-tinh-mau-son | text/html | /co-quan/uy-ban-nhan-dan-tinh-mau-son
          documents/khong-co | text/html | -
          search?limit=0 | text/html | -
          search?q=dịch&limit=2 | next | /api/v1/search?q=dịch&limit=2&offset=2
          search?q=dịch&limit=2&offset=3 | prev | /api/v1/search?q=dịch&limit=2&offset=1
          search?q=dịch&limit=2&offset=1 | prev | /api/v1/search?q=dịch&limit=2
          search?q=dịch | next | -
          search?q=dịch | prev | -
          documents/ID/citing?limit=2&offset=2 | next | /api/v1/documents/ID/citing?limit=2&offset=4
          documents/ID/citing?limit=2&offset=4 | next | -
          changes?after=0&limit=2 | next | /api/v1/changes?limit=2&after=2
          """)
  void anAnswerLeadsToWhatBelongsToIt(String address, String relation, String target) {
    HttpResponse<String> answer = server.get("/api/v1/" + encoded(address));
    Map<String, String> links = links(answer);
    assertThat(links).containsEntry("service-desc describedby", "/openapi.yaml");
    String found = links.get(relation);
    assertThat(found == null ? null : URLDecoder.decode(found, StandardCharsets.UTF_8))
        .isEqualTo(target == null ? null : target.replace("ID", server.id(0)));
  }

  private String encoded(String address) {
    StringBuilder out = new StringBuilder();
    for (char c : address.replace("ID", server.id(0)).toCharArray()) {
      out.append("/?&=.".indexOf(c) >= 0 ? c : Responses.encoded(String.valueOf(c)));
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"search?limit=3", "search?q=phong+chong&limit=2", "documents/ID/citing?limit=2"})
  void pagesLeadThereAndBack(String first) {
    List<String> there = pages("/api/v1/" + first.replace("ID", server.id(0)), "next");
    assertThat(there).hasSizeGreaterThan(2);
    List<String> back = pages(there.getLast(), "prev");
    assertThat(back.reversed().stream().map(this::hits))
        .isEqualTo(there.stream().map(this::hits).toList());
    assertThat(there.stream().map(this::hits).flatMap(List::stream)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"search?limit=3", "changes?limit=2"})
  void cursorsLeadToTheEnd(String first) {
    String address = "/api/v1/" + first;
    if (first.startsWith("search")) {
      address += "&cursor=" + server.json(address).path("next").asText();
    }
    assertThat(pages(address, "next")).hasSizeGreaterThan(2);
  }

  /** Half a thousand letters with marks are 4,500 signs of an address. */
  @Test
  void whatWouldBeTooLongForAHeaderIsLeftOut() {
    String address = "/api/v1/search?limit=1&q=" + Responses.encoded("d" + "ệ".repeat(499));
    HttpResponse<String> answer = server.get(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(links(answer)).containsOnlyKeys("service-desc describedby");
    assertThat(links(server.get(address.substring(0, 800))))
        .containsKeys("service-desc describedby", "text/html", "text/csv");
  }

  /** What it tells takes the place of what was told before (RFC 9111, 3.2). */
  @Test
  void whatIsUnchangedIsLinkedAsBefore() {
    String address = "/api/v1/documents?number=383%2FKH-UBND";
    HttpResponse<String> whole = server.get(address);
    HttpResponse<String> unchanged =
        server.get(address, "If-None-Match", whole.headers().firstValue("ETag").orElseThrow());
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(links(unchanged)).isEqualTo(links(whole)).containsKey("text/html");
  }

  private List<String> pages(String first, String relation) {
    List<String> pages = new ArrayList<>();
    for (Optional<String> next = Optional.of(first); next.isPresent(); ) {
      pages.add(next.get());
      assertThat(pages).hasSizeLessThan(50);
      HttpResponse<String> answer = server.get(next.get());
      assertThat(answer.statusCode()).isEqualTo(200);
      next = Optional.ofNullable(links(answer).get(relation));
    }
    return pages;
  }

  private List<String> hits(String address) {
    return server.json(address).path("hits").findValuesAsText("id");
  }
}
