package vn.vanban.registry;

/**
 * That a file came within another: in an archive, as an attachment of a mail or in a portfolio.
 *
 * @param member SHA-256 of the inner file's bytes
 * @param container SHA-256 of the outer file's bytes, which may carry no document itself
 */
public record Enclosure(String member, String container) {}
