package vn.vanban.law;

/**
 * One provision of a document, in reading order. Spans of children lie within their parent's.
 *
 * @param path its stable path
 * @param label as printed, without heading: {@code Điều 5}, {@code Chương II}, {@code 1.}, {@code
 *     a)}
 * @param heading its heading, empty where it has none
 * @param span label, heading and body, up to the next provision of the same or a higher level
 */
public record Provision(ProvisionPath path, String label, String heading, Span span) {}
