/**
 * The vocabulary of Vietnamese legal and administrative documents: immutable records and sealed
 * types.
 */
@NullMarked
package vn.vanban.law;

import org.jspecify.annotations.NullMarked;
