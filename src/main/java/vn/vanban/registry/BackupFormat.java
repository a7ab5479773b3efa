package vn.vanban.registry;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;

/**
 * A backup: a zip file (PKWARE APPNOTE 6.3, with its 64-bit extensions) of {@code registry.db},
 * {@code originals/SHA256} and {@code quarantine/…}, whose last entry lists the others with size
 * and SHA-256, one JSON object a line after a {@link Header}.
 */
final class BackupFormat {
  static final int VERSION = 1;
  static final String MANIFEST = "manifest.ndjson";
  static final String DATABASE = "registry.db";
  static final String ORIGINALS = "originals/";
  static final String QUARANTINE = "quarantine/";

  /** What may stand in a backup beside the manifest; so no name leads out of the data folder. */
  static final Pattern NAME =
      Pattern.compile("registry\\.db|originals/[0-9a-f]{64}|quarantine/[0-9a-f]{64}(\\.txt)?");

  static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

  private BackupFormat() {}

  /**
   * The first line of the manifest.
   *
   * @param format {@link #VERSION}
   * @param registry the registry's id
   * @param sequence its last change
   * @param made when, ISO 8601, UTC
   */
  record Header(int format, String registry, long sequence, String made) {}

  /**
   * Another line of the manifest.
   *
   * @param name of the entry
   * @param bytes its size
   * @param sha256 its hash
   */
  record Entry(String name, long bytes, String sha256) {}
}
