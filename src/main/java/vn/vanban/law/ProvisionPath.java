package vn.vanban.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The stable address of a provision within its document: {@code chuong-2.dieu-5.khoan-2.diem-a}.
 *
 * @param steps from the outermost level inwards; never empty
 */
public record ProvisionPath(List<Step> steps) {
  public ProvisionPath {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a provision path has at least one step");
    }
  }

  /** The levels, outermost first (Luật Ban hành văn bản quy phạm pháp luật 2015, Điều 8). */
  public enum Level {
    PHAN("Phần"),
    CHUONG("Chương"),
    MUC("Mục"),
    TIEU_MUC("Tiểu mục"),
    DIEU("Điều"),
    KHOAN("Khoản"),
    DIEM("Điểm"),
    /** A numbered section of a document without Điều: I., 1., a). */
    SECTION("Đề mục"),
    PHU_LUC("Phụ lục");

    private final String vietnamese;

    Level(String vietnamese) {
      this.vietnamese = vietnamese;
    }

    /** The Vietnamese name: {@code Điều}. */
    public String vietnamese() {
      return vietnamese;
    }

    String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One level of a path.
   *
   * @param level which level
   * @param number its number in lower case as printed: {@code 5}, {@code 146đ}, {@code ii}, {@code
   *     a}
   */
  public record Step(Level level, String number) {
    @Override
    public String toString() {
      return level.slug() + "-" + number;
    }
  }

  /** The path of a child of this provision. */
  public ProvisionPath child(Level level, String number) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(level, number));
    return new ProvisionPath(longer);
  }

  /** The innermost step. */
  public Step last() {
    return steps.getLast();
  }

  /** The form used in addresses: {@code dieu-5.khoan-2.diem-a}. */
  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("."));
  }
}
