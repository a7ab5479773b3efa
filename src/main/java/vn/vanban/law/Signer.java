package vn.vanban.law;

import java.util.Optional;

/**
 * Who signed.
 *
 * @param name full name in title case (Nguyễn Văn An)
 * @param capacity TM., KT., TL., TUQ., Q. with the office, as printed, where there is one
 */
public record Signer(String name, Optional<String> capacity) {}
