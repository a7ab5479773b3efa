package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.registry.Submission;

/** Feeds as a reader of feeds takes them: valid, with lasting names, and without what is secret. */
class FeedsTest {
  private static final Pattern ENTRY = Pattern.compile("<entry>.*?</entry>", Pattern.DOTALL);
  private static final Pattern NEXT =
      Pattern.compile("<link rel=\"next\" type=\"[^\"]*\" href=\"http://[^/]*([^\"]*)\"");

  @TempDir private Path folder;

  private static List<String> entries(String feed) {
    return ENTRY.matcher(feed).results().map(found -> found.group()).toList();
  }

  private static String inside(String xml, String element) {
    Matcher found = Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(xml);
    assertThat(found.find()).as(element + " in " + xml).isTrue();
    return found.group(1);
  }

  /** Numbered plans, the n-th issued on the n-th day of 2021. */
  private RunningServer server() {
    List<Submission> plans = new ArrayList<>();
    for (int i = 1; i <= 44; i++) {
      plans.add(
          PublicSamples.plan(
              i, LocalDate.ofYearDay(2021, i), "Phòng chống sốt xuất huyết đợt " + i));
    }
    plans.add(PublicSamples.plan(45, LocalDate.of(2021, 3, 1), PublicSamples.HARD));
    plans.add(PublicSamples.secretPlan(46, LocalDate.of(2021, 3, 2), "Diễn tập phòng thủ"));
    return new RunningServer(folder, plans.toArray(Submission[]::new));
  }

  @Test
  void aSearchIsAValidFeedWithThePagesParametersAndPages() {
    try (RunningServer server = server()) {
      String here = "/tim-kiem.atom?loai=K%E1%BA%BF%20ho%E1%BA%A1ch&nam=2021&q=";
      HttpResponse<String> first = server.get(here);
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.headers().firstValue("Content-Type"))
          .contains("application/atom+xml; charset=utf-8");
      assertThat(Schemas.faults("atom.rnc", first.body())).isEmpty();
      // The newest first: a feed is read from its top.
      assertThat(inside(entries(first.body()).getFirst(), "title"))
          .startsWith("Kế hoạch 45/KH-UBND – Mức thu &lt;phí&gt; &amp; “lệ phí”")
          .contains("🌾 năm 2021")
          .doesNotContain("\u000B", "\u0001");
      HashSet<String> ids = new HashSet<>();
      String address = here;
      int pages = 0;
      for (String page = first.body(); ; page = server.get(address).body(), pages++) {
        assertThat(Schemas.faults("atom.rnc", page)).isEmpty();
        entries(page).forEach(entry -> assertThat(ids.add(inside(entry, "id"))).isTrue());
        assertThat(inside(page, "id")).isEqualTo(inside(first.body(), "id"));
        Matcher next = NEXT.matcher(page);
        if (!next.find()) {
          break;
        }
        address = next.group(1).replace("&amp;", "&");
      }
      assertThat(ids).hasSize(45).allMatch(id -> id.startsWith("urn:vanban:"));
      assertThat(pages).isEqualTo(2);
      String self = first.body().replaceFirst("(?s).*rel=\"self\"[^>]*href=\"([^\"]*)\".*", "$1");
      assertThat(self).startsWith(server.base() + "/tim-kiem.atom?q=&amp;loai=K");
    }
  }

  @Test
  void namesAndTimesStayUntilADocumentChanges() {
    try (RunningServer server = server()) {
      String address = "/tim-kiem.atom?q=%22s%E1%BB%91t+xu%E1%BA%A5t+huy%E1%BA%BFt%22";
      HttpResponse<String> before = server.get(address);
      String updated = inside(before.body(), "updated");
      assertThat(Instant.parse(updated)).isBefore(Instant.now());
      String etag = before.headers().firstValue("ETag").orElseThrow();
      assertThat(server.get(address, "If-None-Match", etag).statusCode()).isEqualTo(304);

      server.correct(server.id(43), "subject", "Phòng chống sốt xuất huyết đợt cuối");
      String after = server.get(address).body();
      assertThat(inside(after, "id")).isEqualTo(inside(before.body(), "id"));
      assertThat(entries(after).stream().map(entry -> inside(entry, "id")))
          .isEqualTo(entries(before.body()).stream().map(entry -> inside(entry, "id")).toList());
    }
  }

  @Test
  void aReaderThatKnowsOnlyDatesIsToldThatNothingChanged() {
    try (RunningServer server = server()) {
      String address = "/thay-doi.atom";
      Instant end = Instant.now().plusSeconds(10);
      // Within the second of the last change no date is given.
      String date =
          Stream.generate(() -> server.get(address).headers().firstValue("Last-Modified"))
              .takeWhile(tried -> Instant.now().isBefore(end))
              .flatMap(Optional::stream)
              .findFirst()
              .orElse("");
      assertThat(date).endsWith(" GMT");
      assertThat(server.get(address, "If-Modified-Since", date).statusCode()).isEqualTo(304);
      assertThat(server.get(address, "If-Modified-Since", "hom qua").statusCode()).isEqualTo(200);
      server.correct(server.id(0), "subject", "Đợt đầu");
      HttpResponse<String> changed = server.get(address, "If-Modified-Since", date);
      assertThat(changed.statusCode()).isEqualTo(200);
      assertThat(inside(entries(changed.body()).getFirst(), "summary"))
          .isEqualTo("đính chính: đối chiếu bản giấy");
    }
  }

  @Test
  void changesAreAValidFeedThatGoesBackToTheFirst() {
    try (RunningServer server = server()) {
      server.correct(server.id(2), "subject", "Diệt bọ gậy");
      List<String> all = new ArrayList<>();
      String address = "/thay-doi.atom";
      while (!address.isEmpty()) {
        String feed = server.get(address).body();
        assertThat(Schemas.faults("atom.rnc", feed)).isEmpty();
        all.addAll(entries(feed));
        Matcher next = NEXT.matcher(feed);
        address = next.find() ? next.group(1) : "";
      }
      assertThat(all).hasSize(46);
      assertThat(all.getFirst()).contains("Kế hoạch 3/KH-UBND – Diệt bọ gậy", "đính chính");
      assertThat(all.getLast()).contains("Kế hoạch 1/KH-UBND", "<summary>đăng ký</summary>");
      assertThat(all.stream().map(entry -> inside(entry, "id"))).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatIsSecretIsInNoFeedEvenWhereTheIndexStillHasIt() {
    try (RunningServer server = server()) {
      // This server's index was given all; the registry knows what is for guests.
      for (String address :
          List.of("/tim-kiem.atom?q=di%E1%BB%85n+t%E1%BA%ADp", "/thay-doi.atom")) {
        assertThat(server.get(address).body())
            .doesNotContain("Diễn tập phòng thủ", server.id(45), "46/KH-UBND");
      }
      // One that was for all becomes secret: readers learn that it is gone, and nothing else.
      server.correct(server.id(44), "secrecy", "Mật");
      String feed = server.get("/thay-doi.atom").body();
      assertThat(Schemas.faults("atom.rnc", feed)).isEmpty();
      assertThat(entries(feed).stream().filter(entry -> entry.contains(server.id(44))))
          .singleElement()
          .satisfies(entry -> {
            assertThat(inside(entry, "title")).isEqualTo("Văn bản không còn được công khai");
            assertThat(inside(entry, "summary")).isEqualTo("không còn mở cho khách");
            assertThat(entry).doesNotContain("45/KH-UBND", "Mức thu", "đối chiếu", "author");
          });
      assertThat(server.get("/tim-kiem.atom?q=").body()).doesNotContain(server.id(44));
    }
  }

  @Test
  void aFeedWithoutEntriesIsValidToo() {
    try (RunningServer server = new RunningServer(folder)) {
      for (String address : List.of("/tim-kiem.atom", "/thay-doi.atom")) {
        String feed = server.get(address).body();
        assertThat(Schemas.faults("atom.rnc", feed)).isEmpty();
        assertThat(inside(feed, "updated")).isEqualTo("1970-01-01T00:00:00Z");
      }
    }
  }

  @Test
  void badParametersAreNamed() {
    try (RunningServer server = new RunningServer(folder)) {
      Map.of(
              "/tim-kiem.atom?q=a&p=1", "unknown-parameter",
              "/tim-kiem.atom?q=a&trang=0", "bad-parameter",
              "/tim-kiem.atom?q=a&ngay=2020-02-30", "bad-parameter",
              "/tim-kiem.atom?q=a&sap-xep=la", "bad-parameter",
              "/thay-doi.atom?truoc=-1", "bad-parameter")
          .forEach((address, type) -> {
            HttpResponse<String> answer = server.get(address);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(server.json(answer).path("type").asText())
                .isEqualTo("urn:vanban:problem:" + type);
          });
    }
  }

  /** The schema itself can tell wrong from right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <title>a</title><updated>2020-01-01T00:00:00Z</updated>
          <id>urn:a:b</id><title>a</title><updated>2020-01-01</updated>
          <id>urn:a:b</id><title>a</title><updated>2020-01-01T00:00:00</updated>
          <id>kh 1</id><title>a</title><updated>2020-01-01T00:00:00Z</updated>
          <id>urn:a:b</id><title>a</title><title>b</title><updated>2020-01-01T00:00:00Z</updated>
          <id>urn:a:b</id><title>a</title><updated>2020-01-01T00:00:00Z</updated><link href="/x"/>
          <id>urn:a:b</id><title>a</title><updated>2020-01-01T00:00:00Z</updated><date/>
          """)
  void theSchemaRefuses(String content) {
    assertThat(
            Schemas.faults(
                "atom.rnc", "<feed xmlns='http://www.w3.org/2005/Atom'>" + content + "</feed>"))
        .startsWith("invalid");
  }
}
