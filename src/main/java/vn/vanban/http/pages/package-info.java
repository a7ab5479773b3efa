/**
 * What the page templates of {@code src/main/jte} are given; the templates themselves are generated
 * into this package. Public only because the generated code of sub-templates demands it.
 */
@NullMarked
package vn.vanban.http.pages;

import org.jspecify.annotations.NullMarked;
