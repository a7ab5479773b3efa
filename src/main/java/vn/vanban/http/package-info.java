/** JSON API and pages. */
@NullMarked
package vn.vanban.http;

import org.jspecify.annotations.NullMarked;
