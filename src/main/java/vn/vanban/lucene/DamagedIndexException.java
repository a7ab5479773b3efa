package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;

/** An index whose files are not as they were written; the message says so in Vietnamese. */
public final class DamagedIndexException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  DamagedIndexException(IOException cause) {
    super("Chỉ mục bị hỏng, sẽ được dựng lại khi ingest, serve hoặc reindex chạy.", cause);
  }
}
