package vn.vanban.registry;

import java.time.Instant;

/**
 * One change of a document that guests may see, or might see before it was taken away.
 *
 * @param sequence ascending; numbers of what is withheld are left out
 * @param at when it was made
 * @param documentId the document that changed
 * @param action what was done
 * @param removed whether the document is gone by it
 */
public record PublicChange(
    long sequence, Instant at, String documentId, Action action, boolean removed) {}
