package vn.vanban.search;

/**
 * How far an index follows a registry.
 *
 * @param registryId which registry
 * @param epoch which epoch of it
 * @param sequence the highest change below which nothing is missing
 */
public record IndexMark(String registryId, String epoch, long sequence) {}
