package vn.vanban.ingest;

import vn.vanban.extract.ExtractorUnavailableException;

/**
 * No file can be read now, for reasons that are this machine's: what was to be read is neither
 * registered nor rejected. The message says why, in Vietnamese.
 */
public final class ReadingUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadingUnavailableException(ExtractorUnavailableException cause) {
    super(cause.getMessage(), cause);
  }
}
