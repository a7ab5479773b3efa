package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vanban.extract.Extractor;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;

/** Bad requests, sent raw: each gets its right problem, and the service answers on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestsTest {
  /**
   * A bad request.
   *
   * @param bytes what is sent, one character a byte
   * @param status what is answered
   * @param type the end of the problem's type
   */
  record Row(String name, String bytes, int status, String type) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String AUTH = "Authorization: Bearer " + WritingServer.SECRET;
  private static final String JSON = "Content-Type: application/json";

  private Extractor extractor;
  private WritingServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    extractor = new TikaExtractor(Limits.DEFAULT);
    server =
        new WritingServer(folder, extractor, Limits.DEFAULT, (directory, arguments, out, err) -> 0);
    server.follower().catchUp();
  }

  @AfterAll
  void stop() {
    server.close();
    extractor.close();
  }

  private static Row get(String path, int status, String type) {
    return row("GET", path, status, type);
  }

  private static Row row(String method, String path, int status, String type, String... headers) {
    String name = method + " " + path + " " + String.join(", ", headers);
    return new Row(
        name.length() > 120 ? name.substring(0, 120) : name,
        head(method, path, headers) + "\r\n",
        status,
        type);
  }

  private static Row body(
      String method, String path, String body, int status, String type, String... headers) {
    String head = head(method, path, headers) + AUTH + "\r\n";
    return new Row(
        method + " " + path + " " + body.substring(0, Math.min(40, body.length())),
        head + "Content-Length: " + body.length() + "\r\n\r\n" + body,
        status,
        type);
  }

  private static String head(String method, String path, String... headers) {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    if (Stream.of(headers).noneMatch(header -> header.startsWith("Host:"))) {
      head.append("Host: localhost\r\n");
    }
    Stream.of(headers).forEach(header -> head.append(header).append("\r\n"));
    return head.append("Connection: close\r\n").toString();
  }

  private static Row raw(String name, String bytes, int status) {
    return new Row(name, bytes, status, "http-" + status);
  }

  static List<Row> rows() {
    String search = "/api/v1/search?q=dat";
    String documents = "/api/v1/documents";
    String form = "Content-Type: multipart/form-data; boundary=b";
    String post =
        "POST /api/v1/documents?name=a.txt HTTP/1.1\r\nHost: localhost\r\n" + AUTH + "\r\n";
    return List.of(
        // Parameters
        get(search + "&nonsense=1", 400, "unknown-parameter"),
        get(search + "&Q=1", 400, "unknown-parameter"),
        get(search + "&limit=ten", 400, "bad-parameter"),
        get(search + "&limit=101", 400, "bad-parameter"),
        get(search + "&limit=-1", 400, "bad-parameter"),
        get(search + "&limit=1&limit=2", 400, "bad-parameter"),
        get(search + "&limit=9999999999999999999999", 400, "bad-parameter"),
        get(search + "&offset=10001", 400, "bad-parameter"),
        get(search + "&cursor=xyz", 400, "bad-parameter"),
        get(search + "&cursor=AAAA%00", 400, "bad-parameter"),
        get(search + "&cursor=a&offset=1", 400, "bad-parameter"),
        get(search + "&year=MMXX", 400, "bad-parameter"),
        get(search + "&asOf=2023-02-30", 400, "bad-parameter"),
        get(search + "&sort=id", 400, "bad-parameter"),
        get(search + "&facets=maybe", 400, "bad-parameter"),
        get("/api/v1/search?q=" + "a".repeat(501), 400, "bad-parameter"),
        get("/api/v1/search?q=" + "%22a+b%22+".repeat(33), 400, "query-too-complex"),
        get("/tim-kiem?q=" + "so:1+OR+".repeat(33) + "so:2", 400, "query-too-complex"),
        get("/tim-kiem.atom?q=" + "a+AND+".repeat(33) + "b", 400, "query-too-complex"),
        get("/api/v1/resolve?q=" + "nam:2020+".repeat(33), 400, "query-too-complex"),
        get("/tra-so?so=" + "dieu:1+".repeat(33), 400, "query-too-complex"),
        get("/api/v1/documents?number=" + "so:1+".repeat(33), 400, "query-too-complex"),
        body(
            "POST",
            "/api/v1/resolve",
            "{\"queries\":[\"" + "so:1 ".repeat(33) + "\"]}",
            400,
            "query-too-complex",
            JSON),
        get("/api/v1/search?" + "year=2020&".repeat(51), 400, "bad-parameter"),
        get("/api/v1/documents/x?at=hom-qua", 400, "bad-parameter"),
        get("/api/v1/suggest?limit=0", 400, "bad-parameter"),
        get("/api/v1/search?q=%C3%28", 400, "bad-request"),
        get("/api/v1/search?q=%ff%fe", 400, "bad-request"),
        get("/api/v1/search?q=%zz", 400, "bad-request"),
        get("/api/v1/search?q=%", 400, "bad-request"),
        // Paths
        get("/van-ban/../../etc/passwd", 400, "http-400"),
        get("/van-ban/%2e%2e/%2e%2e/%2e%2e/etc/passwd", 400, "http-400"),
        get("/tinh/..%2f..%2fetc%2fpasswd", 404, "not-found"),
        get("/tinh/%252e%252e%252fpasswd", 404, "not-found"),
        get("/tinh/%2e%2e%5cpasswd", 404, "not-found"),
        get("/api/v1/documents/%00", 400, "http-400"),
        get("/api/v1/documents/%C3%28", 400, "http-400"),
        get("/api/v1/documents/%zz", 400, "http-400"),
        get("/van-ban/x;jsessionid=1", 404, "not-found"),
        get("/api/v9/search", 404, "not-found"),
        get("/" + "a".repeat(9_000), 414, "http-414"),
        get(search + "a".repeat(70_000), 414, "http-414"),
        // Methods, headers
        row("DELETE", "/api/v1/search", 405, "method-not-allowed"),
        row("PUT", documents, 405, "method-not-allowed"),
        row("GET", "/control/commands", 405, "method-not-allowed"),
        row("TRACE", "/", 405, "method-not-allowed"),
        row("BREW", "/", 405, "method-not-allowed"),
        row("GET", "/", 431, "http-431", "X-Bomb: " + "a".repeat(20_000)),
        row("GET", "/", 431, "http-431", "X: y\r\n".repeat(3_000) + "X: y"),
        row("GET", "/", 400, "http-400", "Host: a\"><script>"),
        row("GET", "/", 400, "http-400", "Host: a b"),
        row("GET", "/", 400, "http-400", "Host: a", "Host: b"),
        row("GET", documents + "/khong-co/original", 404, "not-found", "Range: bytes=9-1,x"),
        row("GET", documents + "/khong-co", 404, "not-found", "If-None-Match: \"\"\",,W/"),
        row("POST", documents, 401, "unauthorized", "Content-Length: 0"),
        row(
            "POST",
            documents,
            401,
            "unauthorized",
            "Content-Length: 0",
            "Authorization: Basic eA=="),
        row(
            "POST",
            "/control/commands",
            403,
            "forbidden",
            AUTH,
            "X-Forwarded-For: 1.2.3.4",
            "Content-Length: 0"),
        // Bodies
        body("POST", documents, "x", 400, "bad-parameter"),
        body("POST", documents, "no boundary here", 400, "bad-request", form),
        body(
            "POST",
            documents,
            "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\nabc",
            400,
            "bad-request",
            form),
        body("POST", documents, "abc", 400, "bad-request", "Content-Type: multipart/form-data"),
        body(
            "POST",
            documents + "?name=a.txt",
            "a=b",
            415,
            "unsupported-media-type",
            "Content-Type: application/x-www-form-urlencoded"),
        body(
            "POST",
            documents,
            "--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\na\r\n"
                    .repeat(Uploads.MAX_PARTS + 1)
                + "--b--\r\n",
            413,
            "too-large",
            form),
        body("POST", documents + "/x/merge", "{", 400, "bad-request", JSON),
        body("POST", documents + "/x/merge", "[]", 400, "bad-request", JSON),
        body("POST", documents + "/x/merge", "", 400, "bad-request", JSON),
        body("POST", documents + "/x/merge", "[".repeat(5_000), 400, "bad-request", JSON),
        body("POST", documents + "/x/merge", "{\"vao\":1}", 400, "unknown-parameter", JSON),
        body("POST", documents + "/x/merge", " ".repeat(70_000), 413, "too-large", JSON),
        body("POST", documents + "/x/merge", "{\"into\":\"\u00c3(\"}", 400, "bad-request", JSON),
        // Framing
        raw(
            "both lengths",
            post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400),
        raw("two lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400),
        raw("negative length", post + "Content-Length: -1\r\n\r\n", 400),
        raw("length in words", post + "Content-Length: three\r\n\r\nabc", 400),
        raw("unknown coding", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400),
        new Row(
            "chunk of lies",
            post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
            400,
            "bad-request"),
        raw("no host", "GET / HTTP/1.1\r\n\r\n", 400),
        raw("folded header", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n", 400),
        raw("blank before colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400),
        raw("version 9.9", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 505),
        raw("rubbish", "\u0016\u0003\u0001rubbish\r\n\r\n", 400));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachGetsItsProblem(Row row) {
    String answer = exchange(row.bytes());
    assertThat(answer).startsWith("HTTP/1.1 " + row.status() + " ");
    assertThat(answer).contains("application/problem+json");
    assertThat(answer).contains("\"urn:vanban:problem:" + row.type() + "\"");
    assertThat(answer)
        .doesNotContainIgnoringCase("jetty")
        .doesNotContainIgnoringCase("javalin")
        .doesNotContain("Exception", "\tat ", ".java", "java.", "jackson", "root:");
  }

  /** After each of them. */
  @AfterEach
  void theServiceAnswersOn() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/search?q=dat"))
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
  }

  private String exchange(String bytes) {
    URI base = URI.create(server.base());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(20_000);
      InputStream in = socket.getInputStream();
      try {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
      } catch (SocketException e) {
        // Refused before all of it was sent; the answer is there all the same.
        assertThat(Optional.ofNullable(e.getMessage())).isPresent();
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
