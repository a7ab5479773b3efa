/** Repaired text to {@link vn.vanban.law.LegalDocument}, with evidence and warnings. */
@NullMarked
package vn.vanban.parse;

import org.jspecify.annotations.NullMarked;
