/** Commands and wiring; every object is built here, by constructor. */
@NullMarked
package vn.vanban.cli;

import org.jspecify.annotations.NullMarked;
