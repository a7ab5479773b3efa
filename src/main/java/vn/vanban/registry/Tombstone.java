package vn.vanban.registry;

import java.time.Instant;

/**
 * What is told of a document that is no longer shown.
 *
 * @param documentId its id
 * @param erased whether its content is destroyed; else it can be restored
 * @param at since when
 * @param act by whom and why
 */
public record Tombstone(String documentId, boolean erased, Instant at, Act act) {}
