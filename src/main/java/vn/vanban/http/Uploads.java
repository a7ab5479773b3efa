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

  /** How Jetty begins to say that a form has more parts than that. */
  private static final String TOO_MANY_PARTS = "Form with too many keys";

  private final int maxBytes;

  /**
   * A reader of uploads.
   *
   * @param maxBytes of a file
   */
  Uploads(long maxBytes) {
    this.maxBytes = Math.toIntExact(Math.min(Integer.MAX_VALUE - 16, maxBytes));
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
    try {
      return new Received(name, limited(ctx.req().getInputStream()));
    } catch (IOException e) {
      throw Problem.badRequest("Không nhận được trọn tệp.");
    }
  }

  private List<Received> ofForm(Context ctx) {
    List<Received> files = new ArrayList<>();
    try {
      for (UploadedFile file : ctx.uploadedFiles()) {
        try (InputStream in = file.content()) {
          files.add(new Received(file.filename(), limited(in)));
        }
      }
    } catch (Exception e) { // the servlet container throws what it likes, Kotlin unchecked
      ctx.header("Connection", "close"); // what is left of the form is not read
      throw e instanceof Problem refused ? refused : refusal(ctx, e);
    }
    return files;
  }

  private byte[] limited(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw Problem.tooLarge("Tệp vượt giới hạn %,d byte.".formatted(maxBytes));
    }
    return bytes;
  }

  /**
   * What the sender did wrong is told to the sender; else this machine could not keep the form.
   * Jetty calls it all bad messages: the cause at the bottom tells.
   */
  private static Problem refusal(Context ctx, Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (saysTooMany(cause)) {
      return Problem.tooLarge("Biểu mẫu vượt giới hạn %,d phần.".formatted(MAX_PARTS));
    }
    if (isOfTheSender(cause)) {
      LOG.debug("a form that cannot be read", failure);
      return Problem.badRequest("Biểu mẫu không đọc được.");
    }
    RequestLog.tell(ctx, () -> LOG.error("a form was sent that cannot be kept", failure));
    return cause instanceof IOException ? Problem.notKept() : Problem.internal();
  }

  private static boolean saysTooMany(Throwable cause) {
    return cause instanceof IllegalStateException
        && String.valueOf(cause.getMessage()).startsWith(TOO_MANY_PARTS);
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
