package vn.vanban.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

  @ParameterizedTest
  @CsvSource({
    "383/KH-UBND, 383/KH-UBND",
    "383/KH –UBND, 383/KH-UBND",
    "383 /KH-UBND, 383/KH-UBND",
    "Số:383/KH- UBND, 383/KH-UBND",
    "Số: 383/KH — UBND, 383/KH-UBND",
    "383/kh-ubnd, 383/KH-UBND",
    "30/2020/NÐ-CP, 30/2020/NĐ-CP",
    "30/2020/nđ-cp, 30/2020/NĐ-CP",
    "27-NQ/TW, 27-NQ/TW",
    "19-2017/NQ-CP, 19/2017/NQ-CP",
    "59/2020/QH14, 59/2020/QH14",
    "66.15/2026/NQ-CP, 66.15/2026/NQ-CP",
    "35/qđ-ttg, 35/QĐ-TTg",
    "35/QĐ-TTG, 35/QĐ-TTg",
    "03a/NQ-TLĐ, 03a/NQ-TLĐ",
    "22/2013/TTLT-BTP-BCA, 22/2013/TTLT-BTP-BCA",
    "12/BNV-VP, 12/BNV-VP",
    "57/L-CTN, 57/L-CTN",
    "42/LCT/HĐNN8, 42/LCT/HĐNN8",
    "133/HĐBT, 133/HĐBT",
    "45-LCT, 45-LCT",
    "110-SL/L.12, 110-SL/L.12",
    "QCVN 32:2026/BXD, QCVN 32:2026/BXD",
    "qcvn 01: 2019/btnmt, QCVN 01:2019/BTNMT",
    "TCVN 5574:2018, TCVN 5574:2018",
    "TCVN 2737-1995, TCVN 2737-1995",
    "QCVN 01-1 : 2018/BYT, QCVN 01-1:2018/BYT",
    "383//KH-UBND, 383/KH-UBND",
    "383/KH - UBND, 383/KH-UBND",
    "383/KH UBND, 383/KH-UBND",
    "1830 QĐ-UBND, 1830/QĐ-UBND",
    "94 TT/LB, 94 TT/LB",
    "59/2020/QHXIV, 59/2020/QH14",
    "12/VBHN-BTC, 12/VBHN-BTC",
    "15/2020/DS-ST, 15/2020/DS-ST",
    "01/2019/QĐ-PT, 01/2019/QĐ-PT",
    "45/CT-QK7, 45/CT-QK7",
    "90/TB-BCH PCTT-TKCN, 90/TB-BCH PCTT-TKCN",
    "12/QĐ-BCA(V26), 12/QĐ-BCA(V26)",
    "383/КН-UВND, 383/KH-UBND",
    "３８３/KH-UBND, 383/KH-UBND",
  })
  void readsASpellingToItsCanonicalForm(String spelling, String canonical) {
    assertThat(DocumentNumber.parse(spelling)).contains(new DocumentNumber(canonical));
    assertThat(DocumentNumber.parse(canonical)).contains(new DocumentNumber(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "383",
        "2020",
        "26/2/2020",
        "bình đẳng giới",
        "Điều 5",
        "1/2",
        "05/2020",
        "KH-UBND",
        "12/QĐ-UBND GIA LAI",
        "15 UBND"
      })
  void whatIsNoNumberIsNone(String text) {
    assertThat(DocumentNumber.parse(text)).isEqualTo(Optional.empty());
  }

  @Test
  void keyIgnoresCaseAndLeadingZerosOnly() {
    assertThat(new DocumentNumber("01/2020/NĐ-CP").key())
        .isEqualTo(new DocumentNumber("1/2020/nđ-cp").key());
    assertThat(new DocumentNumber("5/HD-BTC").key())
        .isNotEqualTo(new DocumentNumber("5/HĐ-BTC").key());
    assertThat(new DocumentNumber("5/HD-BTC").foldedKey())
        .isEqualTo(new DocumentNumber("5/HĐ-BTC").foldedKey());
    assertThat(DocumentNumber.foldedKey("383 kh ubnd"))
        .isEqualTo(new DocumentNumber("383/KH-UBND").foldedKey());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 | 30/2020/NĐ-CP",
        "ban hành kế hoạch số: 383/KH –UBND ngày 26/2/2020 triển khai | 383/KH-UBND",
        "Quyết định 15/QĐ-UBND - Ủy ban nhân dân tỉnh | 15/QĐ-UBND",
        "Nghị quyết số 27-NQ/TW ngày 09/11/2022 | 27-NQ/TW",
        "Quyết định số 35/QĐ-TTg. Các bộ | 35/QĐ-TTg",
        "Luật số 59/2020/QH14 được | 59/2020/QH14",
      })
  void findsNumbersInProse(String text, String canonical) {
    assertThat(NumberFinder.find(text))
        .extracting(found -> found.number().canonical())
        .containsExactly(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mẫu số 01-ĐK/TCT ban hành kèm theo",
        "Mã số dự án: 12/DA-XD",
        "Mẫu số: 02/GTGT",
        "ngày 26/2/2020, 1/2 số hộ, 10/KM, 1.000.000 đồng",
        "chất 1-NAPHTHOL và 5/KP3",
      })
  void codesDatesAndFractionsInProseAreNone(String text) {
    assertThat(NumberFinder.find(text)).isEmpty();
  }

  @Test
  void aSymbolMayBreakAtTheEndOfALine() {
    assertThat(NumberFinder.find("Nghị định số 30/2020/\nNĐ-CP và Kế hoạch số:383/KH -\nUBND"))
        .extracting(found -> found.number().canonical())
        .containsExactly("30/2020/NĐ-CP", "383/KH-UBND");
  }

  @ParameterizedTest
  @CsvSource({
    "3I/QD-SYT, 31/QĐ-SYT",
    "383/KHUBND, 383/KH-UBND",
    "383 kh ubnd, 383/KH-UBND",
    "383/KH-UBND, 383/KH-UBND",
    "5/HD-BTC, 5/HD-BTC",
    "l5/2O20/QĐ-UBND, 15/2020/QĐ-UBND",
    "XII/NQ-HĐND, 12/NQ-HĐND",
  })
  void theLikeliestReadingComesFirst(String damaged, String likeliest) {
    assertThat(DocumentNumber.readings(damaged)).first().isEqualTo(new DocumentNumber(likeliest));
  }

  @Test
  void aFoldedTypeHasBothReadingsTheExactFirst() {
    assertThat(DocumentNumber.readings("5/HD-BTC"))
        .extracting(DocumentNumber::canonical)
        .startsWith("5/HD-BTC", "5/HĐ-BTC");
  }

  @Test
  void longRunsOfOneKindAreNoTrouble() {
    for (String piece : List.of("A", "1/A", "A-", "1/A-", "9", "1/Q Đ ", "/", "I")) {
      String text = "12/" + piece.repeat(200_000);
      assertThat(NumberFinder.find(text)).hasSizeLessThanOrEqualTo(text.length());
      assertThat(DocumentNumber.parse(text)).isEmpty();
      assertThat(DocumentNumber.readings(text)).isEmpty();
    }
  }

  @Test
  void partsOfANumber() {
    DocumentNumber number = new DocumentNumber("30/2020/NĐ-CP");
    assertThat(number.ordinal()).isEqualTo("30");
    assertThat(number.year()).hasValue(2020);
    assertThat(number.symbol()).isEqualTo("NĐ-CP");
    assertThat(new DocumentNumber("27-NQ/TW").symbol()).isEqualTo("NQ/TW");
    assertThat(new DocumentNumber("27-NQ/TW").year()).isEmpty();
  }
}
