package vn.vanban.cli;

import vn.vanban.http.WebServer;
import vn.vanban.lucene.LuceneEngine;
import vn.vanban.registry.Registry;

/**
 * Begins to load what a service needs of libraries while the command line is read; in the order in
 * which it is needed.
 */
final class HeadStart {
  private HeadStart() {}

  static void begin() {
    Thread.ofPlatform()
        .daemon()
        .name("head-start")
        .start(() -> {
          Registry.prepare();
          LuceneEngine.prepare();
          WebServer.prepare();
        });
  }
}
