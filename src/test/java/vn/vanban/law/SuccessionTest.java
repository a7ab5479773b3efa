package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tỉnh Bình Định | tỉnh Gia Lai; tỉnh Nghĩa Bình",
        "tỉnh Gia Lai | tỉnh Bình Định; tỉnh Gia Lai - Kon Tum; tỉnh Nghĩa Bình",
        "thành phố Hà Nội | tỉnh Hà Tây; tỉnh Hà Sơn Bình",
        "tỉnh Lạng Sơn | ",
        "Bộ Giao thông vận tải | Bộ Xây dựng",
        "Bộ Xây dựng | Bộ Giao thông vận tải",
        "Ủy ban nhân dân thành phố Huế | Ủy ban nhân dân tỉnh Thừa Thiên Huế; Ủy ban nhân dân tỉnh Bình Trị Thiên",
        "Bộ Thủy sản | Bộ Nông nghiệp và Phát triển nông thôn; Bộ Nông nghiệp và Môi trường",
        "Câu lạc bộ Cờ vua | ",
      })
  void namesBeforeAndAfter(String name, String others) {
    Set<String> names = Succession.of(name);
    assertThat(names).startsWith(name);
    List<String> expected = others == null ? List.of() : Arrays.asList(others.split("; ", -1));
    assertThat(names.stream().skip(1)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aDepartmentIsRenamedAndItsProvinceMerged() {
    assertThat(Succession.of("Sở Kế hoạch và Đầu tư tỉnh Bình Định"))
        .contains("Sở Tài chính tỉnh Bình Định", "Sở Tài chính tỉnh Gia Lai")
        .doesNotContain("Sở Kế hoạch và Đầu tư tỉnh Gia Lai");
    assertThat(Succession.of("Sở Tài chính tỉnh Gia Lai"))
        .contains("Sở Kế hoạch và Đầu tư tỉnh Bình Định", "Sở Kế hoạch và Đầu tư tỉnh Gia Lai");
  }

  /** Both ways alike: who finds by the old name is found by the new one. */
  @Test
  void whatIsBeforeAnotherHasItAfter() {
    for (Authority body : Authorities.listed().values()) {
      for (String name : Succession.of(body.name())) {
        assertThat(Succession.of(name)).as("%s of %s", body.name(), name).contains(body.name());
      }
    }
  }
}
