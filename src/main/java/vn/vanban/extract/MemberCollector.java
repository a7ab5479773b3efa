package vn.vanban.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.ContentHandler;

/** Keeps the files within a file as bytes, up to the limits, instead of parsing them. */
final class MemberCollector implements EmbeddedDocumentExtractor {

  /** What all archives of one file may still unpack. */
  static final class Budget {
    private long bytes;
    private int members;
    private boolean exceeded;

    Budget(Limits limits) {
      bytes = limits.maxBytes();
      members = limits.maxMembers();
    }

    boolean exceeded() {
      return exceeded;
    }

    /** A file that was read and is not kept. */
    void giveBack(int length) {
      if (length > 0) {
        members++;
        bytes += length;
      }
    }

    void exceed() {
      exceeded = true;
    }

    /** The whole stream, or nothing if it is past what may still be unpacked. */
    byte[] read(InputStream stream) throws IOException {
      if (members == 0) {
        exceeded = true;
        return new byte[0];
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) {
        TextSink.checkInterrupted();
        if (out.size() + (long) n > bytes) {
          exceeded = true;
          return new byte[0];
        }
        out.write(chunk, 0, n);
      }
      members--;
      bytes -= out.size();
      return out.toByteArray();
    }
  }

  /** A part without a name: what the sender wrote. */
  @SuppressWarnings("ArrayRecordComponent") // read once, compared nowhere
  record Body(boolean html, byte[] bytes) {}

  private static final int CHUNK = 1 << 16;

  private final Budget budget;
  private final Predicate<byte[]> wanted;
  private final boolean pictures;
  private final List<SourceFile> members = new ArrayList<>();
  private final List<Body> bodies = new ArrayList<>();
  private boolean images;

  /**
   * @param budget shared by all archives within one file
   * @param pictures whether pictures are members too
   * @param wanted whether a member is kept
   */
  MemberCollector(Budget budget, boolean pictures, Predicate<byte[]> wanted) {
    this.budget = budget;
    this.pictures = pictures;
    this.wanted = wanted;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    String type = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
    return type == null || type.equals("ATTACHMENT") || type.equals("INLINE");
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws IOException {
    TextSink.checkInterrupted();
    String type = metadata.get(Metadata.CONTENT_TYPE);
    if (!pictures && type != null && type.startsWith("image/")) {
      images = true;
      return;
    }
    byte[] bytes = budget.read(stream);
    boolean named = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) != null;
    if (!named && type != null && type.startsWith("text/")) {
      bodies.add(new Body(type.startsWith("text/html"), bytes));
    } else if (bytes.length > 0 && wanted.test(bytes)) {
      members.add(new SourceFile(name(metadata), bytes));
    } else {
      budget.giveBack(bytes.length);
    }
  }

  /** Whether pictures were passed over. */
  boolean images() {
    return images;
  }

  /** Texts of a mail, or the page of a saved web archive. */
  List<Body> bodies() {
    return bodies;
  }

  List<SourceFile> members() {
    return members;
  }

  private String name(Metadata metadata) {
    String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    if (name == null || name.isBlank()) {
      return String.format(Locale.ROOT, "%d", members.size() + 1);
    }
    return name.replace('\\', '/');
  }
}
