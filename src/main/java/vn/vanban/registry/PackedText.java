package vn.vanban.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Text as kept in the database: one byte for the form, four for the length before compression, then
 * raw DEFLATE (RFC 1951). The form is UTF-8, or plain UTF-16 units for text with lone surrogates,
 * which damaged files contain and UTF-8 cannot carry: offsets must survive.
 */
final class PackedText {
  /** No DEFLATE stream grows by more (zlib.net, "Technical Details": 1032 : 1). */
  private static final int MOST_INFLATION = 1032;

  private static final byte UTF_8 = 1;
  private static final byte UTF_16_UNITS = 2;
  private static final int HEADER_BYTES = 5;

  /**
   * On the text of 240 legal documents level 1 packs 79 MB/s to .21 of the size, level 3 63 MB/s to
   * .19, level 6 23 MB/s to .16.
   */
  private static final int LEVEL = 3;

  private PackedText() {}

  static byte[] pack(String text) {
    byte form = UTF_8;
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    if (hasLoneSurrogate(text)) {
      form = UTF_16_UNITS;
      ByteBuffer units = ByteBuffer.allocate(Math.multiplyExact(text.length(), 2));
      units.asCharBuffer().put(text);
      raw = units.array();
    }
    try (Deflater deflater = new Deflater(LEVEL, true)) {
      deflater.setInput(raw);
      deflater.finish();
      byte[] out = new byte[HEADER_BYTES + raw.length / 3 + 64];
      int size = HEADER_BYTES;
      while (!deflater.finished()) {
        if (size == out.length) {
          out = Arrays.copyOf(out, out.length + out.length / 2);
        }
        size += deflater.deflate(out, size, out.length - size);
      }
      ByteBuffer.wrap(out).put(form).putInt(raw.length);
      return Arrays.copyOf(out, size);
    }
  }

  /**
   * The text that was packed.
   *
   * @throws RegistryException if the bytes are not what {@link #pack} made
   */
  static String unpack(byte[] packed) {
    if (packed.length < HEADER_BYTES) {
      throw damaged(null);
    }
    ByteBuffer header = ByteBuffer.wrap(packed);
    byte form = header.get();
    int length = header.getInt();
    if (length < 0 || length > (long) packed.length * MOST_INFLATION) {
      throw damaged(null);
    }
    byte[] raw = new byte[length];
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed, HEADER_BYTES, packed.length - HEADER_BYTES);
      int size = 0;
      while (size < length) {
        int read = inflater.inflate(raw, size, length - size);
        if (read == 0) {
          throw damaged(null);
        }
        size += read;
      }
    } catch (DataFormatException e) {
      throw damaged(e);
    }
    return switch (form) {
      case UTF_8 -> new String(raw, StandardCharsets.UTF_8);
      case UTF_16_UNITS -> ByteBuffer.wrap(raw).asCharBuffer().toString();
      default -> throw damaged(null);
    };
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        return true;
      }
    }
    return false;
  }

  private static RegistryException damaged(@org.jspecify.annotations.Nullable Throwable cause) {
    String message = "Dữ liệu nén trong sổ đăng ký bị hỏng.";
    return cause == null ? new RegistryException(message) : new RegistryException(message, cause);
  }
}
