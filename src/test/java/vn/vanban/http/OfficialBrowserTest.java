package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.registry.Scope;

/** An official who puts a document right, in a real browser, with scripts and without. */
@Tag("slow")
class OfficialBrowserTest extends InChromium {
  private static final String NAME = "mai";
  private static final String PASSWORD = "nắng sớm trên đồi chè";
  private static final String READ = "Thực hiện công tác bình đẳng giới năm 2020";
  private static final String RIGHT = "Thực hiện công tác bình đẳng giới năm 2020 của tỉnh Mẫu Sơn";

  private TikaExtractor extractor;
  private WritingServer server;
  private String document;

  @BeforeAll
  void start(@TempDir Path folder) {
    extractor = new TikaExtractor(Limits.DEFAULT);
    server = new WritingServer(folder, extractor, Limits.DEFAULT, (d, a, out, err) -> 0);
    document =
        "/van-ban/"
            + server.registry().register(List.of(SampleTexts.plan())).getFirst().documentId();
    server.follower().catchUp();
    server
        .registry()
        .accounts()
        .add(NAME, Passwords.hash(PASSWORD), List.of(Scope.CORRECT), Instant.now());
  }

  @AfterAll
  void stop() {
    server.close();
    extractor.close();
  }

  @ParameterizedTest(name = "scripts: {0}")
  @ValueSource(booleans = {false, true})
  void anOfficialPutsASubjectRightAndTakesItBack(boolean scripts) {
    device(scripts ? 1280 : 360, "light");
    if (scripts) {
      withScripts(this::walk);
    } else {
      walk();
    }
    noRefusals();
  }

  private void walk() {
    browser.get(server.base() + "/");
    browser.findElement(By.name("q")).sendKeys("383/KH-UBND", Keys.ENTER);
    awaitAddress("/tim-kiem?q=383");
    follow(browser.findElement(By.cssSelector(".hits h2 a")));
    assertThat(heading()).isEqualTo("Kế hoạch 383/KH-UBND");
    browser.findElement(By.linkText("26/02/2020")).click();
    awaitAddress("#doan");
    WebElement read = browser.findElement(By.cssSelector("mark#doan, .read.kept"));
    assertThat(read.getText()).isEqualTo("ngày 26 tháng 02 năm 2020");
    assertThat(inView(read)).isTrue();
    assertThat(browser.findElements(By.linkText("Đính chính"))).as("a guest").isEmpty();

    follow(browser.findElement(By.linkText("Đăng nhập")));
    signIn("sai mật khẩu rồi");
    assertThat(browser.findElement(By.cssSelector("[role=alert]")).getText())
        .isEqualTo("Tên hoặc mật khẩu không đúng.");
    signIn(PASSWORD);
    assertThat(path()).as("back where one was").startsWith(document);

    follow(browser.findElement(By.linkText("Rà soát")));
    WebElement waiting = browser.findElement(By.cssSelector(".queue > li"));
    assertThat(waiting.getText())
        .contains("Kế hoạch 383/KH-UBND", "Người ký: Nguyễn Văn Mẫu", "có thể không phải người ký");
    follow(waiting.findElement(By.cssSelector("h2 a")));
    follow(browser.findElement(By.linkText("Đính chính")));
    follow(browser.findElement(By.linkText("Trích yếu")));
    assertThat(browser.findElement(By.cssSelector(".quote mark")).getText()).isEqualTo(READ);
    WebElement value = browser.findElement(By.name("gia-tri"));
    assertThat(value.getDomProperty("value")).isEqualTo(READ);
    value.clear();
    value.sendKeys(RIGHT);
    browser.findElement(By.name("ly-do")).sendKeys("đối chiếu bản giấy");
    press("Ghi đính chính");
    assertThat(path()).isEqualTo(document + "/lich-su");
    assertThat(browser.findElement(By.cssSelector("ol.queue > li")).getText())
        .contains("đính chính, " + NAME + " – đối chiếu bản giấy", READ + " → " + RIGHT);

    follow(browser.findElement(By.cssSelector("h1 a")));
    assertThat(browser.findElement(By.className("subject")).getText()).isEqualTo(RIGHT);
    follow(browser.findElement(By.linkText("Lịch sử")));
    browser.findElement(By.name("ly-do")).sendKeys("bản giấy là bản nháp");
    press("Rút");
    assertThat(browser.findElements(By.cssSelector("ul.queue"))).as("still holds").isEmpty();
    assertThat(browser.findElement(By.cssSelector("ol.queue > li")).getText())
        .contains(NAME + " – bản giấy là bản nháp", RIGHT + " → " + READ);
    browser.get(server.base() + document);
    assertThat(browser.findElement(By.className("subject")).getText()).isEqualTo(READ);

    press("Đăng xuất");
    assertThat(path()).isEqualTo("/");
    browser.get(server.base() + document);
    assertThat(browser.findElements(By.linkText("Đính chính"))).as("signed out").isEmpty();
    assertThat(browser.findElement(By.linkText("Đăng nhập")).isDisplayed()).isTrue();
  }

  private String[] pages() {
    return new String[] {
      "/dang-nhap",
      "/ra-soat",
      document,
      document + "/dinh-chinh",
      document + "/dinh-chinh?truong=subject",
      document + "/dinh-chinh?truong=kind",
      document + "/lich-su"
    };
  }

  /** Those of guests are in {@link BrowserTest}. */
  @Test
  void noPageForOfficialsIsLeftOut(@TempDir Path folder) {
    List<String> routes = new ArrayList<>(server.routes());
    try (RunningServer guests = new RunningServer(folder)) {
      routes.removeAll(guests.routes());
    }
    assertThat(routesOfPages(routes))
        .isNotEmpty()
        .allMatch(route -> Arrays.stream(pages()).anyMatch(path -> isOf(route, path)));
  }

  @ParameterizedTest
  @CsvSource({"320, light, vi", "320, light, en", "1280, dark, vi", "1280, dark, en"})
  void pagesForOfficialsFitTheirScreenAndEverybody(int width, String scheme, String language) {
    device(width, scheme);
    browser.get(server.base() + "/dang-nhap?ve=/ngon-ngu/" + language);
    signIn(PASSWORD);
    withScripts(() -> audit(language, server.base(), pages()));
    noRefusals();
  }

  private void signIn(String password) {
    WebElement name = browser.findElement(By.name("ten"));
    name.clear();
    name.sendKeys(NAME);
    browser.findElement(By.name("mat-khau")).sendKeys(password);
    follow(browser.findElement(By.cssSelector("main button[type=submit]")));
  }

  private void press(String button) {
    follow(browser.findElement(By.xpath("//button[normalize-space()='" + button + "']")));
  }

  /** Clicks, and waits until the page that was there has gone. */
  private void follow(WebElement link) {
    WebElement old = browser.findElement(By.tagName("html"));
    link.click();
    new WebDriverWait(browser, PATIENCE)
        .ignoring(WebDriverException.class) // while pages change, Chromium knows of neither
        .until(ExpectedConditions.stalenessOf(old));
  }

  private String heading() {
    return browser.findElement(By.tagName("h1")).getText();
  }

  private String path() {
    return String.valueOf(browser.getCurrentUrl())
        .substring(server.base().length())
        .replaceFirst("[?#].*", "");
  }
}
