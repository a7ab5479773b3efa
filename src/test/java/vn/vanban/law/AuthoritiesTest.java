package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthoritiesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UBND tỉnh Gia Lai",
        "Uỷ ban nhân dân tỉnh Gia-lai",
        "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI",
        "UBND TỈNH GIA LAI",
      })
  void allSpellingsLeadToTheSameBody(String printed) {
    Authority body = Authorities.named(printed).orElseThrow();
    assertThat(body.name()).isEqualTo("Ủy ban nhân dân tỉnh Gia Lai");
    assertThat(body.level()).isEqualTo(Authority.Level.PROVINCE);
    assertThat(IssuingBody.named(printed).name()).isEqualTo(body.name());
  }

  @Test
  void aSymbolAloneTellsTheKindOnly() {
    assertThat(Authorities.abbreviated("UBND"))
        .singleElement()
        .satisfies(body -> {
          assertThat(body.name()).isEqualTo("Ủy ban nhân dân");
          assertThat(body.level()).isEqualTo(Authority.Level.LOCAL);
        });
    assertThat(Authorities.abbreviated("BTC")).extracting(Authority::name).contains("Bộ Tài chính");
  }

  @ParameterizedTest
  @CsvSource({
    "Ủy ban nhân dân tỉnh Bình Định, Ủy ban nhân dân tỉnh Gia Lai",
    "Hội đồng nhân dân tỉnh Bắc Giang, Hội đồng nhân dân tỉnh Bắc Ninh",
    "Bộ Giao thông vận tải, Bộ Xây dựng",
    "Sở Giao thông vận tải tỉnh Hà Nam, Sở Xây dựng tỉnh Ninh Bình",
    "Bộ Thủy sản, Bộ Nông nghiệp và Môi trường",
    "Ủy ban nhân dân tỉnh Thừa Thiên Huế, Ủy ban nhân dân thành phố Huế",
    "Hội đồng Bộ trưởng, Chính phủ",
    "Bộ Y tế, Bộ Y tế",
  })
  void successorsCarryOn(String old, String now) {
    assertThat(Authorities.inChargeOn(Authorities.named(old).orElseThrow(), TODAY))
        .extracting(Authority::name)
        .containsExactly(now);
  }

  @Test
  void aNameIsTrueForATime() {
    Authority body = Authorities.named("UBND tỉnh Bình Định").orElseThrow();
    assertThat(body.existedOn(LocalDate.of(2025, 6, 30))).isTrue();
    assertThat(body.existedOn(LocalDate.of(2025, 7, 1))).isFalse();
    Authority district = Authorities.named("UBND HUYỆN MƯỜNG NÀ").orElseThrow();
    assertThat(district.name()).isEqualTo("Ủy ban nhân dân huyện Mường Nà");
    assertThat(district.existedOn(TODAY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bình đẳng giới", "UBND tỉnh Sông Thương", "Sở Y tế huyện Mường Nà", ""})
  void otherNamesAreNotOfTheList(String printed) {
    assertThat(Authorities.named(printed)).isEmpty();
  }

  /** Every successor named in the resources is itself of the list, and no chain is a circle. */
  @Test
  void theListIsClosed() {
    for (String[] row : Table.rows("bodies.tsv", 6)) {
      Authority body = Authorities.named(row[0]).orElseThrow();
      for (String next : body.successors()) {
        assertThat(Authorities.named(next)).as(next).isPresent();
      }
      Authorities.inChargeOn(body, TODAY);
    }
    long now = 0;
    for (String[] row : Table.rows("provinces.tsv", 6)) {
      Authority body = Authorities.named("UBND " + row[1] + " " + row[0]).orElseThrow();
      body.successors().forEach(next -> assertThat(Authorities.named(next)).as(next).isPresent());
      now += body.existedOn(TODAY) ? 1 : 0;
    }
    assertThat(now).isEqualTo(34);
  }
}
