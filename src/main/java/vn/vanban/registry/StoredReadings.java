package vn.vanban.registry;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;

/** All that was ever read from originals, held against itself. */
final class StoredReadings {
  private final Handle handle;
  private final RecordCodec codec;

  StoredReadings(Handle handle, RecordCodec codec) {
    this.handle = handle;
    this.codec = codec;
  }

  /** The texts and the record of one reading. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Content(
      String textSha256, byte[] record, byte[] repaired, Optional<byte[]> extracted) {}

  /**
   * Walks over the readings whose record or texts are damaged, in order of registration.
   *
   * @param told is given the reading and what is wrong with it, in Vietnamese
   */
  void faults(BiConsumer<StoredReading, String> told) {
    handle
        .createQuery(
            """
            SELECT d.id, c.sha256, c.source, 0 AS reading, c.text_sha256,
                c.record, c.repaired, c.extracted, c.ordinal AS copy
            FROM copy c JOIN document d ON d.ordinal = c.document WHERE d.state <> 'ERASED'
            UNION ALL
            SELECT d.id, c.sha256, c.source, r.sequence, r.text_sha256,
                r.record, r.repaired, r.extracted, c.ordinal
            FROM reading r JOIN copy c ON c.ordinal = r.copy
            JOIN document d ON d.ordinal = c.document WHERE d.state <> 'ERASED'
            ORDER BY copy, reading
            """)
        .map((row, context) -> {
          StoredReading reading =
              new StoredReading(
                  row.getString(1), row.getString(2), row.getString(3), row.getLong(4));
          fault(
                  new Content(
                      row.getString(5),
                      row.getBytes(6),
                      row.getBytes(7),
                      Optional.ofNullable(row.getBytes(8))))
              .ifPresent(what -> told.accept(reading, what));
          return true;
        })
        .useStream(all -> all.forEach(done -> {}));
  }

  private Optional<String> fault(Content content) {
    try {
      String text = PackedText.unpack(content.repaired());
      if (!Sha256.of(text).equals(content.textSha256())) {
        return Optional.of("Văn bản đã lưu không còn khớp với mã SHA-256 của nó.");
      }
      content.extracted().ifPresent(PackedText::unpack);
      LegalDocument document = codec.decode(PackedText.unpack(content.record()));
      for (Provision provision : document.provisions()) {
        if (provision.span().end() > text.length()) {
          return Optional.of("Vị trí của " + provision.label() + " nằm ngoài văn bản.");
        }
      }
      return Optional.empty();
    } catch (RegistryException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
