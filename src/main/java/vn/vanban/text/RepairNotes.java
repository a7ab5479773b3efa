package vn.vanban.text;

import java.util.ArrayList;
import java.util.List;

/** What was repaired, in words for the reader. */
final class RepairNotes {
  private final List<String> notes = new ArrayList<>();

  void converted(String encoding, int paragraphs) {
    add(paragraphs, "Đã chuyển %d đoạn từ bảng mã " + encoding + " sang Unicode.");
  }

  void leftOut(int lines) {
    add(lines, "Đã bỏ %d dòng số trang, tiêu đề trang chen giữa câu.");
  }

  void spacing(PdfSpacing spacing) {
    add(spacing.joined(), "Đã ghép %d âm tiết bị tách rời khi in.");
    add(spacing.unglued(), "Đã tách %d chỗ hai âm tiết dính liền khi in.");
    add(spacing.undoubled(), "Đã bỏ chữ in lặp trong %d dòng.");
  }

  void hyphens(int lines) {
    add(lines, "Đã nối %d số, ký hiệu bị ngắt dòng ở dấu gạch nối.");
  }

  void damage(TextDamage damage) {
    if (damage.found() || damage.unmarked()) {
      notes.add(damage.message());
    }
  }

  private void add(int count, String note) {
    if (count > 0) {
      notes.add(note.formatted(count));
    }
  }

  List<String> all() {
    return notes;
  }
}
