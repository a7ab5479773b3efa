package vn.vanban.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractedText.Place;
import vn.vanban.extract.ExtractionException.Reason;

/**
 * How a parent and its {@link ExtractionChild} speak: big-endian numbers, strings and bytes after
 * their length. The reader trusts nothing: every length and count has a bound that follows from the
 * {@link Limits}, so that no answer makes the parent hold more than a file may cost. The writer
 * keeps to the same bounds: what is too long of names, fonts and notes is cut, and costs nothing
 * else.
 *
 * <pre>
 * greeting = MAGIC READY, once, before the first request is read
 * request  = bytes
 * answer   = MAGIC ( EXTRACTED extraction | REFUSED reason:string message:string | EXHAUSTED )
 * </pre>
 */
final class ExtractionWire {
  /** Begins each answer: a library that prints to the pipe is found out. */
  private static final int MAGIC = 0x7662_616e;

  private static final int READY = 0;
  private static final int EXTRACTED = 1;
  private static final int REFUSED = 2;
  private static final int EXHAUSTED = 3;

  /** Characters of a name, a note or a message. */
  private static final int MAX_SHORT = 1 << 10;

  /** What a font costs beside its letters. */
  private static final int FONT = 4;

  /** The longest ending of a name that a cut leaves in place. */
  private static final int ENDING = 16;

  private static final int MAX_FONTS = 1 << 10;
  private static final int MAX_NOTES = 100;

  private final Limits limits;

  ExtractionWire(Limits limits) {
    this.limits = limits;
  }

  /** The child had too little memory for the file. */
  static final class ExhaustedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static void ready(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeByte(READY);
    out.flush();
  }

  /** Reads the greeting. */
  static void awaitReady(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC || in.readUnsignedByte() != READY) {
      throw new StreamCorruptedException("no greeting of ours");
    }
  }

  static void ask(DataOutputStream out, byte[] file) throws IOException {
    bytes(out, file);
    out.flush();
  }

  byte[] asked(DataInputStream in) throws IOException {
    return bytes(in, limits.maxBytes());
  }

  /**
   * Writes an answer.
   *
   * @param extraction whose text and members are within the limits, as the extractor leaves them
   */
  @SuppressWarnings("EnumOrdinal") // parent and child are of one build
  void extracted(DataOutputStream out, Extraction extraction) throws IOException {
    out.writeInt(MAGIC);
    out.writeByte(EXTRACTED);
    shortString(out, extraction.mediaType());
    ExtractedText text = extraction.text();
    out.writeInt(text.pages());
    out.writeBoolean(text.images());
    out.writeInt(text.paragraphs().size());
    long left = fontBudget();
    for (Paragraph paragraph : text.paragraphs()) {
      string(out, paragraph.text());
      out.writeByte(paragraph.place().ordinal());
      out.writeInt(paragraph.page());
      List<String> fonts = new ArrayList<>();
      for (String font : paragraph.fonts()) {
        String cut = cut(font, 0);
        left -= cut.length() + FONT;
        if (left < 0 || fonts.size() == MAX_FONTS) {
          break;
        }
        fonts.add(cut);
      }
      strings(out, fonts);
    }
    out.writeInt(extraction.members().size());
    for (SourceFile member : extraction.members()) {
      string(out, cut(member.name(), ENDING));
      bytes(out, member.bytes());
    }
    strings(out, extraction.notes().stream().limit(MAX_NOTES).toList());
    out.flush();
  }

  static void refused(DataOutputStream out, ExtractionException why) throws IOException {
    out.writeInt(MAGIC);
    out.writeByte(REFUSED);
    shortString(out, why.reason().name());
    shortString(out, String.valueOf(why.getMessage()));
    out.flush();
  }

  static void exhausted(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeByte(EXHAUSTED);
    out.flush();
  }

  /**
   * Reads an answer.
   *
   * @throws ExtractionException what the child says of the file
   * @throws ExhaustedException if it had too little memory
   * @throws IOException if it ended, or says what no child of ours says
   */
  Extraction answer(DataInputStream in)
      throws IOException, ExtractionException, ExhaustedException {
    if (in.readInt() != MAGIC) {
      throw new StreamCorruptedException("no answer of ours");
    }
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case EXTRACTED -> extraction(in);
      case REFUSED ->
          throw new ExtractionException(
              constant(Reason.values(), string(in, MAX_SHORT)), string(in, MAX_SHORT));
      case EXHAUSTED -> throw new ExhaustedException();
      default -> throw new StreamCorruptedException("answer of kind " + kind);
    };
  }

  private Extraction extraction(DataInputStream in) throws IOException {
    String mediaType = string(in, MAX_SHORT);
    int pages = count(in, Integer.MAX_VALUE);
    boolean images = in.readBoolean();
    // A paragraph is an empty line at least.
    int paragraphCount = count(in, limits.maxCharacters() + 1);
    long characters = limits.maxCharacters() + 1L;
    long left = fontBudget();
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < paragraphCount; i++) {
      String text = string(in, Math.toIntExact(characters));
      characters -= text.length();
      if (characters < 0) {
        throw new StreamCorruptedException("more text than a file may have");
      }
      Place place = constant(Place.values(), in.readUnsignedByte());
      int page = count(in, Integer.MAX_VALUE);
      int fontCount = count(in, MAX_FONTS);
      List<String> fonts = new ArrayList<>(fontCount);
      for (int k = 0; k < fontCount; k++) {
        String font = string(in, MAX_SHORT).intern();
        left -= font.length() + FONT;
        if (left < 0) {
          throw new StreamCorruptedException("more fonts than a file may have");
        }
        fonts.add(font);
      }
      paragraphs.add(new Paragraph(text, place, page, fonts));
    }
    int memberCount = count(in, limits.maxMembers());
    long bytesLeft = limits.maxBytes();
    List<SourceFile> members = new ArrayList<>();
    for (int i = 0; i < memberCount; i++) {
      String name = string(in, MAX_SHORT);
      byte[] bytes = bytes(in, bytesLeft);
      bytesLeft -= bytes.length;
      members.add(new SourceFile(name, bytes));
    }
    int noteCount = count(in, MAX_NOTES);
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < noteCount; i++) {
      notes.add(string(in, MAX_SHORT));
    }
    return new Extraction(mediaType, new ExtractedText(paragraphs, pages, images), members, notes);
  }

  /**
   * For the fonts of all paragraphs together; names of members are bounded by their count. Twice
   * the text is more than lines of print come to.
   */
  private long fontBudget() {
    return 2L * limits.maxCharacters();
  }

  /** Without what is too long, but with its ending if that is after a dot and no longer than so. */
  private static String cut(String name, int maxEnding) {
    if (name.length() <= MAX_SHORT) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = name.length() - dot <= maxEnding ? name.substring(dot) : "";
    int end = MAX_SHORT - ending.length();
    if (Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end) + ending;
  }

  private static void strings(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      shortString(out, text);
    }
  }

  private static void shortString(DataOutputStream out, String text) throws IOException {
    string(out, cut(text, 0));
  }

  /** In UTF-16 units, for damaged files have lone halves of surrogate pairs. */
  private static void string(DataOutputStream out, String text) throws IOException {
    ByteBuffer units = ByteBuffer.allocate(2 * text.length());
    units.asCharBuffer().put(text);
    bytes(out, units.array());
  }

  private static String string(DataInputStream in, int maxCharacters) throws IOException {
    byte[] units = bytes(in, 2L * maxCharacters);
    if (units.length % 2 != 0) {
      throw new StreamCorruptedException("half a character");
    }
    return ByteBuffer.wrap(units).asCharBuffer().toString();
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in, long max) throws IOException {
    int length = count(in, max);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private static int count(DataInputStream in, long max) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > max) {
      throw new StreamCorruptedException("a length of " + count + ", past " + max);
    }
    return count;
  }

  private static <E> E constant(E[] values, int ordinal) throws IOException {
    if (ordinal >= values.length) {
      throw new StreamCorruptedException("constant " + ordinal);
    }
    return values[ordinal];
  }

  private static <E extends Enum<E>> E constant(E[] values, String name) throws IOException {
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    throw new StreamCorruptedException("constant " + name);
  }
}
