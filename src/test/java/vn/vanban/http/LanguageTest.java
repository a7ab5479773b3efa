package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vietnamese first, English behind a switch that works without scripts. */
class LanguageTest {
  @TempDir private Path folder;

  @Test
  void aGuestSwitchesAndComesBackToThePageWhereHeWas() {
    try (RunningServer server = new RunningServer(folder)) {
      HttpResponse<String> vietnamese = server.get("/tim-kiem?q=b%C3%ACnh+%C4%91%E1%BA%B3ng");
      assertThat(vietnamese.body()).contains("<html lang=\"vi\">", "hreflang=\"en\"");
      String link = vietnamese.body().replaceAll("(?s).*href=\"(/ngon-ngu/en[^\"]*)\".*", "$1");

      HttpResponse<String> chosen = server.get(link.replace("&amp;", "&"));
      assertThat(chosen.statusCode()).isEqualTo(303);
      assertThat(chosen.headers().firstValue("Location"))
          .contains("/tim-kiem?q=b%C3%ACnh+%C4%91%E1%BA%B3ng");
      String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie).contains("HttpOnly", "SameSite=Lax");

      HttpResponse<String> english =
          server.get(
              chosen.headers().firstValue("Location").orElseThrow(),
              "Cookie",
              cookie.split(";", -1)[0]);
      assertThat(english.body()).contains("<html lang=\"en\">", ">Search</button>");
      assertThat(english.headers().firstValue("Vary").orElseThrow()).contains("Cookie");
    }
  }

  @Test
  void whatIsSaidOfADocumentIsInTheLanguageOfItsPage() {
    try (RunningServer server = new RunningServer(folder, SampleTexts.plan())) {
      String page = "/van-ban/" + server.id(0);
      assertThat(server.get(page).body())
          .contains("</strong>: Thông báo về văn bản: không phải văn bản được ban hành</p>")
          .contains("</strong> Tên người ký đọc từ dòng cuối");
      assertThat(server.get(page, "Cookie", "ngon-ngu=en").body())
          .contains("</strong>: News of a document: not a document that was issued</p>")
          // A sentence that is in no list stays as it was said.
          .contains("</strong> <span lang=\"vi\">Tên người ký đọc từ dòng cuối");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /tim-kiem?khong=1     | 400 | Unknown parameter | no parameter “khong”
          /tim-kiem?nam=x       | 400 | Invalid parameter | parameter “nam”
          /van-ban/khong-co     | 404 | Not found         | no such page
          """)
  void problemsAreToldInBoth(String address, int status, String title, String words) {
    try (RunningServer server = new RunningServer(folder)) {
      HttpResponse<String> english =
          server.get(address, "Accept", "text/html", "Cookie", "ngon-ngu=en");
      assertThat(english.statusCode()).isEqualTo(status);
      assertThat(english.body())
          .contains("<h1>" + title + "</h1>", words, "<p class=\"meta\" lang=\"vi\">");
      assertThat(server.get(address, "Accept", "text/html").body()).doesNotContain(title);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/ngon-ngu/en?ve=%2F%2Fevil.example, 303, /",
    "/ngon-ngu/en?ve=%2F%5Cevil.example, 303, /",
    "/ngon-ngu/en?ve=https%3A%2F%2Fevil.example, 303, /",
    "/ngon-ngu/vi?ve=%2Fvan-ban%3Fso%3D1, 303, /van-ban?so=1",
    "/ngon-ngu/fr, 404, ",
  })
  void itLeadsNowhereElse(String address, int status, String location) {
    try (RunningServer server = new RunningServer(folder)) {
      HttpResponse<String> answer = server.get(address);
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Location").orElse(null)).isEqualTo(location);
    }
  }
}
