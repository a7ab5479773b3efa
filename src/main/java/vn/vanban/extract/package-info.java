/**
 * Bytes to {@link vn.vanban.extract.ExtractedText}: the raw text of office files, decided by
 * content.
 */
@NullMarked
package vn.vanban.extract;

import org.jspecify.annotations.NullMarked;
