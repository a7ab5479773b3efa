package vn.vanban.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vanban.extract.ExtractedText;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;
import vn.vanban.samples.LegacyEncoding;

/** Random documents, written in an old encoding and read back; and text that is none. */
class LegacyRoundTripTest {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Codes 80 to FF of VISCII, as iconv gives them. */
  private static final String VISCII =
      "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
          + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

  enum Encoding {
    TCVN3(LegacyEncoding::tcvn3),
    VNI(LegacyEncoding::vni),
    VISCII(LegacyRoundTripTest::viscii),
    VIQR(LegacyRoundTripTest::viqr),
    WINDOWS_1258(LegacyRoundTripTest::windows1258),
    DECOMPOSED(text -> Normalizer.normalize(text, Normalizer.Form.NFD));

    @SuppressWarnings("ImmutableEnumChecker") // the writers are stateless functions
    private final UnaryOperator<String> writer;

    Encoding(UnaryOperator<String> writer) {
      this.writer = writer;
    }
  }

  private static final List<String> SENTENCES =
      List.of(
          "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
          "Chủ tịch UBND huyện yêu cầu các xã, thị trấn báo cáo trước ngày 15 hằng tháng",
          "Theo đề nghị của Trưởng phòng Nông nghiệp tại Tờ trình số 27/TTr-PNN",
          "Giám đốc Sở chịu trách nhiệm hướng dẫn, kiểm tra việc thực hiện Quyết định này",
          "Điều 2. Mức hỗ trợ mỗi hộ là 3.500.000 đồng, trả một lần bằng tiền mặt",
          "Người nộp đơn phải ghi rõ họ tên, quê quán và số giấy chứng minh nhân dân",
          "Trong thời hạn ba mươi ngày kể từ ngày nhận đủ hồ sơ hợp lệ",
          "Nguyễn Thị Quỳnh Hương, sinh ngày 02/9/1961, cư trú ở phường Vĩnh Phước",
          "Các khoản lãi vay được tính vào chi phí nếu có chứng từ đầy đủ, rõ ràng",
          "Nghiêm cấm săn bắn, bẫy bắt chim thú rừng dưới mọi hình thức",
          "Việc kiểm kê tài sản phải xong trước khi bàn giao trụ sở cũ",
          "Đập Suối Ngỗng bị xói lở, nước rút chậm, cỏ lau mọc dày");

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void whatIsWrittenIsReadBack(Encoding encoding) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<String> lines = lines(random, 3 + random.nextInt(6));
      List<String> written = lines.stream().map(encoding.writer).toList();
      assertThat(repair(written).text())
          .as("seed %d, %s: %s", seed, encoding, written)
          .isEqualTo(String.join("\n", lines));
    }
  }

  /** A letterhead in an old font over a Unicode body. */
  @ParameterizedTest
  @EnumSource(names = "DECOMPOSED", mode = EnumSource.Mode.EXCLUDE)
  void mixedFilesComeOutWhole(Encoding encoding) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      List<String> lines = lines(random, 8);
      List<String> written = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        written.add(i < 4 ? encoding.writer.apply(lines.get(i)) : lines.get(i));
      }
      assertThat(repair(written).text())
          .as("seed %d, %s", seed, encoding)
          .isEqualTo(String.join("\n", lines));
    }
  }

  private static final Map<String, List<String>> UNTOUCHED =
      Map.of(
          "Vietnamese",
          SENTENCES,
          "unmarked",
          SENTENCES.stream().map(LegacyRoundTripTest::unmarked).toList(),
          "English",
          List.of(
              "Is the council there? No. It met (as agreed) at 9 o'clock: \"we're done\", it said.",
              "Résumés, naïve façades and a café on the Champs-Élysées; £5 ± 2 % for 30 m² ©",
              "The so-called 'add-on' (a+b) costs $5; go to a. or b. or do? ~ 10^6"),
          "French",
          List.of(
              "L'arrêté du préfet a été publié à l'hôtel de ville où siège l'assemblée générale",
              "Après délibération, le procès-verbal est signé ; « reçu » dès l'année précédente",
              "Les élèves ont déjà été informés de la décision à Orléans, Besançon et Nîmes"),
          "German",
          List.of(
              "Die Gebühr für große Häuser beträgt 5 €; übrige Fälle prüft das Bezirksamt Köln",
              "Schließlich müssen Anträge schriftlich über das Bürgerbüro geändert werden"),
          "Portuguese",
          List.of(
              "A Assembleia não aprovou a revisão da Constituição nem as alterações à lei orgânica",
              "São Paulo, João, ação, coração, situação e opinião pública"),
          "Chinese",
          List.of("中华人民共和国国务院令 第十二号", "本办法自2020年1月1日起施行。"),
          "code",
          List.of(
              "for (int i = 0; i < a.length; i++) { a[i] ^= b[i]; } // x^2 + y^2, a^b, e^-x, o^o",
              "if (!add(a(b), o+u) && dd == DD) { return \"C:\\\\data\\\\a.txt\"; }",
              "sed -e 's/a^/b/' ~/.addr | awk '{print $1}' # addd ddx"));

  @ParameterizedTest
  @EnumSource(names = "TCVN3")
  void otherTextIsUnchanged(Encoding unused) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<List<String>> languages = new ArrayList<>(UNTOUCHED.values());
    for (int round = 0; round < 500; round++) {
      List<String> lines = new ArrayList<>();
      List<String> language = languages.get(random.nextInt(languages.size()));
      for (int n = 1 + random.nextInt(12); n > 0; n--) {
        // Half of the documents mix languages.
        List<String> some =
            round % 2 == 0 ? language : languages.get(random.nextInt(languages.size()));
        lines.add(some.get(random.nextInt(some.size())));
      }
      assertThat(repair(lines).text())
          .as("seed %d, %s", seed, language)
          .isEqualTo(String.join("\n", lines));
    }
  }

  private static RepairedText repair(List<String> lines) {
    return new TextRepair()
        .repair(
            new ExtractedText(
                lines.stream().map(l -> new Paragraph(l, Place.BODY, 0, List.of())).toList(),
                0,
                false));
  }

  /** Lines of shuffled halves of sentences, some in capitals. */
  private static List<String> lines(Random random, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> first = words(random);
      List<String> second = words(random);
      String line =
          String.join(" ", first.subList(0, first.size() / 2 + 1))
              + " "
              + String.join(" ", second.subList(second.size() / 2, second.size()));
      // RFC 1456 reads a stop after a vowel without a tone as a dot below.
      lines.add(line.replace(".", " ").replace("  ", " ").strip());
    }
    return lines;
  }

  private static List<String> words(Random random) {
    return Arrays.asList(SENTENCES.get(random.nextInt(SENTENCES.size())).split(" ", -1));
  }

  private static String viscii(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      int at = VISCII.indexOf(c);
      bytes[i] = (byte) (c < '\u0080' ? c : at >= 0 ? 0x80 + at : 0);
    }
    return new String(bytes, WESTERN);
  }

  private static String windows1258(String text) {
    StringBuilder out = new StringBuilder();
    Charset vietnamese = Charset.forName("windows-1258");
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      if (!vietnamese.newEncoder().canEncode(letter)) {
        String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
        String tone = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
        letter =
            Normalizer.normalize(
                    parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC)
                + tone;
      }
      out.append(letter);
    }
    return new String(out.toString().getBytes(vietnamese), WESTERN);
  }

  private static String viqr(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      StringBuilder marks = new StringBuilder();
      parts
          .chars()
          .skip(1)
          .forEach(m -> {
            int quality = "\u0302\u0306\u031B".indexOf(m);
            if (quality >= 0) {
              marks.insert(0, "^(+".charAt(quality));
            } else {
              marks.append("'`?~.".charAt("\u0301\u0300\u0309\u0303\u0323".indexOf(m)));
            }
          });
      out.append(c == 'đ' ? "dd" : c == 'Đ' ? "DD" : parts.charAt(0) + marks.toString());
    }
    assertThat(out.toString().getBytes(StandardCharsets.US_ASCII)).doesNotContain((byte) 0x1A);
    return out.toString();
  }

  private static String unmarked(String text) {
    return vn.vanban.viet.Folding.unaccented(text).toUpperCase(Locale.ROOT);
  }
}
