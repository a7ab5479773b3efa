package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** People at a telephone and at a desk, in a real browser that may run no scripts of the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** Contrast of text to its ground, 4.5 for normal text (WCAG 2.2, 1.4.3). */
  private static final String LOW_CONTRAST =
      """
      const light = c => { const [r, g, b] = c.map(v => { v /= 255;
        return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const rgb = s => s.match(/[0-9.]+/g).map(Number);
      const ground = e => { for (; e; e = e.parentElement) {
        const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; }
        return [255, 255, 255]; };
      const low = [];
      for (const e of document.querySelectorAll('body *')) {
        const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
        if (!own || !e.checkVisibility() || e.closest('.hidden, .skip')) continue;
        const a = light(rgb(getComputedStyle(e).color).slice(0, 3)), b = light(ground(e).slice(0, 3));
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) low.push(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
      }
      return low.join('\\n');
      """;

  private RunningServer server;
  private ChromeDriver browser;

  @BeforeAll
  void start(@TempDir Path folder, @TempDir Path profile) throws IOException {
    boolean present = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    if (!Boolean.getBoolean("vanban.noSkip")) {
      Assumptions.assumeTrue(
          present, "no browser: the Debian packages chromium and chromium-driver are missing");
    }
    assertThat(present).as("chromium and chromium-driver are installed").isTrue();
    server =
        new RunningServer(
            folder, SampleTexts.plan(), SampleTexts.large(300), SampleTexts.hostile());
    // The driver's debugging protocol is newer than the client's; what is used here is stable.
    Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions().setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    browser = new ChromeDriver(service, options);
    // Scripts of pages are off; the test's own still run.
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.quit();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aCitizenWithATelephoneFindsADocumentWithoutTypingMarks() {
    device(360, "light");
    browser.get(server.base() + "/");
    fits();
    browser.findElement(By.name("q")).sendKeys("binh dang gioi", Keys.ENTER);
    awaitAddress("/tim-kiem?q=binh+dang+gioi");
    fits();
    assertThat(browser.findElement(By.name("q")).getDomProperty("value"))
        .isEqualTo("binh dang gioi");
    WebElement first = browser.findElements(By.cssSelector(".hits > li")).getFirst();
    assertThat(first.getText())
        .contains(
            "Kế hoạch 383/KH-UBND",
            "Thông báo về văn bản",
            "Ủy ban nhân dân tỉnh Mẫu Sơn",
            "26/02/2020");
    assertThat(first.findElements(By.tagName("mark"))).isNotEmpty();
    first.findElement(By.cssSelector("h2 a")).click();
    assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Kế hoạch 383/KH-UBND");
    fits();
    browser.findElement(By.linkText("Ủy ban nhân dân tỉnh Mẫu Sơn")).click();
    assertThat(browser.getCurrentUrl()).endsWith("#doan");
    assertThat(browser.findElement(By.cssSelector("mark#doan")).getText())
        .contains("ỦY BAN NHÂN DÂN");
    fits();
  }

  @Test
  void aPassageLeadsToItsProvision() {
    device(360, "dark");
    browser.get(server.base() + "/tim-kiem?q=b%C3%A1o+c%C3%A1o+th%C3%A1ng+12");
    browser.findElement(By.cssSelector(".hits a.place")).click();
    assertThat(browser.getCurrentUrl()).contains("?muc=chuong-i.dieu-2#chuong-i.dieu-2");
    WebElement target = browser.findElement(By.cssSelector("section:target"));
    assertThat(target.getText()).startsWith("Điều 2. Thời hạn");
    assertThat(inView(target)).isTrue();
  }

  @Test
  void aFarArticleOfALongTextIsReachedThroughItsPart() {
    device(1280, "light");
    browser.get(server.base() + "/van-ban/" + server.id(1));
    browser.findElement(By.cssSelector(".contents summary")).click();
    browser.findElement(By.partialLinkText("Điều 250")).click();
    WebElement target = browser.findElement(By.cssSelector("section:target"));
    assertThat(target.getText()).startsWith("Điều 250. Quy định thứ 250");
    assertThat(inView(target)).isTrue();
    assertThat(browser.findElement(By.cssSelector(".text .pager")).getText()).contains("Phần 3 / ");
  }

  /** A key press returns before the page that it asks for is there. */
  private void awaitAddress(String part) {
    new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.urlContains(part));
  }

  @Test
  void filtersAreAPlainForm() {
    device(1280, "light");
    browser.get(server.base() + "/tim-kiem?q=");
    browser.findElement(By.name("nam")).sendKeys("2020", Keys.ENTER);
    awaitAddress("nam=2020");
    assertThat(browser.findElements(By.cssSelector(".hits > li"))).hasSize(1);
    browser.findElement(By.linkText("Bỏ lọc")).click();
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.not(ExpectedConditions.urlContains("nam=2020")));
    assertThat(browser.findElements(By.cssSelector(".hits > li"))).hasSize(3);
  }

  @Test
  void aCountIsALinkThatNarrowsAndCanBeTakenBack() {
    device(360, "light");
    browser.get(server.base() + "/tim-kiem?q=");
    browser.findElement(By.cssSelector(".filters summary")).click();
    WebElement types = browser.findElement(By.cssSelector(".facet[aria-label='Loại văn bản']"));
    assertThat(types.getText()).containsPattern("Kế hoạch\\s+1").containsPattern("Luật\\s+1");
    types.findElement(By.linkText("Luật")).click();
    awaitAddress("loai=Lu%E1%BA%ADt");
    assertThat(browser.findElements(By.cssSelector(".hits > li"))).hasSize(1);
    // Counts of the field itself leave its own filter aside.
    browser.findElement(By.cssSelector(".filters summary")).click();
    browser.findElement(By.linkText("Kế hoạch")).click();
    awaitAddress("loai=K%E1%BA%BF%20ho%E1%BA%A1ch");
    assertThat(browser.findElements(By.cssSelector(".hits > li"))).hasSize(2);
    fits();
    browser.findElement(By.cssSelector(".selected a[aria-label='Bỏ Luật']")).click();
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.not(ExpectedConditions.urlContains("Lu%E1%BA%ADt")));
    assertThat(browser.findElement(By.cssSelector(".hits .name")).getText())
        .contains("383/KH-UBND");
    browser.findElement(By.linkText("Cũ nhất")).click();
    awaitAddress("sap-xep=cu-nhat");
    assertThat(browser.findElement(By.cssSelector(".orders [aria-current]")).getText())
        .isEqualTo("Cũ nhất");
    assertThat(browser.getCurrentUrl()).contains("loai=K");
  }

  @Test
  void aDocumentLeadsToThoseLikeIt() {
    device(360, "light");
    browser.get(server.base() + "/van-ban/" + server.id(0));
    browser.findElement(By.linkText("Văn bản dẫn chiếu đến văn bản này")).click();
    awaitAddress("/dan-chieu");
    fits();
    assertThat(browser.findElement(By.tagName("main")).getText())
        .contains("Kế hoạch 383/KH-UBND", "Chưa thấy văn bản nào");
  }

  @Test
  void withScriptsTheBoxIsACombobox() {
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    try {
      device(1280, "light");
      browser.get(server.base() + "/");
      WebElement box = browser.findElement(By.name("q"));
      assertThat(box.getDomAttribute("role")).isEqualTo("combobox");
      assertThat(box.getDomAttribute("aria-expanded")).isEqualTo("false");
      box.sendKeys("binh dang gioi", Keys.ARROW_DOWN, Keys.ENTER);
      awaitAddress("/tim-kiem?q=binh+dang+gioi");
      assertThat(browser.manage().logs().get("browser").getAll()).isEmpty();
    } finally {
      browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }
  }

  @Test
  void theKeyboardGoesFromTheSkipLinkToTheHit() {
    device(1280, "light");
    browser.get(server.base() + "/tim-kiem?q=binh+dang+gioi");
    browser.findElement(By.tagName("body")).sendKeys(Keys.TAB);
    assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Đến nội dung chính");
    browser.switchTo().activeElement().sendKeys(Keys.ENTER);
    for (int i = 0; i < 40; i++) {
      browser.switchTo().activeElement().sendKeys(Keys.TAB);
      if (String.valueOf(browser.switchTo().activeElement().getDomAttribute("href"))
          .startsWith("/van-ban/")) {
        break;
      }
    }
    WebElement active = browser.switchTo().activeElement();
    assertThat(active.getCssValue("outline-style")).isEqualTo("solid");
    active.sendKeys(Keys.ENTER);
    awaitAddress("/van-ban/");
    assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Kế hoạch 383/KH-UBND");
  }

  @ParameterizedTest
  @CsvSource({"320, light", "360, dark", "768, light", "1280, dark"})
  void everyPageFitsItsScreenAndCanBeRead(int width, String scheme) {
    device(width, scheme);
    for (String path :
        List.of(
            "/",
            "/tim-kiem?q=binh+dang+gioi",
            "/tim-kiem?q=khongcogica",
            "/tim-kiem?q=alert",
            "/van-ban/" + server.id(0),
            "/van-ban/" + server.id(1) + "?phan=2",
            "/van-ban/" + server.id(2),
            "/van-ban/" + server.id(2) + "/tuong-tu",
            "/tim-kiem?q=&loai=Lu%E1%BA%ADt&sap-xep=cu-nhat&ngay=2020-01-01",
            "/khong/co")) {
      browser.get(server.base() + path);
      fits();
      assertThat(browser.executeScript(LOW_CONTRAST)).as(path).isEqualTo("");
      assertThat(browser.findElements(By.cssSelector("main, header.top, footer"))).hasSize(3);
      assertThat(browser.findElements(By.tagName("h1"))).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/tim-kiem?q=alert", "/van-ban/2"})
  void nothingIsRefusedByThePagesOwnPolicy(String path) {
    device(360, "light");
    browser.get(server.base() + (path.equals("/van-ban/2") ? "/van-ban/" + server.id(2) : path));
    assertThat(browser.manage().logs().get("browser").getAll())
        .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    assertThat(
            browser.findElements(
                By.cssSelector(
                    "script:not([src^='/tinh/']), style, [style], [onclick], [onerror]")))
        .isEmpty();
  }

  private void device(int width, String scheme) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 740, "deviceScaleFactor", 1, "mobile", width < 700));
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Nothing makes the page wider than the screen. */
  private void fits() {
    Object overhang =
        browser.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(overhang).as(browser.getCurrentUrl()).isEqualTo(0L);
  }

  private boolean inView(WebElement element) {
    return Boolean.TRUE.equals(
        Objects.requireNonNull(
            browser.executeScript(
                "const r = arguments[0].getBoundingClientRect();"
                    + "return r.top >= 0 && r.top < innerHeight",
                element)));
  }
}
