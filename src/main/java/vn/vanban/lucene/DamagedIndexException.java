package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;

/** An index whose files are not as they were written; the message says so in Vietnamese. */
public final class DamagedIndexException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private DamagedIndexException(String message, IOException cause) {
    super(message, cause);
  }

  /** One that {@link LuceneEngine#open} notices too, and makes anew. */
  static DamagedIndexException atOpening(IOException cause) {
    return new DamagedIndexException(
        "Chỉ mục bị hỏng, sẽ được dựng lại khi ingest, serve hoặc reindex chạy.", cause);
  }

  /** One that shows only when it is read through, which no opening does. */
  static DamagedIndexException atReading(IOException cause) {
    return new DamagedIndexException(
        "Chỉ mục bị hỏng, sẽ được dựng lại khi ingest, serve hoặc reindex chạy.", cause);
  }
}
