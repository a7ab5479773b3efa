package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.Authority.Level;

class JurisdictionTest {
  @ParameterizedTest
  @CsvSource({
    "Chính phủ, CENTRAL,",
    "Bộ Y tế, CENTRAL,",
    "Ủy ban nhân dân tỉnh Gia Lai, PROVINCE, Gia Lai",
    "Uỷ ban nhân dân tỉnh Gia-lai, PROVINCE, Gia Lai",
    "Sở Y tế tỉnh Gia Lai, PROVINCE, Gia Lai",
    "Sở Lao động - Thương binh và Xã hội tỉnh Bắc Cạn, PROVINCE, Bắc Kạn",
    "Bảo hiểm xã hội tỉnh Cà Mau, PROVINCE, Cà Mau",
    "Ủy ban nhân dân thành phố Hà Nội, PROVINCE, Hà Nội",
    "Thành ủy Hà Nội, PROVINCE, Hà Nội",
    "Tỉnh ủy Bà Rịa - Vũng Tàu, PROVINCE, Bà Rịa - Vũng Tàu",
    "Ủy ban nhân dân huyện Mường Nà, DISTRICT,",
    "'Ủy ban nhân dân huyện Mường Nà, tỉnh Gia Lai', DISTRICT, Gia Lai",
    "Ủy ban nhân dân thành phố Buôn Mẫu, DISTRICT,",
    "Ủy ban nhân dân xã Ia Nhin, COMMUNE,",
    "'Ủy ban nhân dân phường Một, thành phố Hồ Chí Minh', COMMUNE, Hồ Chí Minh",
    "Sở Y tế tỉnh Sông Mẫu, PROVINCE,",
    "Công ty Môi trường mẫu, ,",
    "'', ,"
  })
  void levelAndProvinceOfAName(String name, Level level, String province) {
    assertThat(Jurisdiction.of(name))
        .isEqualTo(new Jurisdiction(Optional.ofNullable(level), Optional.ofNullable(province)));
  }
}
