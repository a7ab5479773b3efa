package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code token} and {@code user} while a server of its own process holds the data folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class AccountsBesideServerTest {
  private static final String PASSWORD = "nắng sớm trên đồi chè";
  private static final String ANOTHER = "mưa chiều trên sông Thu";

  private final HttpClient client = HttpClient.newHttpClient();
  private Path data;
  private Process server;
  private URI address;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    data = folder.resolve("du-lieu");
    server = ServeCrashTest.start(data);
    BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
    assertThat(lines.readLine()).contains("http://localhost:");
    address = URI.create(ControlFile.read(data).orElseThrow().address());
  }

  @AfterAll
  void stop() throws InterruptedException {
    client.close();
    server.destroy();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aTokenWorksAtOnceAndRevokedEndsAtOnce() {
    CommandLineRun made = run("token", "create", "máy quét", "--scope", "correct");
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(made.err()).contains("Hãy cất mã này ngay");
    assertThat(made.lines()).hasSize(1);
    String token = made.lines().getFirst();
    assertThat(token).startsWith("vanban_");
    assertThat(review(token)).isEqualTo(200);
    assertThat(run("token", "list").out())
        .contains("máy quét  [correct]")
        .doesNotContain(token, token.substring("vanban_".length()));

    CommandLineRun again = run("token", "create", "máy quét");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.out()).isEmpty();
    assertThat(again.complaint()).isEqualTo("Đã có người dùng hoặc mã mang tên “máy quét”.");

    assertThat(run("token", "revoke", "máy quét").out()).isEqualTo("Đã thu hồi máy quét.\n");
    assertThat(review(token)).isEqualTo(401);
    assertThat(run("token", "list").out()).doesNotContain("máy quét");
    CommandLineRun gone = run("token", "revoke", "máy quét");
    assertThat(gone.exit()).isEqualTo(1);
    assertThat(gone.complaint()).isEqualTo("Không có mã truy cập nào mang tên “máy quét”.");
  }

  @Test
  void aTokenIsRevokedByItsIdAndHoldsNoMoreThanItsScopes() {
    String reading = run("token", "create", "đọc", "--expires", "12h").lines().getFirst();
    String ingesting = run("token", "create", "nhận", "--scope", "ingest,read").lines().getFirst();
    assertThat(review(reading)).isEqualTo(403);
    assertThat(review(ingesting)).isEqualTo(403);
    assertThat(status("GET", "/api/v1/search?q=a", "", "Authorization", "Bearer " + reading))
        .isEqualTo(200);
    for (String line : run("token", "list").lines()) {
      String id = line.substring(0, line.indexOf(' '));
      assertThat(run("token", "revoke", id).exit()).isZero();
    }
    for (String token : new String[] {reading, ingesting}) {
      assertThat(status("GET", "/api/v1/search?q=a", "", "Authorization", "Bearer " + token))
          .isEqualTo(401);
    }
  }

  @Test
  void wrongUseIsToldByTheServerAsItIsByTheCommandAlone() {
    for (Object[] wrong :
        new Object[][] {
          {"token", "create", "x", "--expires", "90x", "--data", data},
          {"token", "create", "x", "--scope", "all", "--data", data}
        }) {
      CommandLineRun run = CommandLineRun.of(wrong);
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("Usage: vanban token create");
    }
    assertThat(run("token", "create", "a/b").complaint()).contains("không thể là “a/b”");
    assertThat(run("user", "disable", "khongco").complaint())
        .isEqualTo("Không có người dùng nào tên “khongco”.");
  }

  @Test
  void whoIsDisabledOrRemovedIsSignedOutAtOnce() {
    assertThat(typing("ngắn quá", "user", "add", "mai").exit()).isEqualTo(1);
    assertThat(run("user", "list").out()).isEmpty();
    CommandLineRun added = typing(PASSWORD, "user", "add", "mai", "--scope", "correct");
    assertThat(added.exit()).as(added.err()).isZero();
    assertThat(added.out()).isEqualTo("Đã thêm người dùng mai.\n").doesNotContain("argon2");
    assertThat(run("user", "list").out()).isEqualTo("mai  [correct]\n");
    String first = signIn("mai", PASSWORD);
    assertThat(queue(first)).isEqualTo(200);

    assertThat(typing(ANOTHER, "user", "password", "mai").out())
        .isEqualTo("Đã đổi mật khẩu của mai.\n");
    assertThat(queue(first)).as("signed in before").isEqualTo(401);
    assertThat(attempt("mai", PASSWORD).statusCode()).isEqualTo(422);
    String second = signIn("mai", ANOTHER);
    assertThat(queue(second)).isEqualTo(200);

    assertThat(run("user", "disable", "mai").out()).isEqualTo("Đã khóa mai.\n");
    assertThat(queue(second)).as("disabled").isEqualTo(401);
    assertThat(attempt("mai", ANOTHER).statusCode()).isEqualTo(422);
    assertThat(run("user", "list").out()).contains("(đã khóa)");

    assertThat(run("user", "disable", "mai", "--undo").out()).isEqualTo("Đã mở khóa mai.\n");
    assertThat(queue(second)).as("a session that ended stays so").isEqualTo(401);
    String third = signIn("mai", ANOTHER);
    assertThat(queue(third)).isEqualTo(200);

    assertThat(run("user", "remove", "mai").out()).isEqualTo("Đã xóa người dùng mai.\n");
    assertThat(queue(third)).as("removed").isEqualTo(401);
    assertThat(attempt("mai", ANOTHER).statusCode()).isEqualTo(422);
    assertThat(run("user", "list").out()).isEmpty();
  }

  /** Some systems give letters and marks apart. */
  @Test
  void aNameIsTheSameHoweverItsMarksAreTyped() {
    String apart = Normalizer.normalize("Trần Thị Nhã", Normalizer.Form.NFD);
    assertThat(typing(PASSWORD, "user", "add", apart, "--scope", "correct").exit()).isZero();
    String cookie = signIn(apart, PASSWORD);
    assertThat(queue(cookie)).isEqualTo(200);
    CommandLineRun disabled = run("user", "disable", apart);
    assertThat(disabled.exit()).as(disabled.err()).isZero();
    assertThat(queue(cookie)).isEqualTo(401);
    assertThat(run("user", "remove", "Trần Thị Nhã").exit()).isZero();
    String program = Normalizer.normalize("máy đọc", Normalizer.Form.NFD);
    String token = run("token", "create", program).lines().getFirst();
    assertThat(run("token", "revoke", program).exit()).isZero();
    assertThat(review(token)).isEqualTo(401);
  }

  private CommandLineRun run(String... words) {
    Object[] args = new Object[words.length + 2];
    System.arraycopy(words, 0, args, 0, words.length);
    args[words.length] = "--data";
    args[words.length + 1] = data;
    return CommandLineRun.of(args);
  }

  /** As {@link #run}, with a password on standard input. */
  private CommandLineRun typing(String password, String... words) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      String[] args = new String[words.length + 1];
      System.arraycopy(words, 0, args, 0, words.length);
      args[words.length] = "--password-stdin";
      return run(args);
    } finally {
      System.setIn(before);
    }
  }

  private int review(String token) {
    return status("GET", "/api/v1/review", "", "Authorization", "Bearer " + token);
  }

  private int queue(String cookie) {
    return status("GET", "/ra-soat", "", "Cookie", cookie);
  }

  private String signIn(String name, String password) {
    HttpResponse<String> answer = attempt(name, password);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  private HttpResponse<String> attempt(String name, String password) {
    return send(
        "POST",
        "/dang-nhap",
        "ten="
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
            + "&mat-khau="
            + URLEncoder.encode(password, StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private int status(String method, String path, String body, String... headers) {
    return send(method, path, body, headers).statusCode();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .headers(headers)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
