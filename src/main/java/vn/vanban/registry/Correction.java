package vn.vanban.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * What an official says of a field (đính chính). It overrules what is read from the document, now
 * and after every later reading, until it is withdrawn.
 *
 * @param number its own, given once
 * @param field the field's JSON name
 * @param accepted whether it says that what was read is right; it holds only for that value
 * @param value the right value; empty if the document has none
 * @param at when it was made
 * @param act by whom and why
 */
public record Correction(
    long number, String field, boolean accepted, Optional<String> value, Instant at, Act act) {}
