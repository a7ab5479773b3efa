/** The embedded engine: schema, applying changes, query compilation, ranking, highlights. */
@NullMarked
package vn.vanban.lucene;

import org.jspecify.annotations.NullMarked;
