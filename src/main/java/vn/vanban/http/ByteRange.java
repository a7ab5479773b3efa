package vn.vanban.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.registry.RegisteredDocument;

/**
 * A single range of bytes (RFC 9110, 14.1.2).
 *
 * @param first the first byte, from 0
 * @param last the last byte, included
 */
record ByteRange(long first, long last) {
  private static final Pattern SINGLE =
      Pattern.compile(
          "bytes\\s*=\\s*([0-9]{0,18})\\s*-\\s*([0-9]{0,18})", Pattern.CASE_INSENSITIVE);

  /**
   * The range asked for; empty where the whole file is to be sent: without a range, with several or
   * a malformed one, which RFC 9110 lets a server ignore, and if the client's part is of another
   * file ({@code If-Range}).
   *
   * @throws Problem 416 if the file has none of it
   */
  static Optional<ByteRange> asked(Context ctx, RegisteredDocument.Copy copy) {
    Matcher matcher = SINGLE.matcher(Optional.ofNullable(ctx.header("Range")).orElse("").strip());
    String etag = "\"" + copy.sha256() + "\"";
    boolean same = Optional.ofNullable(ctx.header("If-Range")).map(etag::equals).orElse(true);
    if (!ctx.method().equals(HandlerType.GET) || !same || !matcher.matches()) {
      return Optional.empty();
    }
    String from = matcher.group(1);
    String to = matcher.group(2);
    long size = copy.bytes();
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    if (!from.isEmpty() && !to.isEmpty() && Long.parseLong(to) < Long.parseLong(from)) {
      return Optional.empty();
    }
    long first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
    long last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
    if (first >= size) {
      ctx.header("Content-Range", "bytes */" + size);
      throw Problem.noSuchRange(size);
    }
    return Optional.of(new ByteRange(first, last));
  }

  long length() {
    return last - first + 1;
  }

  /** As in {@code Content-Range}. */
  String of(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }
}
