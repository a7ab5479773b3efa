package vn.vanban.viet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyllablesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Việt",
        "nghiêng",
        "nghĩa",
        "quốc",
        "quyền",
        "quý",
        "quỹ",
        "gì",
        "giếng",
        "giữ",
        "hoà",
        "hòa",
        "thuỷ",
        "thủy",
        "khuỷu",
        "ngoằn",
        "ngoèo",
        "xoong",
        "yêu",
        "yếm",
        "ý",
        "kỹ",
        "ở",
        "ưu",
        "được",
        "trường",
        "ỦY",
        "huyện",
        "hop",
        "mat",
        "đa",
        "khuya",
        "tuýp",
        "uỷ",
        "hừm",
        "Giê",
        "QUỴT",
        "quốc",
        "Viê\u0323t"
      })
  void valid(String word) {
    assertThat(Syllables.isValid(word)).as(word).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chÝnh",
        "phñ",
        "héi",
        "x·",
        "mãc",
        "hàt",
        "cách̀",
        "kao",
        "cê",
        "nge",
        "qa",
        "Müller",
        "école",
        "privée",
        "nước1",
        "ng",
        "tr",
        "ặ̉",
        "wa",
        "zu",
        "được-",
        "qươu",
        "iên",
        "iếm",
        "các\u0301",
        "nghiêngs",
        "\u0301"
      })
  void invalid(String word) {
    assertThat(Syllables.isValid(word)).as(word).isFalse();
  }
}
