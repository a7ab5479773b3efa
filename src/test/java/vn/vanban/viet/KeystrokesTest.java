package vn.vanban.viet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeystrokesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nghij ddinhj | Nghị định",
        "nghi5 d9inh5 | nghị định",
        "quyeets ddinhj | quyết định",
        "uyr ban nhaan daan | ủy ban nhân dân",
        "Luaatj DDaats ddai | Luật Đất đai",
        "LUAATJ DDAATS DDAI | LUẬT ĐẤT ĐAI",
        "hoaf giari | hòa giải",
        "hoaf giair owr cow sowr | hòa giải ở cơ sở",
        "phuowng ddoong | phương đông",
        "dduwowcj caaps | được cấp",
        "dduwocj caaps | được cấp",
        "dduocwj caaps | được cấp",
        "thuowr ruoongj | thuở ruộng",
        "quowr | quở",
        "tw phaps | tư pháp",
        "wu tieen | ưu tiên",
        "dd][cj m[if | được mời",
        "tieesp caanj | tiếp cận",
        "nhana daan | nhân dân",
        "dinhdj muwcs | định mức",
        "tosan hocj | toán học",
        "thuwar ddaats | thửa đất",
        "muwa baos | mưa báo",
        "xooong chaor inox | xoong chảo inox",
        "ngoawcj ddown | ngoặc đơn",
        "ngoeof ngoos | ngoèo ngố",
        "gieengs nuwowcs | giếng nước",
        "gif vaayj | gì vậy",
        "quawngj sawts | quặng sắt",
        "quoocs hooij | quốc hội",
        "hueej | huệ",
        "thoong tin | thông tin",
        "nghij quyeets tw | nghị quyết tư",
        "tosfz hoafz nhaan | to hoa nhân",
        "cair cachs hanhf chinhs | cải cách hành chính",
        "Nghị ddinhj 30/2020/NĐ-CP | Nghị định 30/2020/NĐ-CP",
        "nghij ddinhj soos 30/2020/ND-CP cuar UBND | nghị định số 30/2020/ND-CP của UBND",
        "thoong tin-truyeenf thoong | thông tin-truyền thông",
        "luat65 d9at61 d9ai | luật đất đai",
        "lua65t d9a61t d9ai | luật đất đai",
        "uy3 ban nha6n da6n | ủy ban nhân dân",
        "phu7o7ng d9o6ng | phương đông",
        "phuong7 d9uoc75 | phương được",
        "NGHI5 D9INH5 | NGHỊ ĐỊNH",
        "ba8ng khen | băng khen",
        "quye61t d9i5nh 15/QĐ-UBND | quyết định 15/QĐ-UBND",
      })
  void read(String typed, String meant) {
    assertThat(Keystrokes.read(typed)).as(typed).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "binh dang gioi",
        "nghi dinh",
        "luat dat dai nam 2013",
        "uy ban nhan dan tinh",
        "Nghị định về công tác văn thư",
        "383/KH-UBND",
        "383 kh ubnd",
        "số 383/kh –ubnd",
        "30/2020/NĐ-CP",
        "59/2020/QH14",
        "22/2013/TTLT-BTP-BCA",
        "133/HĐBT",
        "27-NQ/TW",
        "TTHC cua UBND xa",
        "QSDĐ",
        "khoan2 dieu5",
        "quan1 tphcm",
        "covid19",
        "kho giay A4",
        "[2019 TO 2020]",
        "ngay:[2019 TO 2020]",
        "(a) [b]",
        "this is the class of law",
        "tax law for foreign investors",
        "income tax",
        "was this test",
        "kinh doanh taxi",
        "xin visa du lich",
        "kinh doanh gas",
        "xe bus",
        "test nhanh covid",
        "website internet online",
        "logistics",
        "]]",
        "w",
        "nghi quyet tw",
        "xoong",
        "Tết Đoan ngọ",
      })
  void untouched(String typed) {
    assertThat(Keystrokes.read(typed)).as(typed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Nghị định, Nghij ddinhj, Nghi5 d9inh5",
    "ĐƯỜNG SẮT, DDUWOWNGF SAWTS, D9U7O7NG2 SA8T1",
    "xoong, xooong, xoong",
    "Ðất, DDaats, D9a6t1",
    "khuỷu, khuyur, khuyu3",
    "'Điều 5, khoản 2', 'DDieeuf 5, khoanr 2', 'D9ie6u2 5, khoan3 2'",
    "hoà, hoaf, hoa2",
  })
  void written(String text, String telex, String vni) {
    assertThat(Keystrokes.telex(text)).isEqualTo(telex);
    assertThat(Keystrokes.vni(text)).isEqualTo(vni);
  }

  @Test
  void everySyllableComesBack() {
    for (String syllable : Inventory.all()) {
      for (boolean telex : new boolean[] {true, false}) {
        String keys = telex ? Keystrokes.telex(syllable) : Keystrokes.vni(syllable);
        if (keys.equals(syllable)) {
          continue;
        }
        assertThat(TypedWord.of(keys, telex).map(TypedWord.Yield::text))
            .as(keys)
            .contains(syllable);
        assertThat(TypedWord.of(keys.toUpperCase(Locale.ROOT), telex).map(TypedWord.Yield::text))
            .as(keys)
            .contains(syllable.toUpperCase(Locale.ROOT));
      }
    }
  }

  /** Texts of syllables in which most bear marks, as in running Vietnamese. */
  @Test
  void textsComeBack() {
    long seed = System.nanoTime();
    System.out.println("KeystrokesTest seed " + seed);
    Random random = new Random(seed);
    List<String> marked =
        Inventory.all().stream()
            .filter(syllable -> syllable.chars().anyMatch(c -> c > 'z'))
            .filter(syllable -> !Folding.unaccented(syllable).contains("oo"))
            .toList();
    List<String> plain =
        Inventory.all().stream()
            .filter(syllable -> syllable.chars().allMatch(c -> c <= 'z'))
            .filter(syllable -> !syllable.contains("oo"))
            .toList();
    for (int i = 0; i < 2_000; i++) {
      List<String> words = new ArrayList<>();
      for (int j = 0; j < 3 + random.nextInt(8); j++) {
        List<String> from = j % 4 == 3 ? plain : marked;
        words.add(from.get(random.nextInt(from.size())));
      }
      String text = String.join(" ", words);
      assertThat(Keystrokes.read(Keystrokes.telex(text))).as("seed %d", seed).contains(text);
      assertThat(Keystrokes.read(Keystrokes.vni(text))).as("seed %d", seed).contains(text);
      assertThat(Keystrokes.read(text)).as("seed %d", seed).isEmpty();
      assertThat(Keystrokes.read(Folding.unaccented(text))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void theInventoryIsWhatSpellingAllows() {
    List<String> all = Inventory.all();
    assertThat(new HashSet<>(all)).hasSameSizeAs(all).hasSizeBetween(10_000, 25_000);
    assertThat(all)
        .contains("nghiêng", "được", "hòa", "quý", "giếng", "ủy", "xoong")
        .allMatch(Syllables::isValid)
        .allMatch(syllable -> Folding.canonical(syllable).equals(syllable));
    assertThat(Inventory.accented("dinh")).contains("dinh", "đinh", "định").doesNotContain("đin");
    assertThat(Inventory.accented("kao")).isEmpty();
    assertThat(Inventory.isBare("nuoc")).isTrue();
  }
}
