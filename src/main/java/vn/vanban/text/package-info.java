/** Repair of extracted text, with a map back to the extracted offsets. */
@NullMarked
package vn.vanban.text;

import org.jspecify.annotations.NullMarked;
