package vn.vanban.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of a document that guests may see, or might see before it was taken from them.
 *
 * @param sequence its number; those of what is withheld are left out, but for the one by which
 *     guests lost it
 * @param at when it was made
 * @param documentId the document that changed
 * @param action what was done; empty where guests are told only that they may see it no longer
 * @param gone whether guests lost the document by it
 * @param reason why, or empty
 */
public record PublicChange(
    long sequence,
    Instant at,
    String documentId,
    Optional<Action> action,
    boolean gone,
    String reason) {}
