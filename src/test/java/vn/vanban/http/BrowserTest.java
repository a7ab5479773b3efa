package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** People at a telephone and at a desk, in a real browser that may run no scripts of the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class BrowserTest extends InChromium {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server =
        new RunningServer(
            folder,
            SampleTexts.plan(),
            SampleTexts.large(300),
            SampleTexts.hostile(),
            SampleTexts.citing("báo cáo.txt", "383/KH-UBND"));
  }

  @AfterAll
  void stop() {
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
  void aCitizenWithATelephoneOpensTheArticleThatHeLookedFor() {
    device(360, "dark");
    browser.get(server.base() + "/");
    browser.findElement(By.name("q")).sendKeys("bao cao truoc ngay 10 thang 12", Keys.ENTER);
    awaitAddress("/tim-kiem?q=bao+cao");
    browser.findElement(By.cssSelector(".hits a.place")).click();
    assertThat(browser.getCurrentUrl()).contains("?muc=chuong-i.dieu-2#chuong-i.dieu-2");
    WebElement target = browser.findElement(By.cssSelector("section:target"));
    assertThat(target.getText()).startsWith("Điều 2. Thời hạn");
    assertThat(inView(target)).isTrue();
    // The article can be cited at once; what is asked for is told, not only shown.
    assertThat(target.findElement(By.cssSelector(".cite .words")).getText())
        .isEqualTo(
            "Điều 2 Kế hoạch số 383/KH-UBND ngày 26 tháng 2 năm 2020 của Ủy ban nhân dân tỉnh Mẫu Sơn");
    fits();
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
    assertThat(browser.findElements(By.cssSelector(".hits > li"))).hasSize(4);
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
    browser.get(server.base() + "/van-ban/" + server.id(1));
    browser.findElement(By.linkText("Văn bản dẫn chiếu đến văn bản này")).click();
    awaitAddress("/dan-chieu");
    fits();
    assertThat(browser.findElement(By.tagName("main")).getText())
        .contains("Luật", "Chưa thấy văn bản nào");
  }

  @Test
  void withScriptsTheBoxIsACombobox() {
    withScripts(() -> {
      device(1280, "light");
      browser.get(server.base() + "/");
      WebElement box = browser.findElement(By.name("q"));
      assertThat(box.getDomAttribute("role")).isEqualTo("combobox");
      assertThat(box.getDomAttribute("aria-expanded")).isEqualTo("false");
      box.sendKeys("ke hoach 383");
      await(".suggestions [role=option]");
      assertThat(box.getDomAttribute("aria-expanded")).isEqualTo("true");
      box.sendKeys(Keys.ARROW_DOWN);
      String active = Objects.requireNonNull(box.getDomAttribute("aria-activedescendant"));
      assertThat(browser.findElement(By.id(active)).getDomAttribute("aria-selected"))
          .isEqualTo("true");
      box.sendKeys(Keys.ESCAPE);
      assertThat(box.getDomProperty("value")).isEqualTo("ke hoach 383");
      assertThat(box.getDomAttribute("aria-expanded")).isEqualTo("false");
      box.sendKeys(Keys.ENTER);
      awaitAddress("/tim-kiem?q=ke+hoach+383");
      assertThat(browser.manage().logs().get("browser").getAll()).isEmpty();
    });
  }

  @Test
  void dataForMachinesIsNoScriptToThePolicyWhereScriptsRun() {
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    try {
      device(1280, "light");
      browser.get(server.base() + "/van-ban/" + server.id(2));
      assertThat(browser.findElements(By.cssSelector("script[type='application/ld+json']")))
          .hasSize(1);
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

  @Test
  void withScriptsReadingIsEasier() {
    withScripts(() -> {
      device(1280, "light");
      browser.get(server.base() + "/van-ban/" + server.id(0));
      // A value lights up where it was read.
      WebElement number = browser.findElement(By.linkText("383/KH-UBND"));
      focus(number);
      assertThat(browser.findElement(By.cssSelector(".lit")).getText()).isEqualTo("383/KH-UBND");
      number.sendKeys(Keys.ENTER);
      assertThat(browser.switchTo().activeElement().getText()).isEqualTo("383/KH-UBND");
      assertThat(browser.getCurrentUrl()).endsWith("#doan");
      // The contents follow.
      browser.executeScript("document.getElementById('chuong-ii.dieu-3').scrollIntoView()");
      browser.executeScript("scrollBy(0, -50)");
      await("a[aria-current=location]");
      // A provision gives its citation; the browser of a test keeps the clipboard to itself or not.
      browser
          .findElement(By.cssSelector(".permalink[aria-label='Điểm a khoản 2 Điều 1']"))
          .sendKeys(Keys.ENTER);
      WebElement words = browser.findElement(By.cssSelector(".diem .cite .words"));
      assertThat(words.getText()).startsWith("Điểm a khoản 2 Điều 1 Kế hoạch số 383/KH-UBND ngày");
      browser.switchTo().activeElement().sendKeys(Keys.ENTER);
      await(".diem .cite [role=status]:not(:empty)");
      // A citation tells what it means, and stops when told.
      browser.get(server.base() + "/van-ban/" + server.id(3));
      WebElement cited = browser.findElement(By.cssSelector("a.cites"));
      focus(cited);
      await("#xem-truoc:not([hidden])");
      assertThat(browser.findElement(By.id("xem-truoc")).getText())
          .contains("Có thể là:", "Kế hoạch 383/KH-UBND", "Ủy ban nhân dân tỉnh Mẫu Sơn");
      assertThat(cited.getDomAttribute("aria-describedby")).isEqualTo("xem-truoc");
      cited.sendKeys(Keys.ESCAPE);
      assertThat(browser.findElement(By.id("xem-truoc")).isDisplayed()).isFalse();
      cited.sendKeys(Keys.ENTER);
      // Numbers of people's committees repeat in every province: the choice is the reader's.
      awaitAddress("/tim-kiem?q=383%2FKH-UBND");
    });
  }

  private String[] pages() {
    return new String[] {
      "/",
      "/tim-kiem?q=binh+dang+gioi",
      "/tim-kiem?q=khongcogica",
      "/tim-kiem?q=alert&giai-thich=1",
      "/van-ban/" + server.id(0) + "?muc=chuong-i.dieu-1.khoan-2",
      "/van-ban/" + server.id(0) + "/so-sanh",
      "/van-ban/" + server.id(1) + "?phan=2",
      "/van-ban/" + server.id(2),
      "/van-ban/" + server.id(3),
      "/van-ban/" + server.id(2) + "/tuong-tu",
      "/tim-kiem?q=&loai=Lu%E1%BA%ADt&sap-xep=cu-nhat&ngay=2020-01-01",
      "/tra-so?so=383%2FKHUBND",
      "/day-so?nam=2020&co-quan=UBND+t%E1%BB%89nh+M%E1%BA%ABu+S%C6%A1n",
      "/day-so",
      "/co-quan",
      "/co-quan/uy-ban-nhan-dan-tinh-mau-son",
      "/co-quan/uy-ban-nhan-dan-tinh-binh-dinh",
      "/van-ban/" + server.id(0) + "/dan-chieu",
      "/tra-so",
      "/co-quan?ten=UBND",
      "/thong-ke",
      "/api",
      "/khong/co"
    };
  }

  @Test
  void noPageIsLeftOut() {
    assertThat(routesOfPages(server.routes()))
        .allMatch(route -> Arrays.stream(pages()).anyMatch(path -> isOf(route, path)));
  }

  @ParameterizedTest
  @CsvSource({"320, light, vi", "360, dark, vi", "1280, light, en"})
  void everyPageFitsItsScreenAndEverybody(int width, String scheme, String language) {
    device(width, scheme);
    browser.get(server.base() + "/ngon-ngu/" + language);
    withScripts(() -> audit(language, server.base(), pages()));
    noRefusals();
  }
}
