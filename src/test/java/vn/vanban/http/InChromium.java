package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser, and what has to be so on every page. Scripts of pages are off unless told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InChromium {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /**
   * What axe-core finds against WCAG 2.2 A and AA, with the page's layout shift (web.dev/cls) and
   * weight on the wire in bytes, and how many rules it passes.
   */
  private static final String AUDIT =
      """
      const done = arguments[arguments.length - 1];
      let shift = 0;
      new PerformanceObserver(list => list.getEntries().forEach(e => shift += e.value))
          .observe({ type: 'layout-shift', buffered: true });
      axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',
          'wcag21aa', 'wcag22aa', 'best-practice'] }).then(found => done([
        found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | '))
            .join('\\n'),
        shift,
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
            .reduce((sum, e) => sum + e.encodedBodySize, 0), found.passes.length]), e => done(['' + e, 0, 0, 0]));
      """;

  /** Words with Vietnamese letters where the page says that it speaks English. */
  private static final String VIETNAMESE_IN_ENGLISH =
      """
      const words = [];
      const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
      for (let n; (n = walk.nextNode());) {
        if (/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(n.data)
            && !n.parentElement.closest('[lang=vi], title, script')) words.push(n.data.trim());
      }
      return words.join('\\n');
      """;

  /** What the policy would refuse, or a stranger's text might smuggle in. */
  private static final String FORBIDDEN =
      "script:not([src^='/tinh/'], [type='application/ld+json']), style, [style]:not(.preview),"
          + " [onclick], [onerror]";

  /** What shows no page of its own: files, data, what leads on, and the piece that is a preview. */
  private static final Pattern NO_PAGE =
      Pattern.compile(
          "/api/v1/.*|.*\\.(atom|xml|txt|yaml)|/tinh/.*|/health|/ready|/metrics|/goi-y"
              + "|/ngon-ngu/.*|/van-ban|.*/vien-dan(/xem-truoc)?");

  ChromeDriver browser;

  @BeforeAll
  void open(@TempDir Path profile) {
    boolean present = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    if (!Boolean.getBoolean("vanban.noSkip")) {
      Assumptions.assumeTrue(
          present, "no browser: the Debian packages chromium and chromium-driver are missing");
    }
    assertThat(present).as("chromium and chromium-driver are installed").isTrue();
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
  void quit() {
    if (browser != null) {
      browser.quit();
    }
  }

  @AfterEach
  void forget() {
    browser.manage().deleteAllCookies();
  }

  /** A key press returns before the page that it asks for is there. */
  final void awaitAddress(String part) {
    new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.urlContains(part));
  }

  /** The addresses of pages among routes; the others lead on, or are for programs. */
  static List<String> routesOfPages(List<String> routes) {
    return routes.stream()
        .filter(route -> route.startsWith("GET "))
        .map(route -> route.substring("GET ".length()))
        .filter(path -> !NO_PAGE.matcher(path).matches())
        .toList();
  }

  /** Whether a path with its query is one of a route such as {@code /co-quan/{id}}. */
  static boolean isOf(String route, String path) {
    return path.replaceFirst("[?#].*", "").matches(route.replaceAll("\\{[a-z]+}", "[^/]+"));
  }

  /** Holds each page against what has to be so, in the language that was chosen. */
  final void audit(String language, String base, String... paths) {
    String axe = axe();
    SoftAssertions.assertSoftly(softly -> {
      for (String path : paths) {
        browser.get(base + path);
        softly.assertThat(overhang()).as("wider than the screen: " + path).isEqualTo(0L);
        softly
            .assertThat(browser.findElements(By.cssSelector("main, header.top, footer")))
            .as(path)
            .hasSize(3);
        softly.assertThat(browser.findElements(By.tagName("h1"))).as(path).hasSize(1);
        softly.assertThat(browser.findElements(By.cssSelector(FORBIDDEN))).as(path).isEmpty();
        browser.executeScript(axe);
        List<?> audit = (List<?>) Objects.requireNonNull(browser.executeAsyncScript(AUDIT));
        softly.assertThat(audit.get(0)).as(path).isEqualTo("");
        softly
            .assertThat(((Number) Objects.requireNonNull(audit.get(1))).doubleValue())
            .as("layout shift of " + path)
            .isLessThan(0.01);
        softly
            .assertThat(((Number) Objects.requireNonNull(audit.get(2))).longValue())
            .as("weight of " + path)
            .isBetween(1L, 150_000L);
        softly
            .assertThat(((Number) Objects.requireNonNull(audit.get(3))).intValue())
            .as("rules that apply to " + path)
            .isGreaterThan(10);
        softly
            .assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
            .as(path)
            .isEqualTo(language);
        if (language.equals("en")) {
          softly.assertThat(browser.executeScript(VIETNAMESE_IN_ENGLISH)).as(path).isEqualTo("");
        }
      }
    });
  }

  /** The policy of the pages refused nothing since this was asked. */
  final void noRefusals() {
    assertThat(browser.manage().logs().get("browser").getAll())
        .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
  }

  /** The script of axe-core, as its publisher packs it for Selenium. */
  private static String axe() {
    try (InputStream in =
        Objects.requireNonNull(InChromium.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final void withScripts(Runnable walk) {
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    try {
      walk.run();
    } finally {
      browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }
  }

  final void await(String selector) {
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
  }

  final void focus(WebElement element) {
    browser.executeScript("arguments[0].focus()", element);
  }

  final void device(int width, String scheme) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 740, "deviceScaleFactor", 1, "mobile", width < 700));
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Nothing makes the page wider than the screen. */
  final void fits() {
    assertThat(overhang()).as(browser.getCurrentUrl()).isEqualTo(0L);
  }

  private @Nullable Object overhang() {
    return browser.executeScript(
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  final boolean inView(WebElement element) {
    return Boolean.TRUE.equals(
        Objects.requireNonNull(
            browser.executeScript(
                "const r = arguments[0].getBoundingClientRect();"
                    + "return r.top >= 0 && r.top < innerHeight",
                element)));
  }
}
