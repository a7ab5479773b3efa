package vn.vanban.registry;

/** The registry cannot do what was asked; the message says what, where and what to do. */
public class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RegistryException(String message) {
    super(message);
  }

  public RegistryException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Why a disk or database failed, and what to do, in Vietnamese and English: the continuation of
   * "Không thể ghi …: ".
   *
   * @param failure of the disk or the database, or what it caused
   */
  public static String reason(Throwable failure) {
    return Failures.reason(failure);
  }
}
