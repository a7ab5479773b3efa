package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalForceTest {
  @ParameterizedTest
  @CsvSource({
    "Hiến pháp, Quốc hội, '', CONSTITUTION",
    "Luật, Quốc hội, 45/2013/QH13, LAW",
    "BỘ LUẬT, QUỐC HỘI, 91/2015/QH13, LAW",
    "Nghị quyết, Quốc hội, 42/2017/QH14, LAW",
    "Pháp lệnh, Uỷ ban Thường vụ Quốc hội, 02/2020/UBTVQH14, ORDINANCE",
    "Nghị quyết, Ủy ban thường vụ Quốc hội, 1211/2016/UBTVQH13, ORDINANCE",
    "Nghị định, Chính phủ, 30/2020/NĐ-CP, DECREE",
    "Quyết định, Thủ tướng Chính phủ, 28/2018/QĐ-TTg, NATIONAL",
    "Quyết định, Thủ tướng Chính phủ, 749/QĐ-TTg, ADMINISTRATIVE",
    "Nghị quyết liên tịch, Ủy ban Thường vụ Quốc hội, 15/NQLT, ORDINANCE",
    "Thông tư, Bộ Nội vụ, 01/2019/TT-BNV, CIRCULAR",
    "Quyết định, Ủy ban nhân dân tỉnh Gia Lai, 12/2020/QĐ-UBND, PROVINCE",
    "Quyết định, Ủy ban nhân dân tỉnh Gia Lai, 899/QĐ-UBND, ADMINISTRATIVE",
    "Nghị quyết, Hội đồng nhân dân xã Ia Nhin, 02/2021/NQ-HĐND, LOCAL",
    "Kế hoạch, Ủy ban nhân dân tỉnh Gia Lai, 383/KH-UBND, ADMINISTRATIVE",
    "'', Bộ Y tế, 12/BYT, UNKNOWN",
    "Thư ngỏ, Bộ Y tế, 12/BYT, UNKNOWN",
  })
  void forceByTypeIssuerAndNumber(String type, String issuer, String number, LegalForce force) {
    assertThat(LegalForce.of(document(type, issuer, number))).isEqualTo(force);
  }

  @Test
  void ranksAreTheirOwn() {
    for (LegalForce force : LegalForce.values()) {
      assertThat(LegalForce.ranked(force.rank())).isEqualTo(force);
    }
  }

  private static LegalDocument document(String type, String issuer, String number) {
    Evidence evidence = new Evidence(new Span(0, 0), "sample", 1);
    return LegalDocument.of(
        DocumentKind.ORIGINAL,
        Optional.of(number)
            .filter(n -> !n.isEmpty())
            .map(n -> new Reading<>(new DocumentNumber(n), evidence)),
        Optional.of(type).filter(t -> !t.isEmpty()).map(t -> new Reading<>(t, evidence)),
        List.of(new Reading<>(new IssuingBody(issuer), evidence)),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
