package vn.vanban.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.http.WebServer;
import vn.vanban.lucene.LuceneEngine;
import vn.vanban.registry.Registry;

/**
 * Begins to load what a service needs of libraries while the command line is read; in the order in
 * which it is needed.
 */
final class HeadStart {
  private static final Logger LOG = LoggerFactory.getLogger(HeadStart.class);

  private HeadStart() {}

  static void begin() {
    Thread.ofPlatform()
        .daemon()
        .name("head-start")
        .start(() -> {
          try {
            Registry.prepare();
            LuceneEngine.prepare();
            WebServer.prepare();
          } catch (RuntimeException | LinkageError e) {
            LOG.debug("told where it is needed", e);
          }
        });
  }
}
