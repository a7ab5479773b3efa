package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.law.DocumentKind;

/** Copies and announcements hang on what they carry; nearly equal texts are found. */
class KinshipTest {
  private static final String PROVINCE = "Ủy ban nhân dân tỉnh Sông Mẫu";

  @TempDir Path folder;

  private static Submission file(
      String source, DocumentKind kind, String number, String issuer, String issued, String text) {
    return Samples.submission(
        source, Samples.document(kind, number, issuer, issued, text.length()), text);
  }

  private static Submission original(String source, String issued) {
    return file(source, DocumentKind.ORIGINAL, "15/KH-UBND", PROVINCE, issued, Samples.PLAN);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void copiesAndAnnouncementsHangOnTheirOriginalInEitherOrder(boolean originalFirst) {
    List<Submission> all =
        new ArrayList<>(
            List.of(
                original("goc.pdf", "2021-03-05"),
                original("nam-truoc.pdf", "2020-03-05"),
                file(
                    "sao-y.pdf",
                    DocumentKind.COPY,
                    "15/kh-ubnd",
                    PROVINCE,
                    "2021-03-05",
                    Samples.PLAN),
                file(
                    "trang.html",
                    DocumentKind.ANNOUNCEMENT,
                    "15/KH-UBND",
                    PROVINCE,
                    "2021-03-05",
                    "Tỉnh Sông Mẫu trồng cây phân tán ven sông")));
    if (!originalFirst) {
      Collections.reverse(all);
    }
    try (Registry registry = Registry.open(folder)) {
      all.forEach(submission -> registry.register(List.of(submission)));
      Map<String, Kinship> kin = kin(registry);
      Kinship original = of(kin, "goc.pdf");
      assertThat(original.carries()).isEmpty();
      assertThat(original.carriedBy())
          .extracting(KinshipTest::source)
          .containsExactlyInAnyOrder("sao-y.pdf", "trang.html");
      assertThat(original.nearDuplicates())
          .extracting(near -> source(near.document()))
          .containsExactly("nam-truoc.pdf");
      assertThat(of(kin, "nam-truoc.pdf").carriedBy()).isEmpty();
      for (String carrier : List.of("sao-y.pdf", "trang.html")) {
        assertThat(of(kin, carrier).carries().map(KinshipTest::source)).contains("goc.pdf");
        assertThat(of(kin, carrier).carriedBy()).isEmpty();
      }
      String id =
          registry.documents(0, 10).stream()
              .filter(d -> source(d).equals("goc.pdf"))
              .findFirst()
              .orElseThrow()
              .id();
      registry.by(new Act("Mai", "đăng nhầm")).remove(id);
      assertThat(of(kin(registry), "sao-y.pdf").carries()).isEmpty();
      registry.by(new Act("Mai", "đăng đúng")).restore(id);
      assertThat(of(kin(registry), "sao-y.pdf").carries()).isPresent();
      assertThat(registry.verify()).isEmpty();
    }
  }

  /** Another body or year is another document; without a body, 15/KH-UBND may be anybody's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15/KH-UBND     | Ủy ban nhân dân tỉnh Đồi Mẫu | 2021-03-05 | false",
        "15/KH-UBND     | Ủy ban nhân dân tỉnh Sông Mẫu | 2022-03-05 | false",
        "16/KH-UBND     | Ủy ban nhân dân tỉnh Sông Mẫu | 2021-03-05 | false",
        "15/KH-UBND     | ''                            | 2021-03-05 | false",
        "15/KH-UBND     | Ủy ban nhân dân tỉnh Sông Mẫu | 2021-03-05 | true",
        "15/KH-UBND     | ỦY BAN NHÂN DÂN TỈNH SÔNG MẪU | 2021-03-05 | true"
      })
  void aCopyHangsOnlyOnWhatAgreesWithIt(
      String number, String issuer, String issued, boolean hangs) {
    try (Registry registry = Registry.open(folder)) {
      registry.register(
          List.of(
              file("sao.pdf", DocumentKind.COPY, number, issuer, issued, "Trích sao phần hai."),
              original("goc.pdf", "2021-03-05")));
      assertThat(of(kin(registry), "sao.pdf").carries().isPresent()).isEqualTo(hangs);
    }
  }

  @Test
  void nearlyEqualTextsAreFoundWhateverTheirNumbers() {
    String changed = Samples.PLAN.replace("ba trăm", "bốn trăm");
    try (Registry registry = Registry.open(folder)) {
      registry.register(
          List.of(
              original("goc.pdf", "2021-03-05"),
              file("khong-so.doc", DocumentKind.DRAFT, "", "", "", changed),
              file("khac.pdf", DocumentKind.ORIGINAL, "16/KH-UBND", PROVINCE, "", Samples.OTHER),
              file("rong.pdf", DocumentKind.OTHER, "", "", "", ""),
              file("rong-2.pdf", DocumentKind.OTHER, "", "", "", " ")));
      Map<String, Kinship> kin = kin(registry);
      assertThat(of(kin, "goc.pdf").nearDuplicates())
          .singleElement()
          .satisfies(near -> {
            assertThat(source(near.document())).isEqualTo("khong-so.doc");
            assertThat(near.similarity())
                .isCloseTo(Similarity.of(Samples.PLAN, changed).jaccard(), within(1e-9));
          });
      assertThat(of(kin, "khong-so.doc").nearDuplicates()).hasSize(1);
      for (String alone : List.of("khac.pdf", "rong.pdf", "rong-2.pdf")) {
        assertThat(of(kin, alone).nearDuplicates()).isEmpty();
      }
      assertThat(registry.perhapsDuplicate()).hasSize(2);
    }
  }

  private static Map<String, Kinship> kin(Registry registry) {
    Map<String, Kinship> kin = new TreeMap<>();
    for (RegisteredDocument document : registry.documents(0, 100)) {
      kin.put(source(document), registry.kinship(document.id()));
    }
    return kin;
  }

  private static Kinship of(Map<String, Kinship> kin, String source) {
    return Objects.requireNonNull(kin.get(source), source);
  }

  private static String source(RegisteredDocument document) {
    return document.primary().source();
  }
}
