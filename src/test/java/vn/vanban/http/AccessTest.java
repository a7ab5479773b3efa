package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.registry.Accounts;
import vn.vanban.registry.Scope;

/** Who may do what, over real HTTP. */
@Tag("slow")
class AccessTest {
  private static final String PASSWORD = "nắng sớm trên đồi chè";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern KEY = Pattern.compile("name=\"ma-phien\" value=\"([0-9a-f]{64})\"");
  private final Instant now = Instant.now();

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private TikaExtractor extractor;
  private WritingServer server;
  private String id;

  @BeforeEach
  void start() {
    extractor = new TikaExtractor(Limits.DEFAULT);
    server = serve("mo", Writing.Reading.OPEN);
    id = server.registry().register(List.of(SampleTexts.plan())).getFirst().documentId();
  }

  private WritingServer serve(String name, Writing.Reading reading) {
    return new WritingServer(
        folder.resolve(name), extractor, Limits.DEFAULT, (d, a, out, err) -> 0, reading);
  }

  @AfterEach
  void stop() {
    server.close();
    extractor.close();
  }

  /** Columns: nobody, a token of each scope, the owner's secret, who is signed in to correct. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /api/v1/documents/ID                 | 200 | 200 | 200 | 200 | 200 | 200 | 200",
        "GET    | /api/v1/review                       | 401 | 403 | 403 | 200 | 200 | 200 | 200",
        "GET    | /ra-soat                             | 401 | 403 | 403 | 200 | 200 | 200 | 200",
        "GET    | /van-ban/ID/dinh-chinh               | 401 | 403 | 403 | 200 | 200 | 200 | 200",
        "GET    | /van-ban/ID/lich-su                  | 200 | 200 | 200 | 200 | 200 | 200 | 200",
        "POST   | /api/v1/documents                    | 401 | 403 | 400 | 403 | 400 | 400 | 403",
        "POST   | /api/v1/documents/ID/corrections     | 401 | 403 | 403 | 400 | 400 | 400 | 403",
        "POST   | /api/v1/documents/ID/merge           | 401 | 403 | 403 | 400 | 400 | 400 | 403",
        "DELETE | /api/v1/documents/ID/corrections/9   | 401 | 403 | 403 | 422 | 422 | 422 | 403",
        "DELETE | /api/v1/documents/ID                 | 401 | 403 | 403 | 403 | 400 | 400 | 403",
        "POST   | /van-ban/ID/dinh-chinh               | 401 | 403 | 403 | 403 | 403 | 403 | 403",
        "POST   | /van-ban/ID/xac-nhan                 | 401 | 403 | 403 | 403 | 403 | 403 | 403",
        "POST   | /van-ban/ID/rut-dinh-chinh           | 401 | 403 | 403 | 403 | 403 | 403 | 403",
        "POST   | /control/commands                    | 401 | 403 | 403 | 403 | 403 | 400 | 403",
      })
  void everyRouteTakesWhoMay(
      String method,
      String path,
      int nobody,
      int read,
      int ingest,
      int correct,
      int admin,
      int owner,
      int person) {
    String at = path.replace("ID", id);
    long before = server.registry().position().sequence();
    assertThat(status(method, at)).as("nobody").isEqualTo(nobody);
    Map<Scope, Integer> expected =
        Map.of(Scope.READ, read, Scope.INGEST, ingest, Scope.CORRECT, correct, Scope.ADMIN, admin);
    for (Scope scope : Scope.values()) {
      HttpResponse<String> answer = send(method, at, body(at), "Authorization", bearer(scope));
      assertThat(answer.statusCode())
          .as("%s: %s", scope, answer.body())
          .isEqualTo(expected.get(scope));
    }
    assertThat(status(method, at, "Authorization", "Bearer " + WritingServer.SECRET))
        .isEqualTo(owner);
    assertThat(status(method, at, "Cookie", signIn("mai"))).as("person").isEqualTo(person);
    assertThat(server.registry().position().sequence()).isEqualTo(before);
  }

  @Test
  void theServersSecretIsNotTakenThroughAProxy() {
    for (String header : List.of("X-Forwarded-For", "Forwarded")) {
      assertThat(
              status(
                  "GET",
                  "/api/v1/review",
                  "Authorization",
                  "Bearer " + WritingServer.SECRET,
                  header,
                  "203.0.113.7"))
          .as(header)
          .isEqualTo(403);
    }
  }

  @Test
  void aRefusalNamesTheScopeAndTheScheme() {
    HttpResponse<String> lacking =
        send("GET", "/api/v1/review", "", "Authorization", bearer(Scope.INGEST));
    assertThat(lacking.body()).contains("insufficient-scope", "\"correct\"");
    HttpResponse<String> wrong =
        send("GET", "/api/v1/documents/" + id, "", "Authorization", "Bearer vanban_saibet");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void tokensEndAtOnceAndInTime() {
    String token = bearer(Scope.CORRECT);
    assertThat(status("GET", "/api/v1/review", "Authorization", token)).isEqualTo(200);
    assertThat(accounts().tokens().getFirst().used()).isPresent();
    assertThat(accounts().removeToken("CORRECT")).isTrue();
    assertThat(status("GET", "/api/v1/review", "Authorization", token)).isEqualTo(401);
    String old = Secrets.newToken();
    accounts()
        .addToken(
            "cũ",
            Secrets.hash(old),
            List.of(Scope.ADMIN),
            now,
            Optional.of(now.minus(Duration.ofSeconds(1))));
    assertThat(status("GET", "/api/v1/review", "Authorization", "Bearer " + old)).isEqualTo(401);
  }

  @Test
  void nobodyActsInTheNameOfAnother() {
    String token = bearer(Scope.CORRECT);
    String at = "/api/v1/documents/" + id + "/corrections";
    String body = "{\"field\":\"signer\",\"value\":\"Lê Thị Mẫu\",\"reason\":\"bản giấy\"%s}";
    assertThat(
            send("POST", at, body.formatted(",\"actor\":\"Mai\""), "Authorization", token)
                .statusCode())
        .isEqualTo(403);
    assertThat(send("POST", at, body.formatted(""), "Authorization", token).statusCode())
        .isEqualTo(201);
    String history = send("GET", "/api/v1/documents/" + id + "/history", "").body();
    assertThat(history).contains("\"actor\":\"CORRECT\"").doesNotContain("vanban_");
  }

  @Test
  void aFormCountsOnlyWithItsKeyAndFromOurOwnPage() {
    String cookie = signIn("mai");
    String path = "/van-ban/" + id + "/dinh-chinh";
    String key = key(cookie);
    String other = key(signIn("mai"));
    String fields =
        "truong=signer&gia-tri=L%C3%AA+Th%E1%BB%8B+M%E1%BA%ABu&ly-do=b%E1%BA%A3n+gi%E1%BA%A5y";
    assertThat(form(path, fields, cookie).statusCode()).as("no key").isEqualTo(403);
    assertThat(form(path, fields + "&ma-phien=" + other, cookie).statusCode()).isEqualTo(403);
    String full = fields + "&ma-phien=" + key;
    assertThat(form(path, full, cookie, "Origin", "https://xau.example").statusCode())
        .isEqualTo(403);
    assertThat(form(path, full, cookie, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(form(path, full, cookie, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(server.registry().history(id)).hasSize(1);
    HttpResponse<String> right = form(path, full, cookie, "Origin", server.base());
    assertThat(right.statusCode()).as(right.body()).isEqualTo(303);
    assertThat(right.headers().firstValue("Location")).contains("/van-ban/" + id + "/lich-su");
    assertThat(server.registry().history(id).getLast().act().actor()).isEqualTo("mai");
  }

  @Test
  void whatTheRegistryRefusesIsToldInTheForm() {
    String cookie = signIn("mai");
    String key = "&ma-phien=" + key(cookie);
    String path = "/van-ban/" + id + "/dinh-chinh";
    HttpResponse<String> wrong =
        form(path, "truong=issued&gia-tri=31.02.2020&ly-do=th%E1%BB%AD" + key, cookie);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("role=\"alert\"", "31.02.2020");
    HttpResponse<String> unreasoned =
        form(path, "truong=issued&gia-tri=2020-02-27&ly-do=+" + key, cookie);
    assertThat(unreasoned.statusCode()).isEqualTo(422);
    assertThat(unreasoned.body()).contains("Cần nêu lý do");
    assertThat(server.registry().history(id)).hasSize(1);
  }

  @Test
  void aDoubtIsAcceptedAndTakenBack() {
    String cookie = signIn("mai");
    String key = "&ma-phien=" + key(cookie);
    assertThat(send("GET", "/ra-soat?truong=signer", "", "Cookie", cookie).body())
        .contains("383/KH-UBND", "<mark>Nguyễn Văn Mẫu</mark>");
    HttpResponse<String> accepted =
        form("/van-ban/" + id + "/xac-nhan", "truong=signer&ve=//xau.example" + key, cookie);
    assertThat(accepted.statusCode()).isEqualTo(303);
    assertThat(accepted.headers().firstValue("Location")).contains("/");
    assertThat(send("GET", "/ra-soat", "", "Cookie", cookie).body()).doesNotContain("383/KH-UBND");
    long number = server.registry().document(id).orElseThrow().corrections().getFirst().number();
    assertThat(
            form("/van-ban/" + id + "/rut-dinh-chinh", "ly-do=&so=" + number + key, cookie)
                .statusCode())
        .isEqualTo(303);
    assertThat(send("GET", "/ra-soat", "", "Cookie", cookie).body()).contains("383/KH-UBND");
  }

  @ParameterizedTest
  @CsvSource({
    "/ra-soat, /ra-soat",
    "//xau.example/a, /",
    "https://xau.example/, /",
    "/\\xau.example, /"
  })
  void signingInLeadsOnlyToPagesOfOurs(String back, String to) {
    addPerson("mai", Scope.CORRECT);
    HttpResponse<String> answer = signIn("mai", PASSWORD, "&ve=" + Responses.encoded(back), "");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains(to);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
  }

  @Test
  void aSessionIsNewAtSignInAndEndsWithTheRight() {
    String fixed = "phien=" + "A".repeat(43);
    addPerson("mai", Scope.CORRECT);
    String first = cookie(signIn("mai", PASSWORD, "", fixed));
    assertThat(first).isNotEqualTo(fixed);
    assertThat(status("GET", "/ra-soat", "Cookie", fixed)).isEqualTo(401);
    String second = cookie(signIn("mai", PASSWORD, "", first));
    assertThat(status("GET", "/ra-soat", "Cookie", first)).as("replaced").isEqualTo(401);
    assertThat(status("GET", "/ra-soat", "Cookie", second)).isEqualTo(200);
    assertThat(form("/dang-xuat", "", second).statusCode()).isEqualTo(303);
    assertThat(status("GET", "/ra-soat", "Cookie", second)).as("signed out").isEqualTo(401);

    String third = cookie(signIn("mai", PASSWORD, "", ""));
    accounts().password("mai", Passwords.hash("một mật khẩu khác hẳn"));
    assertThat(status("GET", "/ra-soat", "Cookie", third)).as("password").isEqualTo(401);
    String fourth = cookie(signIn("mai", "một mật khẩu khác hẳn", "", ""));
    accounts().disable("mai", true);
    assertThat(status("GET", "/ra-soat", "Cookie", fourth)).as("disabled").isEqualTo(401);
    assertThat(signIn("mai", "một mật khẩu khác hẳn", "", "").statusCode()).isEqualTo(422);
  }

  @Test
  void behindATrustedProxyHttpsAndTheClientAreTheProxysWord() {
    server.close();
    StrangerSettings strangers =
        new StrangerSettings(
            Optional.empty(),
            List.of(AddressRange.parse("127.0.0.0/8")),
            0,
            true,
            Duration.ofSeconds(30));
    server =
        new WritingServer(
            folder.resolve("sau"),
            extractor,
            Limits.DEFAULT,
            (d, a, out, err) -> 0,
            Writing.Reading.OPEN,
            new ServiceOptions(
                Duration.ofSeconds(5), Optional.empty(), strangers, List.of(), Optional.empty()));
    addPerson("mai", Scope.CORRECT);
    String fields = "ten=mai&mat-khau=" + Responses.encoded(PASSWORD);
    String[] proxied = {
      "X-Forwarded-For", "203.0.113.7",
      "X-Forwarded-Proto", "https",
      "X-Forwarded-Host", "vanban.example",
      "Origin", "https://vanban.example"
    };
    HttpResponse<String> answer = form("/dang-nhap", fields, "", proxied);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("__Host-phien=")
        .contains("Secure", "Path=/");
    String[] withCookie = Arrays.copyOf(proxied, proxied.length + 2);
    withCookie[proxied.length] = "Cookie";
    withCookie[proxied.length + 1] = cookie(answer);
    assertThat(status("GET", "/ra-soat", withCookie)).isEqualTo(200);

    int refused = 0;
    for (int i = 0; i < 31; i++) {
      refused = form("/dang-nhap", "ten=n" + i + "&mat-khau=sai", "", proxied).statusCode();
    }
    assertThat(refused).as("one client, many names").isEqualTo(429);
    proxied[1] = "203.0.113.8";
    assertThat(form("/dang-nhap", fields, "", proxied).statusCode()).as("another").isEqualTo(303);
  }

  @Test
  void aSessionIsOverInTime() {
    addPerson("mai", Scope.CORRECT);
    Accounts.Account mai = accounts().account("mai").orElseThrow();
    for (Duration age : List.of(SessionRoutes.IDLE, SessionRoutes.LONGEST)) {
      String secret = Secrets.random();
      Instant made = now.minus(age);
      assertThat(accounts().addSession(Secrets.hash(secret), mai, made, made)).isTrue();
      assertThat(status("GET", "/ra-soat", "Cookie", "phien=" + secret)).isEqualTo(401);
    }
  }

  @Test
  void passwordsAreNotGuessed() {
    addPerson("mai", Scope.CORRECT);
    for (String name : List.of("mai", "khongco")) {
      for (int attempt = 1; attempt <= 10; attempt++) {
        assertThat(signIn(name, "sai sai sai " + attempt, "", "").statusCode()).isEqualTo(422);
      }
      HttpResponse<String> more = signIn(name, PASSWORD, "", "");
      assertThat(more.statusCode()).as(name).isEqualTo(429);
      assertThat(more.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void aNameInOtherLettersIsTheSameToWhoGuesses() {
    addPerson("nhã", Scope.CORRECT);
    String apart = Responses.encoded(Normalizer.normalize("nhã", Normalizer.Form.NFD));
    String composed = Responses.encoded("nhã");
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThat(signIn(composed, "sai sai sai " + attempt, "", "").statusCode()).isEqualTo(422);
      assertThat(signIn(apart, "sai sai sai " + attempt, "", "").statusCode()).isEqualTo(422);
    }
    assertThat(signIn(apart, PASSWORD, "", "").statusCode()).isEqualTo(429);
    assertThat(signIn(composed, PASSWORD, "", "").statusCode()).isEqualTo(429);
  }

  @Test
  void whatIsWithheldIsShownToWhoCorrectsIt() {
    server
        .registry()
        .by(new vn.vanban.registry.Act("Mai", "dấu mật"))
        .correct(id, "secrecy", Optional.of("Mật"));
    for (String path : List.of("/van-ban/" + id, "/api/v1/documents/" + id)) {
      assertThat(status("GET", path)).isEqualTo(404);
      assertThat(status("GET", path, "Authorization", bearer(Scope.INGEST))).isEqualTo(404);
      HttpResponse<String> shown = send("GET", path, "", "Authorization", bearer(Scope.CORRECT));
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/search?q=a, 401, 200",
    "/, 401, 200",
    "/api/v1/suggest?q=a, 401, 200",
    "/health, 200, 200",
    "/dang-nhap, 200, 200"
  })
  void readingCanBeForThoseWithATokenAlone(String path, int nobody, int reader) {
    server.close();
    server = serve("kin", Writing.Reading.TOKEN);
    server.follower().catchUp();
    assertThat(status("GET", path)).isEqualTo(nobody);
    assertThat(status("GET", path, "Authorization", bearer(Scope.READ))).isEqualTo(reader);
    HttpResponse<String> led = send("GET", "/tim-kiem?q=a", "", "Accept", "text/html");
    assertThat(led.statusCode()).isEqualTo(303);
    assertThat(led.headers().firstValue("Location")).contains("/dang-nhap?ve=%2Ftim-kiem%3Fq%3Da");
  }

  private Accounts accounts() {
    return server.registry().accounts();
  }

  /** A token of this scope, named after it. */
  private String bearer(Scope scope) {
    String token = Secrets.newToken();
    accounts().removeToken(scope.name());
    accounts().addToken(scope.name(), Secrets.hash(token), List.of(scope), now, Optional.empty());
    return "Bearer " + token;
  }

  private void addPerson(String name, Scope scope) {
    accounts().add(name, Passwords.hash(PASSWORD), List.of(scope), now);
  }

  /** The cookie of a person who may correct. */
  private String signIn(String name) {
    if (accounts().account(name).isEmpty()) {
      addPerson(name, Scope.CORRECT);
    }
    return cookie(signIn(name, PASSWORD, "", ""));
  }

  private HttpResponse<String> signIn(String name, String password, String more, String cookie) {
    return form(
        "/dang-nhap", "ten=" + name + "&mat-khau=" + Responses.encoded(password) + more, cookie);
  }

  private static String cookie(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  private String key(String cookie) {
    Matcher key =
        KEY.matcher(send("GET", "/van-ban/" + id + "/dinh-chinh", "", "Cookie", cookie).body());
    assertThat(key.find()).isTrue();
    return key.group(1);
  }

  private HttpResponse<String> form(String path, String fields, String cookie, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.base() + path))
            .header("Content-Type", FORM)
            .POST(HttpRequest.BodyPublishers.ofString(fields));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Nothing in a form, or an object without members. */
  private static String body(String path) {
    return path.startsWith("/van-ban/") ? "" : "{}";
  }

  private int status(String method, String path, String... headers) {
    return send(method, path, method.equals("GET") ? "" : body(path), headers).statusCode();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.base() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
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
}
