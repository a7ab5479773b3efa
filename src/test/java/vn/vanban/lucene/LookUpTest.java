package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Span;
import vn.vanban.search.IndexChange;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Unit;
import vn.vanban.search.SearchResult;
import vn.vanban.search.SearchResult.Bearer;
import vn.vanban.search.SearchResult.Found;
import vn.vanban.search.SearchResult.Hit;

/** Numbers, citations, names of laws, and the query language, over a small index. */
class LookUpTest {
  @TempDir java.nio.file.Path folder;
  private LuceneEngine engine;

  @BeforeEach
  void index() {
    engine = LuceneEngine.open(folder);
    List<IndexChange> all = new ArrayList<>();
    plan(all, "gia-lai-2020", "383/KH-UBND", "Ủy ban nhân dân tỉnh Gia Lai", "2020-02-26");
    plan(all, "gia-lai-2022", "383/KH-UBND", "Ủy ban nhân dân tỉnh Gia Lai", "2022-05-04");
    plan(all, "lao-cai-2021", "383/KH-UBND", "Ủy ban nhân dân tỉnh Lào Cai", "2021-06-01");
    plan(all, "dang", "383-KH/UBND", "Ủy ban nhân dân tỉnh Gia Lai", "2019-06-01");
    plan(all, "van-xa", "383/KH-UBND-VX", "Ủy ban nhân dân tỉnh Gia Lai", "2023-06-01");
    document(
        all,
        "huong-dan",
        "5/HD-STC",
        "Hướng dẫn",
        "Sở Tài chính tỉnh Lào Cai",
        "2021-01-05",
        "thu phí chợ");
    document(
        all,
        "hop-dong",
        "5/HĐ-STC",
        "Hợp đồng",
        "Sở Tài chính tỉnh Lào Cai",
        "2022-01-05",
        "thuê kho");
    document(
        all,
        "cong-van",
        "1056/UBND-NC",
        "Công văn",
        "Ủy ban nhân dân tỉnh Sơn La",
        "2020-05-05",
        "nghỉ lễ");
    document(
        all,
        "khong-dau",
        "77/QD-UBND",
        "Quyết định",
        "Ủy ban nhân dân tỉnh Sơn La",
        "2020-05-06",
        "đắp đê");
    document(
        all,
        "co-dau",
        "77/QĐ-UBND",
        "Quyết định",
        "Ủy ban nhân dân tỉnh Sơn La",
        "2021-05-06",
        "kè sông");
    decision(all, "gach-noi", "1-QĐ/UBND", "2022-01-01");
    decision(all, "gach-cheo", "1/QĐ-UBND", "2020-01-01");
    decision(all, "cham", "1/QĐ.UBND", "2024-02-02");
    document(
        all,
        "thong-tu",
        "941/2018/TT-BTC",
        "Thông tư",
        "Bộ Tài chính",
        "2018-03-03",
        "phí qua cầu");
    law(all, "dat-2003", "13/2003/QH11", "Luật", "2003-11-26", "Đất đai");
    law(all, "dat-2013", "45/2013/QH13", "Luật", "2013-11-29", "Đất đai");
    law(
        all,
        "sua-dat",
        "77/2018/QH14",
        "Luật",
        "2018-06-15",
        "sửa đổi, bổ sung một số điều của Luật Đất đai và Luật Nhà ở");
    law(all, "hinh-su", "100/2015/QH13", "Bộ luật", "2015-11-27", "Hình sự");
    law(all, "dat-dai", "99/2016/QH13", "Luật", "2016-11-27", "Đạt Đài");
    law(all, "day-nghe", "76/2006/QH11", "Luật", "2006-11-29", "Dạy nghề");
    law(all, "nghe", "74/2014/QH13", "Luật", "2014-11-27", "Giáo dục nghề nghiệp");
    law(all, "quoc-tich", "24/2008/QH12", "Luật", "2008-11-13", "Quốc tịch Việt Nam");
    law(all, "hien-phap", "", "Hiến pháp", "2013-11-28", "nước Cộng hòa xã hội chủ nghĩa Việt Nam");
    document(
        all,
        "nghi-dinh",
        "43/2014/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2014-05-15",
        "quy định chi tiết thi hành một số điều của Luật Đất đai");
    engine.apply(all);
    engine.commit(new IndexMark("registry", "epoch", 1));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static void plan(
      List<IndexChange> all, String id, String number, String issuer, String issued) {
    document(all, id, number, "Kế hoạch", issuer, issued, "trồng cây ven đường");
  }

  private static void decision(List<IndexChange> all, String id, String number, String issued) {
    String issuer = "Ủy ban nhân dân tỉnh Sơn La";
    document(all, id, number, "Quyết định", issuer, issued, "bến xe");
  }

  private static void document(
      List<IndexChange> all,
      String id,
      String number,
      String type,
      String issuer,
      String issued,
      String subject) {
    all.add(
        Samples.put(
            id,
            DocumentKind.ORIGINAL,
            number,
            type,
            issuer,
            issued,
            subject,
            "Nội dung về " + subject + "."));
  }

  private static void law(
      List<IndexChange> all, String id, String number, String type, String issued, String subject) {
    String text =
        """
        Điều 5. Giải thích
        1. Thửa là phần được giới hạn.
        a) Thửa lớn.
        2. Bờ là phần còn lại.
        a) Bờ cao.
        đ) Bờ đá.
        3. Ao.
        Điều 6. Trách nhiệm
        1. Mọi người giữ gìn bờ.
        """;
    int second = text.indexOf("Điều 6");
    List<Provision> provisions =
        List.of(
            article("5", "Giải thích", 0, second),
            article("6", "Trách nhiệm", second, text.length()));
    all.add(
        new IndexChange.Put(
            id,
            Samples.document(
                DocumentKind.ORIGINAL, number, type, "Quốc hội", issued, subject, provisions),
            List.of(text)));
  }

  private static Provision article(String number, String heading, int start, int end) {
    Step chapter = new Step(Level.CHUONG, "1");
    return new Provision(
        new ProvisionPath(List.of(chapter, new Step(Level.DIEU, number))),
        "Điều " + number,
        heading,
        new Span(start, end));
  }

  private SearchResult search(String query) {
    return engine.search(SearchRequest.of(query, 20));
  }

  private List<String> ids(String query) {
    return search(query).hits().stream().map(Hit::documentId).toList();
  }

  private List<String> bearers(String query) {
    return search(query).numbers().stream().map(Bearer::documentId).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "383/KH-UBND, gia-lai-2022",
    "383-KH/UBND, dang",
    "383/kh-ubnd năm 2020, gia-lai-2020",
    "383/KH-UBND tỉnh Lào Cai, lao-cai-2021",
    "383 kh ubnd lao cai, lao-cai-2021",
    "kh ubnd 383 gia lai 2020, gia-lai-2020",
    "số 383 kế hoạch ubnd tỉnh gia lai năm 2020, gia-lai-2020",
    "383/KHUBND Lào Cai, lao-cai-2021",
    "383/KH –UBND ngày 26/2/2020, gia-lai-2020",
    "so 383 ngay 26 thang 02 nam 2020, gia-lai-2020",
    "383/KH-UBND-VX, van-xa",
    "ke hoach 383 lao cai, lao-cai-2021",
    "383/KH UBND tỉnh Lào Cai, lao-cai-2021",
    "KẾ HOẠCH SỐ 383 CỦA ỦY BAN NHÂN DÂN TỈNH LÀO CAI, lao-cai-2021",
    "5/HD-STC, huong-dan",
    "5/HĐ-STC, hop-dong",
    "5 hd stc 2021, huong-dan",
    "so:383/KH-UBND, gia-lai-2022",
    "so:383 nam:2021, lao-cai-2021",
    "383 kế hoạch ubnd tỉnh yên bái 2021, lao-cai-2021",
    "383 ke hoach ubnd tinh binh dinh 2020, gia-lai-2020",
    "383/KH-UBND tỉnh Hoàng Liên Sơn, lao-cai-2021",
    "1/QD-UBND, gach-cheo",
    "1/qd-ubnd, gach-cheo",
    "1-qd/ubnd, gach-noi",
    "1 qd ubnd son la 2020, gach-cheo",
    "941/2018/T, thong-tu",
    "941/2018/TT-, thong-tu",
    "941/2018/, thong-tu",
    "941/20, thong-tu",
    "941/2018, thong-tu",
    "so:383/K, van-xa",
    "383/K, van-xa",
    "383/KH-, van-xa",
    "383/, van-xa",
    "43/2014/nd, nghi-dinh",
    "nghị định 43, nghi-dinh",
    "nđ 43, nghi-dinh",
    "tt 941, thong-tu",
    "qd 77, co-dau",
    "cv so 1056, cong-van",
    "5/hd-s, hop-dong",
    "1056/U, cong-van",
    "số 1056/UBN, cong-van",
    "1056 /ubnd-n, cong-van",
    "so:1056/U, cong-van",
    "43/2014/N, nghi-dinh",
    "77/QĐ-UB, co-dau",
    "cv 1056, cong-van",
    "công văn 1056, cong-van",
    "cong van so 1056 ubnd son la, cong-van",
    "77/QD-UBND, khong-dau",
    "77/QĐ-UBND, co-dau",
    "\"383/KH-UBND-VX\", van-xa",
  })
  void bodyAndYearDecideAmongAlikeNumbers(String query, String first) {
    assertThat(ids(query)).startsWith(first);
  }

  @Test
  void allThatShareANumberAreListedTheExactFirst() {
    List<Bearer> numbers = search("383-KH/UBND").numbers();
    assertThat(numbers.getFirst().documentId()).isEqualTo("dang");
    assertThat(numbers.stream().filter(Bearer::exact)).hasSize(1);
    assertThat(bearers("383/KH-UBND Lào Cai"))
        .containsExactlyInAnyOrder("lao-cai-2021", "gia-lai-2022", "gia-lai-2020", "dang");
    assertThat(search("383/KH-UBND").hits().getFirst().found()).isEqualTo(Found.NUMBER);
    assertThat(bearers("\"383/KH-UBND-VX\"")).containsExactly("van-xa");
    assertThat(bearers("kế hoạch 383")).contains("van-xa", "lao-cai-2021");
    assertThat(search("trồng cây").numbers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "luật đất đai, dat-2013",
    "luat dat dai 2003, dat-2003",
    "Luật Đất đai năm 2013, dat-2013",
    "luật đất đai sửa đổi, sua-dat",
    "luật sửa đổi luật nhà ở, sua-dat",
    "bo luat hinh su, hinh-su",
    "luật hình sự, hinh-su",
    "BLHS 2015, hinh-su",
    "luật dạy nghề, day-nghe",
    "luật GDNN, nghe",
    "luật quốc tịch, quoc-tich",
    "hiến pháp 2013, hien-phap",
    "toàn văn luật đất đai mới nhất, dat-2013",
    "luật đạt đài, dat-dai",
  })
  void aLawIsFoundByItsName(String query, String first) {
    assertThat(ids(query)).startsWith(first);
    assertThat(search(query).hits().getFirst().found()).isEqualTo(Found.NAME);
  }

  @Test
  void theLawThatTookOverComesNext() {
    assertThat(ids("luật dạy nghề")).startsWith("day-nghe", "nghe");
  }

  @ParameterizedTest
  @CsvSource({
    "điểm đ khoản 2 Điều 5 Luật Đất đai 2003, dat-2003, chuong-1.dieu-5.khoan-2.diem-đ",
    "diem d khoan 2 dieu 5 luat dat dai 2003, dat-2003, chuong-1.dieu-5.khoan-2.diem-đ",
    "dieu 5 luat dat dai 2013, dat-2013, chuong-1.dieu-5",
    "khoản 2 điều 5 luật đất đai, dat-2013, chuong-1.dieu-5.khoan-2",
    "Luật Đất đai 2013 Điều 5 khoản 2, dat-2013, chuong-1.dieu-5.khoan-2",
    "'Luật Đất đai 2003, Điều 5, khoản 1, điểm a', dat-2003, chuong-1.dieu-5.khoan-1.diem-a",
    "Điều 6 45/2013/QH13, dat-2013, chuong-1.dieu-6",
    "Điều 5 Luật số 13/2003/QH11, dat-2003, chuong-1.dieu-5",
    "khoản 7 Điều 6 luật hình sự, hinh-su, chuong-1.dieu-6",
    "Đ5 BLHS, hinh-su, chuong-1.dieu-5",
    "k2 đ5 blhs, hinh-su, chuong-1.dieu-5.khoan-2",
    "Điều 5.2 Luật Đất đai 2003, dat-2003, chuong-1.dieu-5.khoan-2",
    "điểm a điều 5.2 blhs, hinh-su, chuong-1.dieu-5.khoan-2.diem-a",
    "Điều 5 Luật Đất đai số 13/2003/QH11, dat-2003, chuong-1.dieu-5",
    "dieu 5 luat dat dai so 13/2003/qh11, dat-2003, chuong-1.dieu-5",
    "'Điều 6, Luật Đất đai (số 45/2013/QH13) ngày 29/11/2013', dat-2013, chuong-1.dieu-6",
    "điểm a khoản 2 điều 5 luật 45/2013/qh13 của quốc hội về đất đai, dat-2013, chuong-1.dieu-5.khoan-2.diem-a",
    "diem a khoan 2 dieu 5 luat 13/2003/qh11 cua quoc hoi ve dat dai, dat-2003, chuong-1.dieu-5.khoan-2.diem-a",
    "khoản 1 điều 6 bộ luật hình sự 2015, hinh-su, chuong-1.dieu-6.khoan-1",
    "khoan 1 dieu 6 bo luat hinh su 2015, hinh-su, chuong-1.dieu-6.khoan-1",
  })
  void aCitationOpensItsProvision(String query, String first, String path) {
    Hit hit = search(query).hits().getFirst();
    assertThat(hit.documentId()).isEqualTo(first);
    assertThat(hit.found()).isEqualTo(Found.CITATION);
    assertThat(hit.passages().getFirst().path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "Điều 6 Luật Đất đai số 13/2003/QH11, dat-2003, chuong-1.dieu-6",
    "khoan 2 dieu 5 luat dat dai 2013, dat-2013, chuong-1.dieu-5.khoan-2",
  })
  void theCitedPassageIsTheFirstOfPassages(String query, String document, String path) {
    List<Hit> hits = engine.search(SearchRequest.of(query, 20).with(Unit.PASSAGE)).hits();
    assertThat(hits.getFirst().documentId()).isEqualTo(document);
    assertThat(hits.getFirst().found()).isEqualTo(Found.CITATION);
    assertThat(hits.getFirst().passages())
        .singleElement()
        .extracting(p -> p.path())
        .isEqualTo(path);
    assertThat(hits.stream().map(hit -> hit.documentId() + hit.passages())).doesNotHaveDuplicates();
  }

  @Test
  void aNumberAmongOtherWordsIsNoCitationWhereThereIsNoSuchArticle() {
    Hit hit = search("điều 99 luật đất đai số 45/2013/QH13").hits().getFirst();
    assertThat(hit.documentId()).isEqualTo("dat-2013");
    assertThat(hit.found()).isEqualTo(Found.NUMBER);
  }

  @Test
  void theProvisionIsShownFromItsBeginning() {
    Hit hit = search("khoản 2 điều 5 luật đất đai 2013").hits().getFirst();
    assertThat(hit.passages().getFirst().snippet().text()).startsWith("…2. Bờ là phần còn lại.");
  }

  @Test
  void aProvisionThatIsNotThereIsNotClaimed() {
    Hit hit = search("điều 99 luật đất đai 2003").hits().getFirst();
    assertThat(hit.documentId()).isEqualTo("dat-2003");
    assertThat(hit.found()).isEqualTo(Found.NAME);
  }

  /** The law of another year is another law. */
  @ParameterizedTest
  @ValueSource(strings = {"điều 5 luật đất đai 1993", "luật đất đai 1993", "luat dat dai nam 1993"})
  void aLawOfAYearThatIsNotHeldIsNotTakenForAnother(String query) {
    assertThat(search(query).hits()).isNotEmpty().allMatch(hit -> hit.found() == Found.WORDS);
  }

  @ParameterizedTest
  @CsvSource({
    "Điều 5 Luật số 45/2013/QH13, dat-2013",
    "luật đất đai 2003, dat-2003",
    "383/KH-UBND, gia-lai-2020"
  })
  void whatIsAskedForByNameOrNumberIsCountedAndOrderedToo(String query, String id) {
    for (SearchRequest.Order order : SearchRequest.Order.values()) {
      SearchResult found = engine.search(SearchRequest.of(query, 100).with(order).withFacets());
      assertThat(found.hits().stream().map(Hit::documentId)).as(order.name()).contains(id);
      assertThat(found.total()).as(order.name()).isGreaterThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NOT loai:luật, false",
    "KHÔNG loai:luật, false",
    "NOT (loai:luật), false",
    "loai:luật, true"
  })
  void allButSome(String query, boolean laws) {
    List<String> found = ids(query);
    assertThat(found.contains("dat-2003")).isEqualTo(laws);
    assertThat(found.contains("nghi-dinh")).isNotEqualTo(laws);
  }

  @Test
  void veryManyAlternativesAreAnswered() {
    for (String one : List.of("coquan:BTC", "coquan:gia lai", "loai:NĐ", "so:1/QĐ-UBND")) {
      String query = (one + " OR ").repeat(1_000 / (one.length() + 4) - 1) + one;
      assertThat(search(query).total()).as(query).isNotNegative();
    }
    String provinces =
        "gia lai,lào cai,bình định,yên bái,phú yên,đắk lắk,kon tum,quảng ngãi,cà mau,bạc liêu,"
            + "an giang,kiên giang,huế,đà nẵng,quảng nam,quảng trị,quảng bình,hà tĩnh,nghệ an,"
            + "thanh hóa,ninh bình,hà nam,nam định,hưng yên,thái bình,hải phòng,hải dương,hà nội,"
            + "bắc ninh,bắc giang,phú thọ,vĩnh phúc,hòa bình,sơn la,lai châu,điện biên,lạng sơn";
    String all = "coquan:CP OR coquan:" + provinces.replace(",", " OR coquan:");
    assertThat(all).hasSizeGreaterThan(600).hasSizeLessThan(1_000);
    assertThat(ids(all)).contains("nghi-dinh", "lao-cai-2021");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Theo Luật Đất đai, bờ do ai giữ gìn?",
        "kế hoạch 5 năm",
        "Luật Đất đai nói gì về ao",
        "đất đai 2013",
        "điều 5 khoản 2",
      })
  void questionsAreNoLookUps(String query) {
    assertThat(search(query).hits()).allMatch(hit -> hit.found() == Found.WORDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "loai:luật nam:[2013 TO 2015] | nghe dat-2013",
        "loai:\"bộ luật\" | hinh-su",
        "loai:NĐ đất | nghi-dinh",
        "nghị định loai:ND | nghi-dinh",
        "coquan:\"UBND tỉnh Lào Cai\" | lao-cai-2021",
        "coquan:\"ubnd tinh lao cai\" trồng cây | lao-cai-2021",
        "coquan:CP chi tiết | nghi-dinh",
        "ngay:26/02/2020 cây | gia-lai-2020",
        "ngay:[* TO 2019-12-31] cây | dang",
        "\"thuê kho\" | hop-dong",
        "\"thue kho\" | hop-dong",
        "thuê AND kho | hop-dong",
        "(thuê kho) OR (phí chợ) | hop-dong huong-dan",
        "NOT coquan:\"gia lai\" cây loai:\"kế hoạch\" | lao-cai-2021",
        "cây AND NOT coquan:\"gia lai\" | lao-cai-2021",
        "so:383/KH-UBND-VX cây | van-xa",
        "coquan:UBND tỉnh Lào Cai trồng cây | lao-cai-2021",
        "coquan:ubnd tinh lao cai trong cay | lao-cai-2021",
        "coquan:UBND tỉnh Yên Bái trồng cây | lao-cai-2021",
        "coquan:yen bai trong cay | lao-cai-2021",
        "coquan:sở kế hoạch và đầu tư lào cai | huong-dan hop-dong",
        "coquan:Hội đồng Bộ trưởng đất | nghi-dinh",
      })
  void operatorsAndFieldsChoose(String query, String found) {
    assertThat(ids(query)).containsExactlyInAnyOrder(found.split(" ", -1));
  }

  @Test
  void operatorsSpeakOfTheDocumentRowsOfThePassage() {
    assertThat(ids("\"Ao\" AND \"Mọi người\" AND loai:\"bộ luật\"")).containsExactly("hinh-su");
    assertThat(ids("\"Ao\" \"Mọi người\" loai:\"bộ luật\"")).isEmpty();
    Hit sixth = search("bờ dieu:6 loai:\"bộ luật\"").hits().getFirst();
    assertThat(sixth.passages().getFirst().path()).isEqualTo("chuong-1.dieu-6");
  }

  @Test
  void aPhraseThatStandsNowhereIsSearchedAsWords() {
    SearchResult result = search("\"kho thuê\" ở chợ");
    assertThat(result.hits()).isNotEmpty();
    assertThat(result.spelling().orElseThrow().used()).isTrue();
  }
}
