package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuingBodyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UBND TỈNH GIA LAI | Ủy ban nhân dân tỉnh Gia Lai",
        "UBND tỉnh Gia Lai | Ủy ban nhân dân tỉnh Gia Lai",
        "Uỷ ban nhân dân tỉnh Gia Lai | Ủy ban nhân dân tỉnh Gia Lai",
        "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI | Ủy ban nhân dân thành phố Hà Nội",
        "HỘI ĐỒNG NHÂN DÂN HUYỆN MƯỜNG NÀ | Hội đồng nhân dân huyện Mường Nà",
        "BỘ Y TẾ | Bộ Y tế",
        "BỘ GIÁO DỤC VÀ ĐÀO TẠO | Bộ Giáo dục và Đào tạo",
        "CHÍNH PHỦ | Chính phủ",
        "BỘ LAO ĐỘNG-THƯƠNG BINH VÀ XÃ HỘI | Bộ Lao động - Thương binh và Xã hội",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO | Sở Giáo dục và Đào tạo",
        "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN | Sở Nông nghiệp và Phát triển nông thôn",
        "SỞ CÔNG THƯƠNG LÀO CAI | Sở Công Thương tỉnh Lào Cai",
        "SỞ TÀI CHÍNH GIA LAI - KON TUM | Sở Tài chính tỉnh Gia Lai - Kon Tum",
        "Sở Y tế Quảng Nam - Đà Nẵng | Sở Y tế tỉnh Quảng Nam - Đà Nẵng",
        "TRƯỜNG TRUNG HỌC PHỔ THÔNG BẢN TRẦM | Trường Trung học phổ thông Bản Trầm",
        "TỈNH ỦY SÔNG THƯƠNG | Tỉnh ủy Sông Thương",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ | Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ",
        "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM | Ngân hàng Nhà nước Việt Nam",
      })
  void printedNamesReachTheirReadingForm(String printed, String name) {
    assertThat(IssuingBody.named(printed).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UBND TỈNH GIA LAI", "Bộ Y tế", "TRUNG TÂM Y TẾ HUYỆN", "TỈNH ỦY SÔNG THƯƠNG"})
  void bodyNamesAreRecognised(String line) {
    assertThat(IssuingBody.isBodyName(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bộ luật Dân sự", "Điều 5. Ban hành", "ban hành kèm theo", "Nơi nhận:"})
  void otherLinesAreNone(String line) {
    assertThat(IssuingBody.isBodyName(line)).isFalse();
  }
}
