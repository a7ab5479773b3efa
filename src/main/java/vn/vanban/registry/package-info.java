/** The truth: originals by SHA-256, records, copies and a numbered change feed. */
@NullMarked
package vn.vanban.registry;

import org.jspecify.annotations.NullMarked;
