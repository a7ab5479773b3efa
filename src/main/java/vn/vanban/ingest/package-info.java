/**
 * The conductor: from file to registry, and the follower that keeps an engine level with the feed.
 */
@NullMarked
package vn.vanban.ingest;

import org.jspecify.annotations.NullMarked;
