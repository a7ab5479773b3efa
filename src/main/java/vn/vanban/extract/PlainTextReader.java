package vn.vanban.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.vanban.extract.ExtractedText.Place;

/**
 * Reads plain text. The encoding is decided from the bytes: a byte order mark, UTF-16 without one,
 * valid UTF-8, windows-1258 by its combining tone marks, else windows-1252, whose letters the
 * repair of TCVN3 and VNI starts from.
 */
final class PlainTextReader {
  private static final Charset VIETNAMESE = Charset.forName("windows-1258");
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int SAMPLE = 1 << 16;

  /** The bytes as text, or nothing if they are no text in any encoding. */
  Optional<String> decode(byte[] bytes) {
    Charset charset = charset(bytes);
    String text = new String(bytes, charset);
    if (charset.equals(WESTERN)) {
      text = withGaps(bytes, text);
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return isText(text) ? Optional.of(text) : Optional.empty();
  }

  /**
   * The five bytes that windows-1252 has no character for are letters of VISCII: kept as they are.
   */
  private static String withGaps(byte[] bytes, String text) {
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = chars[i] == '\uFFFD' ? (char) (bytes[i] & 0xFF) : chars[i];
    }
    return new String(chars);
  }

  void read(String text, TextSink sink) {
    text.lines()
        .flatMap(line ->
            line.chars().anyMatch(c -> c == '\f' || c == '\u000b')
                ? java.util.Arrays.stream(line.split("[\f\u000b]"))
                : java.util.stream.Stream.of(line))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> sink.add(line, Place.BODY));
  }

  static Charset charset(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    Optional<Charset> wide = utf16WithoutMark(bytes);
    if (wide.isPresent()) {
      return wide.get();
    }
    if (isUtf8(bytes)) {
      return StandardCharsets.UTF_8;
    }
    return combinesTones(bytes) ? VIETNAMESE : WESTERN;
  }

  private static boolean starts(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** In UTF-16 every space and line end has a zero byte on one and the same side. */
  private static Optional<Charset> utf16WithoutMark(byte[] bytes) {
    int even = 0;
    int odd = 0;
    int pairs = Math.min(bytes.length, SAMPLE) / 2;
    for (int i = 0; i < pairs; i++) {
      even += bytes[2 * i] == 0 ? 1 : 0;
      odd += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (bytes.length % 2 == 0 && odd > pairs / 4 && even == 0) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (bytes.length % 2 == 0 && even > pairs / 4 && odd == 0) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  /** Valid throughout, but for stray bytes fewer than one in a thousand sequences. */
  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return mostlyUtf8(bytes);
    }
  }

  private static boolean mostlyUtf8(byte[] bytes) {
    CharBuffer text = decoded(bytes, StandardCharsets.UTF_8);
    int bad = 0;
    int good = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bad += c == '\uFFFD' ? 1 : 0;
      good += c > 0x7F && c != '\uFFFD' ? 1 : 0;
    }
    return bad * 1000L < good;
  }

  private static CharBuffer decoded(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("replacing decoders do not fail", e);
    }
  }

  /** In windows-1258 tone marks are characters of their own, and each one follows a vowel. */
  private static boolean combinesTones(byte[] bytes) {
    CharBuffer text = decoded(bytes, VIETNAMESE);
    int marks = 0;
    int stray = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u0300' && c <= '\u0323') {
        marks++;
        stray += i == 0 || !isVowel(text.charAt(i - 1)) ? 1 : 0;
      }
    }
    return marks > 0 && stray * 20 <= marks;
  }

  private static boolean isVowel(char c) {
    return "aăâeêioôơuưy".indexOf(Character.toLowerCase(c)) >= 0;
  }

  /** Control characters, of which text has next to none, tell programs and pictures. */
  private static boolean isText(String text) {
    int control = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      control += (c < ' ' && "\t\n\r\f\u000b\u001a\u001b".indexOf(c) < 0) ? 1 : 0;
    }
    return control * 200L <= text.length();
  }
}
