package vn.vanban.search;

import vn.vanban.law.Span;

/**
 * A stretch of a document that is found and shown as one.
 *
 * @param copy which of the document's texts it is cut from, 0 for the first
 * @param path the path of the provision that it is, or is a piece of; empty for text outside
 *     provisions
 * @param label what a reader calls that provision: {@code Điều 5. Phạm vi điều chỉnh}; empty
 *     outside provisions
 * @param span its place in that text; begins and ends with a character that is not blank
 */
public record Passage(int copy, String path, String label, Span span) {}
