package vn.vanban.parse;

import java.util.Set;

/** Vietnamese family names, of the Kinh and of the other peoples, in folded form. */
final class Surnames {
  private Surnames() {}

  private static final Set<String> KNOWN =
      Set.of(
          "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ",
          "hồ", "ngô", "dương", "lý", "an", "âu", "bạch", "bành", "biện", "bế", "ca", "cái", "cao",
          "cát", "cầm", "chu", "châu", "chế", "chử", "cù", "cung", "diệp", "doãn", "đái", "đàm",
          "đào", "đan", "điền", "điêu", "đinh", "đoàn", "đồng", "đổng", "đậu", "đôn", "giang",
          "giàng", "giáp", "hà", "hạ", "hàn", "hán", "hầu", "hoa", "hứa", "hùng", "hảng", "kha",
          "khiếu", "khổng", "khúc", "khuất", "kiều", "kim", "la", "lã", "lại", "lâm", "liêu",
          "liễu", "lò", "lỗ", "lộc", "lục", "luyện", "lương", "lường", "lưu", "ma", "mạc", "mạch",
          "mai", "mẫn", "mã", "mùa", "ninh", "nhữ", "nhâm", "nghiêm", "nông", "ôn", "ông", "phí",
          "phó", "phùng", "phương", "quách", "quan", "quàng", "quản", "quyền", "sầm", "sơn", "sùng",
          "sử", "tạ", "tăng", "tào", "tất", "thạch", "thái", "thân", "thang", "thào", "thiều",
          "thịnh", "tiêu", "tiết", "tòng", "tô", "tôn", "tống", "triệu", "trịnh", "trình", "trang",
          "trà", "trương", "từ", "tưởng", "ung", "uông", "ứng", "vàng", "văn", "vi", "viên",
          "vương", "xa", "yên", "lèng", "lầu", "cà", "hoàn", "ksor", "siu", "rơ", "rcom", "nay",
          "y", "h", "kpă", "puih", "rmah", "bá", "bàn", "chẩu", "chìu", "đèo", "hờ", "khà", "lù",
          "lừ", "cứ", "phàn", "tẩn", "chảo", "tráng", "thền", "ly", "vừ", "mông", "hù", "bờ", "chá",
          "há");

  /** Whether a folded word is a family name. */
  static boolean isKnown(String folded) {
    return KNOWN.contains(folded);
  }
}
