/** The Vietnamese language: syllables, tone placement, folding. Plain code on characters. */
@NullMarked
package vn.vanban.viet;

import org.jspecify.annotations.NullMarked;
