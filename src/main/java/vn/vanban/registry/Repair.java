package vn.vanban.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes anew what can be derived, and ends erasures that were cut off. */
final class Repair {
  private final Jdbi reading;
  private final Jdbi writing;
  private final Originals originals;
  private final DerivedRepair derived;
  private final Lock lock;

  /**
   * A repair.
   *
   * @param lock held for each transaction, so that others may write in between
   */
  Repair(Jdbi reading, Jdbi writing, Originals originals, DerivedRepair derived, Lock lock) {
    this.reading = reading;
    this.writing = writing;
    this.lock = lock;
    this.originals = originals;
    this.derived = derived;
  }

  /** Does it, and says what was done. */
  List<Finding> run() throws IOException {
    List<Finding> done = new ArrayList<>();
    int stray = strayRows();
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

  private int strayRows() {
    lock.lock();
    try {
      return writing.inTransaction(handle -> strayRows(handle));
    } finally {
      lock.unlock();
    }
  }

  private static int strayRows(Handle handle) {
    int rows = 0;
    for (String table : List.of("cited_as", "reference", "band")) {
      rows +=
          handle.execute(
              "DELETE FROM "
                  + table
                  + " WHERE document IN (SELECT ordinal FROM document WHERE state <> 'LIVE')");
    }
    return rows;
  }
}
