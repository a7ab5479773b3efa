package vn.vanban.http;

import io.javalin.http.Context;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vanban.registry.RegisteredDocument;

/**
 * An original as it was received. It is a stranger's file on our address, so it may be looked at
 * but not act: no scripts, no forms, no guessing of its kind.
 */
final class OriginalFile {
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.+-]*(?:; ?charset=[A-Za-z0-9_-]+)?");

  /** What browsers show by themselves; everything else is for saving. */
  private static final Set<String> SHOWN =
      Set.of(
          "application/pdf",
          "text/plain",
          "text/html",
          "application/xhtml+xml",
          "image/png",
          "image/jpeg");

  private static final String SANDBOX =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** The viewers of PDF that come with browsers do not run in a sandbox. */
  private static final String PDF =
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  private static final int SNIFFED = 64 * 1024;

  private final RegisteredDocument.Copy copy;
  private final InputStream bytes;
  private final String mediaType;

  private OriginalFile(RegisteredDocument.Copy copy, InputStream bytes, String mediaType) {
    this.copy = copy;
    this.bytes = bytes;
    this.mediaType = mediaType;
  }

  static OriginalFile of(RegisteredDocument.Copy copy, InputStream original) {
    String declared = copy.mediaType().toLowerCase(Locale.ROOT);
    String mediaType =
        MEDIA_TYPE.matcher(declared).matches() ? declared : "application/octet-stream";
    BufferedInputStream bytes = new BufferedInputStream(original, SNIFFED);
    if (mediaType.startsWith("text/") && !mediaType.contains("charset") && isUtf8(bytes)) {
      mediaType += "; charset=utf-8";
    }
    return new OriginalFile(copy, bytes, mediaType);
  }

  void send(Context ctx) {
    headers(ctx, copy.bytes());
    ctx.header("Accept-Ranges", "bytes").result(bytes);
  }

  /** Sends a part (RFC 9110, 15.3.7). */
  void send(Context ctx, ByteRange range) {
    headers(ctx, range.length());
    ctx.status(206).header("Content-Range", range.of(copy.bytes()));
    try (bytes) {
      bytes.skipNBytes(range.first());
      OutputStream out = ctx.outputStream();
      for (long left = range.length(); left > 0; ) {
        byte[] some = bytes.readNBytes((int) Math.min(left, SNIFFED));
        if (some.length == 0) {
          throw new EOFException("original is shorter than its record: " + copy.sha256());
        }
        out.write(some);
        left -= some.length;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void headers(Context ctx, long length) {
    String bare = mediaType.replaceAll(";.*", "");
    String name = SourceName.fileName(copy.source());
    ctx.contentType(mediaType)
        .disableCompression()
        .header("Content-Length", Long.toString(length))
        .header("Content-Disposition", disposition(SHOWN.contains(bare), name))
        .header("Content-Security-Policy", bare.equals("application/pdf") ? PDF : SANDBOX);
  }

  /** RFC 6266: a plain name for old clients, the true one in UTF-8 for all others. */
  static String disposition(boolean shown, String name) {
    String ascii =
        Normalizer.normalize(name.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Za-z0-9 ._()-]", "_");
    return (shown ? "inline" : "attachment")
        + "; filename=\""
        + ascii
        + "\"; filename*=UTF-8''"
        + Responses.encoded(name);
  }

  /** Whether the first bytes are UTF-8; without this, browsers guess and break the accents. */
  private static boolean isUtf8(BufferedInputStream bytes) {
    try {
      bytes.mark(SNIFFED);
      byte[] head = bytes.readNBytes(SNIFFED - 1);
      bytes.reset();
      CoderResult result =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false);
      return !result.isError();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
