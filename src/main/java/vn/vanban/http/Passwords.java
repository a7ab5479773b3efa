package vn.vanban.http;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;

/**
 * Hashes of passwords: argon2id with 19 MiB, two passes and one lane, as the OWASP Password Storage
 * Cheat Sheet asks for at least. Hashes name their parameters, so that others can follow.
 */
public final class Passwords {
  /** Characters at least; NIST SP 800-63B asks for 8, and 15 where nothing else is asked. */
  public static final int MIN_LENGTH = 12;

  /** Characters at most, so that nobody hashes megabytes; NIST SP 800-63B allows 64 at least. */
  public static final int MAX_LENGTH = 256;

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;

  private Passwords() {}

  /**
   * Hashes a new password with a salt of its own.
   *
   * @throws IllegalArgumentException in Vietnamese, if it is too short or too long
   */
  public static String hash(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "Mật khẩu phải có từ %d đến %d ký tự.".formatted(MIN_LENGTH, MAX_LENGTH));
    }
    return Password.hash(plain(password)).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult();
  }

  /** Whether a text is a hash that {@link #hash} gave. */
  public static boolean isHash(String text) {
    return text.matches("\\$argon2id\\$v=19\\$m=\\d+,t=\\d+,p=\\d+\\$[\\w+/=]+\\$[\\w+/=]+");
  }

  /** Whether this is the password; takes as long whether it is or not. */
  static boolean matches(String password, String hash) {
    return password.length() <= 4 * MAX_LENGTH
        && Password.check(plain(password), hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** Takes as long as {@link #matches} and is never right: for a name that nobody bears. */
  static boolean matchesNobody(String password) {
    return password.length() <= 4 * MAX_LENGTH && !isHash(hash(Secrets.random()));
  }

  /** Keyboards differ in how they compose letters (NIST SP 800-63B: NFKC or NFKD). */
  private static String plain(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
