package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTypeTest {
  @ParameterizedTest
  @CsvSource({
    "15/QĐ-UBND, Quyết định, Quyết định",
    "15/QĐ-UBND, '', Quyết định",
    "3637/UBND-VX, Quyết định, Công văn",
    "12/BNV-VP, '', Công văn",
    "12/BNV, '', Công văn",
    "133/HĐBT, Nghị định, Nghị định",
    "133/HĐBT, '', Công văn",
    "202/CT, Quyết định, Quyết định",
    "202/CT, Chỉ thị, Chỉ thị",
    "202/CT, '', Chỉ thị",
    "59/2020/QH14, Luật, Luật",
    "59/2020/QH14, '', ''",
  })
  void theSymbolCountsThenThePrintedType(String number, String printed, String type) {
    SeriesEntry entry =
        new SeriesEntry(
            "d",
            DocumentKind.ORIGINAL,
            new DocumentNumber(number),
            Optional.of(printed).filter(name -> !name.isEmpty()),
            Optional.empty(),
            false);
    assertThat(SeriesType.of(entry)).isEqualTo(Optional.of(type).filter(name -> !name.isEmpty()));
  }
}
