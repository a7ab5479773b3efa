package vn.vanban.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Makes anew what can be derived, and ends erasures that were cut off. */
final class Repair {
  private final Jdbi reading;
  private final Originals originals;
  private final DerivedRepair derived;

  Repair(Jdbi reading, Originals originals, DerivedRepair derived) {
    this.reading = reading;
    this.originals = originals;
    this.derived = derived;
  }

  /** Does it, and says what was done. */
  List<Finding> run() throws IOException {
    List<Finding> done = new ArrayList<>();
    int stray = derived.clearStray();
    if (stray > 0) {
      done.add(
          new Finding(
              Finding.Level.NOTE,
              "bảng tra cứu",
              "Đã xóa %d dòng của những văn bản không còn hiển thị.".formatted(stray)));
    }
    derived.run();
    done.add(
        new Finding(Finding.Level.NOTE, "bảng tra cứu", "Đã dựng lại từ hồ sơ của từng văn bản."));
    List<String> stored = new ArrayList<>();
    originals.forEach((path, size) -> stored.add(path.getFileName().toString()));
    for (String sha256 : stored) {
      if (reading.withHandle(handle -> Verification.isErased(handle, sha256))) {
        Path path = originals.path(sha256);
        originals.delete(List.of(sha256));
        done.add(
            new Finding(
                Finding.Level.NOTE,
                path.toString(),
                "Đã xóa tệp gốc còn sót của văn bản đã bị xóa nội dung."));
      }
    }
    return done;
  }
}
