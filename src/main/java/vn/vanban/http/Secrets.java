package vn.vanban.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.vanban.registry.Registry;

/**
 * Random secrets of 256 bits, and their hashes. SHA-256 is enough for these, and fast: what a slow
 * hash of a password makes expensive, guessing, is hopeless for 256 random bits.
 */
public final class Secrets {
  /** By it, scanners for leaked secrets find ours. */
  static final String TOKEN_PREFIX = "vanban_";

  private static final int BYTES = 32;

  private Secrets() {}

  /** A new token. */
  public static String newToken() {
    return TOKEN_PREFIX + random();
  }

  static String random() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Under which a secret is kept. */
  public static String hash(String secret) {
    return Registry.sha256(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** What a session's forms carry: follows from its secret, and does not tell it. */
  static String formKey(String session) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(session.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal("form".getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
