package vn.vanban.registry;

/**
 * A place in the change feed of one registry.
 *
 * @param registryId given once, when the registry is made
 * @param epoch new at each restore
 * @param sequence the number of the last change; 0 before the first
 */
public record FeedPosition(String registryId, String epoch, long sequence) {}
