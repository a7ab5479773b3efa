package vn.vanban.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files for commands to read; bodies and texts are invented. */
final class Letters {
  /** Nothing of it can be read: the signature of a PDF, and no PDF after it. */
  static final byte[] BROKEN_PDF = "%PDF-1.7\nhỏng".getBytes(StandardCharsets.UTF_8);

  private Letters() {}

  static String plan(String number, String subject) {
    return """
    ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    TỈNH SÔNG MƠ                       Độc lập - Tự do - Hạnh phúc
    Số: %s/KH-UBND                     Sông Mơ, ngày 14 tháng 3 năm 2022

    KẾ HOẠCH
    %s

    I. MỤC ĐÍCH
    Nâng cao nhận thức của người dân về %s trên toàn tỉnh.

    II. TỔ CHỨC THỰC HIỆN
    Các sở theo dõi và báo cáo trước ngày 15 tháng 12.

    TM. ỦY BAN NHÂN DÂN
    CHỦ TỊCH

    Trần Văn Mẫu
    """
        .formatted(number, subject, subject.toLowerCase(java.util.Locale.ROOT));
  }

  static void zip(Path archive, Map<String, byte[]> members) throws IOException {
    try (OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeEntry();
      }
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
