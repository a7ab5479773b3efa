/** Benchmarks by JMH. */
@NullMarked
package vn.vanban.jmh;

import org.jspecify.annotations.NullMarked;
