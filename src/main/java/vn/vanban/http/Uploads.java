package vn.vanban.http;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that a request brings: its body, or each file of a form. */
final class Uploads {
  /** Parts of a form, fields among them; each costs a file until it is read. */
  static final int MAX_PARTS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  /** What a form may have beside its files: names and lines between. */
  private static final long AROUND_FILES = 1 << 20;

  /** How Jetty begins to say that a form has more parts than that. */
  private static final String TOO_MANY_PARTS = "Form with too many keys";

  /** How Jetty begins to say that a form has more bytes than {@link #maxBytesOfForm}. */
  private static final String TOO_LONG = "max length exceeded";

  private final int maxBytes;

  /**
   * A reader of uploads.
   *
   * @param maxBytes of a file, and of all files of a form together: they are held in memory
   */
  Uploads(long maxBytes) {
    this.maxBytes = Math.toIntExact(Math.min(Integer.MAX_VALUE - 16, maxBytes));
  }

  /**
   * How long a form may be; the server keeps no more of it on its disk.
   *
   * @param maxBytes of its files
   */
  static long maxBytesOfForm(long maxBytes) {
    return maxBytes + AROUND_FILES;
  }

  /** A file as it was sent. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Received(String name, byte[] bytes) {}

  /**
   * The files of a request.
   *
   * @param name of a body that is a file itself
   */
  List<Received> of(Context ctx, Optional<String> name) {
    List<Received> files =
        ctx.isMultipartFormData()
            ? ofForm(ctx)
            : List.of(
                ofBody(
                    ctx, name.orElseThrow(() -> Problem.badParameter("name", "Cần có “name”."))));
    if (files.isEmpty()) {
      throw Problem.badRequest("Biểu mẫu không có tệp nào.");
    }
    return files;
  }

  private Received ofBody(Context ctx, String name) {
    if (ctx.isFormUrlencoded()) {
      throw Problem.unsupportedMediaType(
          "Thân yêu cầu phải là chính tệp, hoặc biểu mẫu multipart/form-data; với curl hãy dùng --data-binary và -H 'Content-Type: application/octet-stream'.");
    }
    try {
      return new Received(name, limited(ctx.req().getInputStream(), maxBytes, "Tệp"));
    } catch (IOException e) {
      throw Problem.badRequest("Không nhận được trọn tệp.");
    }
  }

  private List<Received> ofForm(Context ctx) {
    List<Received> files = new ArrayList<>();
    int left = maxBytes;
    try {
      for (UploadedFile file : ctx.uploadedFiles()) {
        try (InputStream in = file.content()) {
          byte[] bytes = limited(in, left, "Biểu mẫu");
          left -= bytes.length;
          files.add(new Received(file.filename(), bytes));
        }
      }
    } catch (Exception e) { // the servlet container throws what it likes, Kotlin unchecked
      ctx.header("Connection", "close"); // what is left of the form is not read
      throw e instanceof Problem refused ? refused : refusal(ctx, e);
    }
    return files;
  }

  private byte[] limited(InputStream in, int left, String what) throws IOException {
    byte[] bytes = in.readNBytes(left + 1);
    if (bytes.length > left) {
      throw tooLong(what);
    }
    return bytes;
  }

  private Problem tooLong(String what) {
    return Problem.tooLarge("%s vượt giới hạn %,d byte.".formatted(what, maxBytes));
  }

  /**
   * What the sender did wrong is told to the sender; else this machine could not keep the form.
   * Jetty calls it all bad messages: the cause at the bottom tells.
   */
  private Problem refusal(Context ctx, Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (says(TOO_MANY_PARTS, cause)) {
      return Problem.tooLarge("Biểu mẫu vượt giới hạn %,d phần.".formatted(MAX_PARTS));
    }
    if (says(TOO_LONG, cause)) {
      return tooLong("Biểu mẫu");
    }
    if (isOfTheSender(cause)) {
      LOG.debug("a form that cannot be read", failure);
      return Problem.badRequest("Biểu mẫu không đọc được.");
    }
    RequestLog.tell(ctx, () -> LOG.error("a form was sent that cannot be kept", failure));
    return cause instanceof IOException ? Problem.notKept() : Problem.internal();
  }

  private static boolean says(String beginning, Throwable cause) {
    return cause instanceof IllegalStateException
        && String.valueOf(cause.getMessage()).startsWith(beginning);
  }

  /** Ill made, cut off, or too slow. */
  private static boolean isOfTheSender(Throwable cause) {
    return cause instanceof HttpException
        || cause instanceof EOFException
        || cause instanceof TimeoutException
        || cause instanceof IllegalStateException
        || cause instanceof IllegalArgumentException;
  }
}
