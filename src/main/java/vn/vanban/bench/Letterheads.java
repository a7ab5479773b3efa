package vn.vanban.bench;

import java.util.List;
import java.util.random.RandomGenerator;

/** Types, symbols and bodies that made documents bear, about as often as real ones do. */
final class Letterheads {
  private static final List<String> MINISTRIES =
      List.of(
          "BTC Bộ Tài chính",
          "BYT Bộ Y tế",
          "BCT Bộ Công Thương",
          "BXD Bộ Xây dựng",
          "BNV Bộ Nội vụ",
          "BCA Bộ Công an",
          "BTP Bộ Tư pháp",
          "BGDĐT Bộ Giáo dục và Đào tạo");
  private static final List<String> PROVINCES =
      List.of(
          "tỉnh Gia Lai",
          "tỉnh Lào Cai",
          "tỉnh Nghệ An",
          "tỉnh Quảng Ninh",
          "tỉnh Lâm Đồng",
          "tỉnh Cà Mau",
          "tỉnh An Giang",
          "tỉnh Thanh Hóa",
          "tỉnh Đắk Lắk",
          "tỉnh Sơn La",
          "thành phố Hà Nội",
          "thành phố Đà Nẵng",
          "thành phố Cần Thơ",
          "thành phố Hải Phòng");

  private Letterheads() {}

  /**
   * The head of a document.
   *
   * @param type {@code Nghị định}
   * @param number {@code 1234/2019/NĐ-CP}
   * @param issuer {@code Chính phủ}
   */
  record Letterhead(String type, String number, String issuer) {}

  /** A head of a year. */
  static Letterhead any(int year, RandomGenerator random) {
    int ordinal = 1 + random.nextInt(random.nextInt(3) == 0 ? 9_999 : 500);
    String province = PROVINCES.get(random.nextInt(PROVINCES.size()));
    String[] ministry = MINISTRIES.get(random.nextInt(MINISTRIES.size())).split(" ", 2);
    String council = "Hội đồng nhân dân " + province;
    String committee = "Ủy ban nhân dân " + province;
    return switch (random.nextInt(12)) {
      case 0 ->
          new Letterhead(
              "Luật", ordinal % 150 + "/" + year + "/QH" + (9 + (year - 1990) / 5), "Quốc hội");
      case 1, 2 -> new Letterhead("Nghị định", ordinal + "/" + year + "/NĐ-CP", "Chính phủ");
      case 3, 4 ->
          new Letterhead("Thông tư", ordinal + "/" + year + "/TT-" + ministry[0], ministry[1]);
      case 5 -> new Letterhead("Quyết định", ordinal + "/QĐ-TTg", "Thủ tướng Chính phủ");
      case 6 -> new Letterhead("Quyết định", ordinal + "/QĐ-" + ministry[0], ministry[1]);
      case 7 -> new Letterhead("Nghị quyết", ordinal + "/NQ-HĐND", council);
      case 8 -> new Letterhead("Quyết định", ordinal + "/" + year + "/QĐ-UBND", committee);
      case 9 -> new Letterhead("Kế hoạch", ordinal + "/KH-UBND", committee);
      case 10 -> new Letterhead("Chỉ thị", ordinal + "/CT-UBND", committee);
      default -> new Letterhead("Quyết định", ordinal + "/QĐ-UBND", committee);
    };
  }
}
