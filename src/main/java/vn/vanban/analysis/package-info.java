/** Vietnamese Lucene analysis, usable by any Lucene engine. */
@NullMarked
package vn.vanban.analysis;

import org.jspecify.annotations.NullMarked;
