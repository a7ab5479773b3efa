/** The contract of search: requests, results, and what an engine is fed with. */
@NullMarked
package vn.vanban.search;

import org.jspecify.annotations.NullMarked;
