package vn.vanban.parse;

import java.util.List;
import java.util.Optional;
import vn.vanban.law.Citation;
import vn.vanban.law.ProvisionPath.Level;

/** What stands in the text before it is put together: a document, or provisions of one level. */
sealed interface Mention {
  int start();

  int end();

  /** {@code Nghị định số 30/2020/NĐ-CP}, {@code Luật Đất đai năm 2013}, {@code Thông tư này}. */
  record Document(Citation.Target target, int start, int end, String rule) implements Mention {}

  /**
   * {@code các điều 26, 32 và 35}, {@code khoản 2}, {@code Điều này}.
   *
   * @param plural whether "các" stands before it
   */
  record Provisions(Level level, List<Item> items, boolean plural, int start, int end)
      implements Mention {
    public Provisions {
      items = List.copyOf(items);
    }

    boolean isThis() {
      return items.getFirst().number().equals(THIS);
    }
  }

  /** The number of a provision that points to itself: {@code Điều này}. */
  String THIS = "nay";

  /**
   * One number of a list.
   *
   * @param until the last of a range
   */
  record Item(String number, Optional<String> until, int start, int end) {}
}
