package vn.vanban.registry;

import vn.vanban.law.LegalDocument;

/**
 * What is to be registered: a file and what was read from it.
 *
 * @param source where it came from: a path, {@code archive.zip!/member.doc}, an address
 * @param mediaType as detected
 * @param original its bytes; not copied and not to be changed
 * @param extractedText the raw text
 * @param repairedText the text that all spans refer to
 * @param document the fields and structure read from it
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of large files would cost
public record Submission(
    String source,
    String mediaType,
    byte[] original,
    String extractedText,
    String repairedText,
    LegalDocument document) {}
