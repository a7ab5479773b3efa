package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.http.pages.Language;
import vn.vanban.http.pages.Said;
import vn.vanban.ingest.FileOutcome;
import vn.vanban.ingest.Ingester;
import vn.vanban.law.EffectInterval;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.Warning;
import vn.vanban.parse.DocumentParser;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;
import vn.vanban.text.TextRepair;

/** What other rooms say in Vietnamese, on an English page. */
class EnglishSentencesTest {
  private final Wording english = new Wording(Language.ENGLISH);

  /** Vietnamese within English stands in angle brackets. */
  private static String marked(Said said) {
    return String.join(
        "",
        said.parts().stream()
            .map(part -> part.foreign() ? "‹" + part.text() + "›" : part.text())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Không tìm thấy trích yếu | No subject was found
          có hiệu lực từ 2020-02-05 | in force from 5 February 2020
          Ngày ban hành 2021-01-05 không cùng năm với số 30/2020/NĐ-CP | The day of issue, 5 January 2021, is of another year than the number ‹30/2020/NĐ-CP›
          Số in là 3I/QD-SYT, có thể là 31/QD-SYT | The number is printed as 3I/QD-SYT; it may be 31/QD-SYT
          31/2024/QĐ-UBND thay thế | ‹31/2024/QĐ-UBND› replaces it
          văn bản k3x9 bãi bỏ | document k3x9 repeals it
          Bị văn bản k3x9 làm hết hiệu lực, mà không rõ từ ngày nào | Ended by document k3x9, from a day that is not clear
          Bảng thuộc tính của trang ghi ngày ban hành 2020-03-01, văn bản ghi 2020-03-02 | The page’s table of fields has the day of issue 1 March 2020, the document 2 March 2020
          Bảng thuộc tính của trang ghi ngày ban hành 2020-03-01 | The page’s table of fields has the day of issue 1 March 2020
          Dự thảo: không phải văn bản được ban hành | Draft: not a document that was issued
          Bố cục không liên tục: thiếu Điều 3 đến Điều 5 (trước Điều 6); có hai Điều 9; và 2 chỗ khác | The structure has gaps: Articles 3 to 5 are missing (before Article 6); there are two Articles 9; and 2 more
          Bố cục không liên tục: thiếu khoản 2 Điều 7 | The structure has gaps: clause 2 of Article 7 is missing
          Đã chuyển 12 đoạn từ bảng mã TCVN3 sang Unicode. | 12 paragraphs were converted from TCVN3 to Unicode.
          Không thấy văn bản nào làm hết hiệu lực, nhưng trang nguồn ghi đã hết hiệu lực từ 2019-01-01 | No document that ends it was found, but the source page says that it is no longer in force from 1 January 2019
          Một câu chưa ai dịch ngày 2020-01-02 | ‹Một câu chưa ai dịch ngày 02/01/2020›
          """)
  void aSentenceIsKnownByItsWords(String vietnamese, String expected) {
    assertThat(marked(english.said(vietnamese))).isEqualTo(expected);
  }

  @Test
  void onAVietnamesePageItIsAsItWasSaid() {
    assertThat(marked(new Wording(Language.VIETNAMESE).said("có hiệu lực từ 2020-02-05")))
        .isEqualTo("có hiệu lực từ 05/02/2020");
  }

  /** A document may print what it likes. */
  @Test
  void whatOnlyLooksLikeADayStays() {
    String blank = "Số văn bản còn để trống (%s)";
    for (String text : List.of("2020-99-99", "So: 2021-02-30 /KH")) {
      assertThat(marked(english.said(blank.formatted(text))))
          .isEqualTo("The number is still blank (" + text + ")");
      assertThat(marked(new Wording(Language.VIETNAMESE).said(blank.formatted(text))))
          .isEqualTo(blank.formatted(text));
    }
  }

  /** Real warnings, reasons and proofs; what a new one says is to be added to the list. */
  @Test
  void allThatIsSaidOfTheSamplesIsKnown(@TempDir Path folder) {
    List<String> said = new ArrayList<>();
    try (Registry registry = Registry.open(folder);
        TikaExtractor extractor = new TikaExtractor(Limits.DEFAULT)) {
      new Ingester(extractor, new TextRepair(), new DocumentParser(), registry)
          .ingest(List.of(Path.of("sample-docs")), new Silent());
      List<RegisteredDocument> documents = registry.documents(0, Integer.MAX_VALUE);
      documents.stream()
          .flatMap(document -> document.document().warnings().stream())
          .map(Warning::message)
          .forEach(said::add);
      registry
          .effects(documents.stream().map(RegisteredDocument::id).toList())
          .values()
          .forEach(effect -> said.addAll(said(effect)));
    }
    assertThat(said).hasSizeGreaterThan(100);
    assertThat(said)
        .allSatisfy(sentence -> {
          List<Said.Part> parts = english.said(sentence).parts();
          assertThat(parts.size() == 1 && parts.getFirst().foreign()).as(sentence).isFalse();
        });
  }

  private static List<String> said(EffectTimeline effect) {
    return Stream.concat(
            effect.whole().stream(), effect.provisions().values().stream().flatMap(List::stream))
        .flatMap(interval ->
            Stream.of(
                    interval.proof().stream().map(EffectInterval.Step::note),
                    interval.reason().stream(),
                    interval.doubts().stream())
                .flatMap(sentences -> sentences))
        .toList();
  }

  private static final class Silent implements Ingester.Progress {
    @Override
    public void found(int files) {
      // Nobody watches.
    }

    @Override
    public void done(FileOutcome outcome) {
      // Nobody watches.
    }
  }
}
