package vn.vanban.registry;

import java.util.Optional;
import vn.vanban.law.LegalDocument;

/**
 * A submission in the form of its database row: all work that needs no lock is done.
 *
 * @param record packed JSON
 * @param repaired packed
 * @param extracted packed; empty if it equals the repaired text
 * @param bands {@link TextBands} of the repaired text
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record PreparedSubmission(
    String sha256,
    long bytes,
    String source,
    String mediaType,
    LegalDocument document,
    String repairedText,
    String textSha256,
    byte[] record,
    byte[] repaired,
    Optional<byte[]> extracted,
    long[] bands) {

  static PreparedSubmission of(Submission submission, String sha256, RecordCodec codec) {
    String text = submission.repairedText();
    return new PreparedSubmission(
        sha256,
        submission.original().length,
        submission.source(),
        submission.mediaType(),
        submission.document(),
        text,
        Sha256.of(text),
        PackedText.pack(codec.encode(submission.document())),
        PackedText.pack(text),
        submission.extractedText().equals(text)
            ? Optional.empty()
            : Optional.of(PackedText.pack(submission.extractedText())),
        TextBands.of(text));
  }
}
