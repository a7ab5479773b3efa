package vn.vanban.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.search.QueryTree.All;
import vn.vanban.search.QueryTree.And;
import vn.vanban.search.QueryTree.Field;
import vn.vanban.search.QueryTree.Issued;
import vn.vanban.search.QueryTree.Not;
import vn.vanban.search.QueryTree.Or;
import vn.vanban.search.QueryTree.Phrase;
import vn.vanban.search.QueryTree.Words;

class QueryParserTest {
  private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{N}]+");

  private static final List<QueryTree.Key> KEYS =
      List.of(QueryTree.Key.NUMBER, QueryTree.Key.ISSUER, QueryTree.Key.TYPE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bình đẳng giới",
        "Điều 5: nội dung",
        "thư viện \"xã",
        "xã” thư viện",
        "AND",
        "OR NOT",
        "AND đất đai",
        "đất đai OR",
        "NOT đất đai",
        "a:b",
        "c++",
        "😀 lúa",
        "12/QĐ-BCA(V26)",
        "(thư viện",
        "thư viện)",
        "()",
        "\"\"",
        "QUY ĐỊNH VỀ ĐẤT ĐAI VÀ NHÀ Ở",
        "ngay:30/02/2020",
        "nam:abc",
        "so:abc",
        "dieu:abc",
        "ngay:[2020 TO",
        "ngay:[* TO *]",
        "so: 383/KH-UBND",
        "http://vi.du/van-ban",
        "và hoặc không",
        "luật and order",
        "Người trông thư viện KHÔNG phải làm việc nào sau đây",
        "Thư viện VÀ bảo tàng mở cửa khi nào?",
      })
  void plainTextIsItsWords(String query) {
    assertThat(QueryParser.parse(query)).isEqualTo(new Words(query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "đất AND rừng | (đất) AND (rừng)",
        "đất VÀ rừng | (đất) AND (rừng)",
        "đất đai AND thu hồi rừng HOẶC phí | ((đất đai) AND (thu hồi rừng)) OR (phí)",
        "đất KHÔNG lâm nghiệp | (đất) NOT (lâm nghiệp)",
        "thuê nhà công vụ và nhà ở xã hội VÀ KHÔNG mua bán | (thuê nhà công vụ và nhà ở xã hội) AND NOT (mua bán)",
        "đất AND NOT rừng | (đất) AND NOT (rừng)",
        "NOT nam:2021 | NOT ngay:[2021-01-01 TO 2021-12-31]",
        "KHÔNG loai:luật đất | NOT loai:\"luật\" (đất)",
        "KHÔNG \"đất rừng\" | NOT \"đất rừng\"",
        "NOT (đất rừng) | NOT (đất rừng)",
        "đất OR NOT loai:luật | (đất) OR NOT loai:\"luật\"",
        "a AND (b OR c) | (a) AND ((b) OR (c))",
        "“thu hồi đất” bồi thường | \"thu hồi đất\" (bồi thường)",
        "AND a OR b | (\\AND a) OR (b)",
        "a OR AND b | (a \\OR) AND (b)",
        "\"p\" AND | \"p\" (\\AND)",
        "phí nam:2020 | (phí) ngay:[2020-01-01 TO 2020-12-31]",
        "phí year:2020-02 | (phí) ngay:[2020-02-01 TO 2020-02-29]",
        "ngày:26/02/2020 | ngay:[2020-02-26 TO 2020-02-26]",
        "ngay:[2019 TO *] | ngay:[2019-01-01 TO *]",
        "date:[* ĐẾN 02/2020] | ngay:[* TO 2020-02-29]",
        "số:383/KH –UBND giới | so:\"383/KH –UBND\" (giới)",
        "so:\"383 kh ubnd\" | so:\"383 kh ubnd\"",
        "coquan:bộ tài chính phí | coquan:\"bộ tài chính\" (phí)",
        "cơquan:\"UBND tỉnh Gia Lai\" | coquan:\"UBND tỉnh Gia Lai\"",
        "coquan:UBND tỉnh Gia Lai giá đất | coquan:\"UBND tỉnh Gia Lai\" (giá đất)",
        "coquan:ubnd tinh gia lai gia dat | coquan:\"ubnd tinh gia lai\" (gia dat)",
        "issuer:sở tn&mt gia lai giá đất | coquan:\"sở tn&mt gia lai\" (giá đất)",
        "coquan:TP.HCM phí | coquan:\"TP.HCM\" (phí)",
        "coquan:tp hồ chí minh phí | coquan:\"tp hồ chí minh\" (phí)",
        "coquan:gia lai cây xanh | coquan:\"gia lai\" (cây xanh)",
        "coquan:bà rịa - vũng tàu cảng cá | coquan:\"bà rịa - vũng tàu\" (cảng cá)",
        "coquan:bộ lao động thương binh và xã hội lương | coquan:\"bộ lao động thương binh và xã hội\" (lương)",
        "coquan:thủ tướng phê duyệt | coquan:\"thủ tướng\" (phê duyệt)",
        "coquan:BTC lệ phí | coquan:\"BTC\" (lệ phí)",
        "coquan:UBND xã Ia Mẫu đường thôn | coquan:\"UBND xã Ia Mẫu\" (đường thôn)",
        "coquan:UBND xã Ia Mẫu Lớn đường thôn | coquan:\"UBND xã Ia Mẫu Lớn\" (đường thôn)",
        "coquan:ubnd phường 5 rác | coquan:\"ubnd phường 5\" (rác)",
        "coquan:UBND huyện Mường Mẫu tỉnh Gia Lai chợ | coquan:\"UBND huyện Mường Mẫu tỉnh Gia Lai\" (chợ)",
        "giá đất coquan:UBND tỉnh Lào Cai loai:quyết định nam:2020 |"
            + " (giá đất) coquan:\"UBND tỉnh Lào Cai\" loai:\"quyết định\" ngay:[2020-01-01 TO 2020-12-31]",
        "coquan:UBND tỉnh Lào Cai AND đất | coquan:\"UBND tỉnh Lào Cai\" AND (đất)",
        "(coquan:bộ y tế) OR đất | coquan:\"bộ y tế\" OR (đất)",
        "type:thông tư liên tịch phí | loai:\"thông tư liên tịch\" (phí)",
        "loai:quyet dinh gia dat | loai:\"quyet dinh\" (gia dat)",
        "coquan:câu lạc bộ cờ | coquan:\"câu\" (lạc bộ cờ)",
        "loai:nghị định phí | loai:\"nghị định\" (phí)",
        "loai:NĐ phí | loai:\"NĐ\" (phí)",
        "dieu:5 đất | dieu:\"5\" (đất)",
        "(a) (b) \"c\" | (a b) \"c\"",
        "a \\AND \"b\" | (a \\AND) \"b\"",
      })
  void treesAreRead(String query, String printed) {
    QueryTree tree = QueryParser.parse(query);
    assertThat(tree.print()).isEqualTo(printed);
    assertThat(QueryParser.parse(printed)).isEqualTo(tree);
  }

  @Test
  void aRandomTreeIsReadAsItIsPrinted() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      QueryTree tree = tree(random, 3);
      assertThat(QueryParser.parse(tree.print())).as("%s, seed %d", tree, seed).isEqualTo(tree);
    }
  }

  @Test
  void noSoupIsAnErrorAndPlainWordsSurvive() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> tokens =
        List.of(
            "AND",
            "OR",
            "NOT",
            "VÀ",
            "HOẶC",
            "KHÔNG",
            "(",
            ")",
            "\"",
            "“",
            "”",
            "so:",
            "so:12",
            "ngay:[2019 TO 2020]",
            "nam:",
            "dieu:5",
            "loai:nghị",
            "định",
            "[",
            "]",
            "*",
            ":",
            "\\",
            "\\AND",
            "đất",
            "12/QĐ-UBND",
            "😀",
            "a:b",
            "  ",
            "-",
            "\uD83D",
            "\u0301",
            "(x)",
            "(y",
            "z)");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder soup = new StringBuilder();
      int length = 1 + random.nextInt(12);
      for (int j = 0; j < length; j++) {
        soup.append(tokens.get(random.nextInt(tokens.size())));
        soup.append(random.nextInt(3) == 0 ? "" : " ");
      }
      String query = soup.toString();
      QueryTree tree = QueryParser.parse(query);
      assertThat(QueryParser.parse(tree.print())).as("%s, seed %d", query, seed).isEqualTo(tree);
      if (tree instanceof Words words) {
        assertThat(runs(words.text())).as("%s, seed %d", query, seed).isEqualTo(runs(query));
      }
      Understanding.of(query);
    }
  }

  @Test
  void deepAndLongQueriesAreRead() {
    for (String piece : List.of("(", "(a ", "\"", "“", "a AND ", "so:1/", "NOT ", ")", "ngay:[")) {
      String query = piece.repeat(1_000) + "lúa";
      assertThat(QueryParser.parse(query).print()).contains("lúa");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a b\" ", "so:1 OR ", "(c d) AND ", "d OR ", "NOT dieu:5 "})
  void aQueryOfTooManyConditionsIsToldWhereTheyBegin(String piece) {
    String within = "\"giá\" " + piece.repeat(9);
    assertThat(QueryParser.beyond(within, 10)).isEmpty();
    assertThat(QueryParser.beyond(within + "nam:2020 lúa", 10)).hasValue(within.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a) b, ", "lúa ", "( ", "AND "})
  void wordsAreNoConditions(String piece) {
    assertThat(QueryParser.beyond(piece.repeat(60), 10)).isEmpty();
  }

  private static List<String> runs(String text) {
    return RUN.matcher(text).results().map(run -> run.group().toLowerCase(Locale.ROOT)).toList();
  }

  private static QueryTree tree(Random random, int depth) {
    int kind = depth == 0 ? random.nextInt(4) : random.nextInt(7);
    return switch (kind) {
      case 0 -> new Words(words(random));
      case 1 -> new Phrase(words(random));
      case 2 -> new Field(KEYS.get(random.nextInt(KEYS.size())), "12 " + words(random));
      case 3 -> new Issued(day(random), Optional.of(LocalDate.of(2020, 2, 26)));
      case 4 -> new All(parts(random, depth, true));
      case 5 -> new And(parts(random, depth, true));
      default -> new Or(parts(random, depth, false));
    };
  }

  private static List<QueryTree> parts(Random random, int depth, boolean not) {
    List<QueryTree> parts = new ArrayList<>();
    int count = 2 + random.nextInt(2);
    while (parts.size() < count) {
      QueryTree part = tree(random, depth - 1);
      if (not && !parts.isEmpty() && random.nextInt(4) == 0) {
        parts.add(new Not(part));
      } else if (parts.isEmpty() || !(part instanceof Words && parts.getLast() instanceof Words)) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static String words(Random random) {
    List<String> words = List.of("đất", "rừng", "AND", "so:5", "12/QĐ", "phí", "VÀ", "x:y", "Điều");
    List<String> some = new ArrayList<>(List.of("giá"));
    for (int i = random.nextInt(3); i >= 0; i--) {
      some.add(words.get(random.nextInt(words.size())));
    }
    return String.join(" ", some);
  }

  private static Optional<LocalDate> day(Random random) {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(LocalDate.of(1990, 1, 1).plusDays(random.nextInt(9_000)));
  }
}
