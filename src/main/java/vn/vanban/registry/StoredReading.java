package vn.vanban.registry;

/**
 * Names one reading of an original: its record and its texts.
 *
 * @param documentId of the document that the original carries
 * @param sha256 of the original
 * @param source where the original came from
 * @param sequence the change that brought it; 0 for the first reading
 */
public record StoredReading(String documentId, String sha256, String source, long sequence) {}
