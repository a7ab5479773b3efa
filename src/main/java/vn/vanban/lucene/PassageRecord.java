package vn.vanban.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BytesRef;
import vn.vanban.law.Span;
import vn.vanban.search.Passage;
import vn.vanban.viet.TextCode;

/**
 * What is kept of a passage beside its terms, in one value: where it stands and what it says. Its
 * texts are {@linkplain TextCode coded}, so that ranking can read the words of a hundred passages
 * without making strings of them.
 *
 * @param path of its provision
 * @param copy which text it is of
 * @param span its place in that text
 * @param inText whether the text begins with the label
 * @param opening of the label, up to its heading: {@code Điều 5. }
 * @param heading the rest of the label: {@code Phạm vi điều chỉnh}
 * @param rest the text; without the label where it begins with it
 */
record PassageRecord(
    String path,
    int copy,
    Span span,
    boolean inText,
    BytesRef opening,
    BytesRef heading,
    BytesRef rest) {
  private static final String BEFORE_HEADING = ". ";

  /** Six numbers of at most five bytes, and a sign. */
  private static final int NUMBERS = 31;

  /** The record of a passage with this text, as {@link #read} reads it. */
  static BytesRef of(Passage passage, String text) {
    String label = passage.label();
    int dot = label.indexOf(BEFORE_HEADING);
    int headed = dot < 0 ? label.length() : dot + BEFORE_HEADING.length();
    boolean inText = text.startsWith(label);
    byte[] path = TextCode.of(passage.path());
    byte[] opening = TextCode.of(label.substring(0, headed));
    byte[] heading = TextCode.of(label.substring(headed));
    byte[] rest = TextCode.of(inText ? text.substring(label.length()) : text);
    byte[] record = new byte[NUMBERS + path.length + opening.length + heading.length + rest.length];
    ByteArrayDataOutput into = new ByteArrayDataOutput(record);
    try {
      into.writeVInt(passage.copy());
      into.writeVInt(passage.span().start());
      into.writeVInt(passage.span().length());
      into.writeByte((byte) (inText ? 1 : 0));
      write(path, into);
      write(opening, into);
      write(heading, into);
      into.writeBytes(rest, 0, rest.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: an array is written
    }
    return new BytesRef(record, 0, into.getPosition());
  }

  private static void write(byte[] code, ByteArrayDataOutput into) throws IOException {
    into.writeVInt(code.length);
    into.writeBytes(code, 0, code.length);
  }

  /** Reads a record; the result is good as long as the bytes are left alone. */
  static PassageRecord read(BytesRef record) {
    ByteArrayDataInput from = new ByteArrayDataInput(record.bytes, record.offset, record.length);
    int copy = from.readVInt();
    int start = from.readVInt();
    int length = from.readVInt();
    boolean inText = from.readByte() != 0;
    String path = text(slice(record, from));
    BytesRef opening = slice(record, from);
    BytesRef heading = slice(record, from);
    int at = from.getPosition();
    return new PassageRecord(
        path,
        copy,
        new Span(start, start + length),
        inText,
        opening,
        heading,
        new BytesRef(record.bytes, at, record.offset + record.length - at));
  }

  private static BytesRef slice(BytesRef record, ByteArrayDataInput from) {
    int length = from.readVInt();
    BytesRef slice = new BytesRef(record.bytes, from.getPosition(), length);
    from.skipBytes(length);
    return slice;
  }

  /** What a code says. */
  static String text(BytesRef code) {
    return TextCode.text(code.bytes, code.offset, code.length);
  }

  /** {@code Điều 5. Phạm vi điều chỉnh}. */
  String label() {
    return text(opening) + text(heading);
  }

  /** The whole text. */
  String body() {
    return inText ? label() + text(rest) : text(rest);
  }
}
