package vn.vanban.law;

import java.time.LocalDate;
import java.time.ZoneId;

/** The time by which days of Vietnamese law begin and end. */
public final class VietnamTime {
  /** Indochina Time, without summer time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private VietnamTime() {}

  /** The present day in Việt Nam. */
  public static LocalDate today() {
    return LocalDate.now(ZONE);
  }
}
