package vn.vanban.registry;

import java.util.Optional;

/**
 * A field that differs between two states of a record.
 *
 * @param field its JSON name
 * @param before its value as shown; empty where it had none
 * @param after the same, afterwards
 */
public record FieldDifference(String field, Optional<String> before, Optional<String> after) {}
