package vn.vanban.registry;

/**
 * One change of one document; numbers follow commit order.
 *
 * @param sequence ascending, without two alike
 * @param documentId the document that changed
 * @param removed whether it is gone; else it is new or changed
 */
public record Change(long sequence, String documentId, boolean removed) {}
