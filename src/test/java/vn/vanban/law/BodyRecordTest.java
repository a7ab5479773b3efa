package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies by their ids, among those before and after them. */
class BodyRecordTest {
  private static List<String> names(List<Authority> bodies) {
    return bodies.stream().map(Authority::name).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Ủy ban nhân dân tỉnh Gia Lai, uy-ban-nhan-dan-tinh-gia-lai",
    "Uỷ  ban nhân dân TỈNH GIA LAI, uy-ban-nhan-dan-tinh-gia-lai",
    "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu, uy-ban-nhan-dan-tinh-ba-ria-vung-tau",
    "Bộ Lao động - Thương binh và Xã hội, bo-lao-dong-thuong-binh-va-xa-hoi",
    "'Bộ Văn hóa, Thể thao và Du lịch', bo-van-hoa-the-thao-va-du-lich",
    "Phường 1, phuong-1",
    "«Ban», ban",
  })
  void anIdIsTheNameWithoutMarks(String name, String id) {
    assertThat(BodyRecord.id(name)).isEqualTo(id);
  }

  @Test
  void everyListedBodyIsFoundByItsId() {
    assertThat(BodyRecord.listed()).hasSizeGreaterThan(1_000);
    for (Authority body : BodyRecord.listed()) {
      assertThat(BodyRecord.find(BodyRecord.id(body.name())).map(BodyRecord::body)).contains(body);
    }
    assertThat(BodyRecord.find("khong-co")).isEmpty();
  }

  @Test
  void aBodyKnowsWhatWasBeforeAndAfterIt() {
    BodyRecord ministry = BodyRecord.find("bo-cong-nghiep").orElseThrow();
    assertThat(names(ministry.predecessors()))
        .contains("Bộ Công nghiệp nặng", "Bộ Công nghiệp nhẹ", "Bộ Năng lượng");
    assertThat(names(ministry.successors())).containsExactly("Bộ Công Thương");
    assertThat(names(ministry.names())).endsWith("Bộ Công Thương").contains("Bộ Công nghiệp");
    assertThat(ministry.parent()).contains("Chính phủ");
  }

  @ParameterizedTest
  @CsvSource({
    "so-y-te-tinh-gia-lai, Ủy ban nhân dân tỉnh Gia Lai",
    "van-phong-uy-ban-nhan-dan-tinh-gia-lai, Ủy ban nhân dân tỉnh Gia Lai",
    "so-van-hoa-the-thao-va-du-lich-thanh-pho-ha-noi, Ủy ban nhân dân thành phố Hà Nội",
    "bo-y-te, Chính phủ",
    "bo-chi-huy-quan-su-tinh-gia-lai, ",
    "toa-an-nhan-dan-tinh-gia-lai, ",
    "quoc-hoi, ",
  })
  void aParentIsToldWhereARuleSaysSo(String id, String parent) {
    assertThat(BodyRecord.find(id).orElseThrow().parent().orElse(null)).isEqualTo(parent);
  }

  @ParameterizedTest
  @CsvSource({
    "ubnd tinh binh dinh, uy-ban-nhan-dan-tinh-binh-dinh",
    "BYT, bo-y-te",
    "Bộ y tế, bo-y-te",
  })
  void aTypedNameMeansABody(String typed, String id) {
    assertThat(BodyRecord.called(typed).map(BodyRecord::id)).contains(id);
  }
}
