/** Benchmarks beside bare Tika and stock Lucene. */
@NullMarked
package vn.vanban.bench;

import org.jspecify.annotations.NullMarked;
