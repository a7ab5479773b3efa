package vn.vanban.extract;

/**
 * A file to be read.
 *
 * @param name its name or path, for messages and as a hint
 * @param bytes its content; not copied and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of large files would cost
public record SourceFile(String name, byte[] bytes) {}
