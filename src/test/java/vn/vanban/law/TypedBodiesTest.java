package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedBodiesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UBND tỉnh Gia Lai",
        "ubnd tinh gia lai",
        "UBND Gia Lai",
        "uy ban nhan dan tinh ca mau",
        "CA tỉnh Cà Mau",
        "Sở TN&MT tỉnh Gia Lai",
        "so gd-dt dak lak",
        "TP. HCM",
        "ba ria vung tau",
        "Bộ Y tế",
        "bo lao dong thuong binh va xa hoi",
        "bldtbxh",
        "thủ tướng",
        "Sở Y tế",
        "UBND xã",
        "UBND xã Ia Mẫu",
        "ubnd xa ia mau",
        "UBND xã Ia Mẫu Lớn",
        "UBND phường 5",
        "UBND phường 5 TPHCM",
        "UBND quận 1 TPHCM",
        "HĐND thị xã Bến Mẫu",
        "Ủy ban nhân dân huyện Mường Mẫu, tỉnh Gia Lai",
      })
  void names(String typed) {
    assertThat(TypedBodies.isName(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "UBND tỉnh Gia Lai giá đất",
        "Bộ Y tế tiêm chủng",
        "UBND xã Ia Mẫu đường thôn",
        "UBND phường 5 rác",
        "gia lai cây",
        "tỉnh",
        "sở thích",
        "câu lạc bộ",
      })
  void moreOrLessThanAName(String typed) {
    assertThat(TypedBodies.isName(typed)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ubnd tinh binh dinh, Ủy ban nhân dân tỉnh Gia Lai",
    "UBND Gia Lai, Ủy ban nhân dân tỉnh Bình Định",
    "Sở KH&ĐT Bình Định, Sở Tài chính tỉnh Gia Lai",
    "binh dinh, tỉnh Gia Lai",
    "Bộ GTVT, Bộ Xây dựng",
    "bgtvt, Bộ Xây dựng",
    "tphcm, tỉnh Bình Dương",
    "Tỉnh ủy Bình Định, tinh uy gia lai",
    "Hội Nông dân tỉnh Bình Định, hoi nong dan tinh gia lai",
  })
  void aBodyHasNamesInTime(String typed, String other) {
    assertThat(TypedBodies.names(typed)).contains(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"câu lạc bộ cờ", "UBND xã Ia Mẫu", "", "5"})
  void ofOthersNothingIsKnown(String typed) {
    assertThat(TypedBodies.names(typed)).isEmpty();
  }
}
