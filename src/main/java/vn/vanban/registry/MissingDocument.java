package vn.vanban.registry;

/**
 * What documents cite and nobody has registered.
 *
 * @param label as it is cited: a number, or a name with its year
 * @param documents how many documents cite it
 * @param times how often they do, together
 */
public record MissingDocument(String label, long documents, long times) {}
