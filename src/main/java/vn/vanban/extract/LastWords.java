package vn.vanban.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The end of what a child prints to standard error, however much that is. */
final class LastWords {
  private static final int MAX_BYTES = 2000;
  private static final long PATIENCE_MILLIS = 1000;

  private final Thread listener;
  private byte[] last = new byte[0];

  LastWords(InputStream errors) {
    listener = Thread.ofPlatform().daemon().name("extract-errors").unstarted(() -> listen(errors));
  }

  /** Listens until the child is gone. */
  void listen() {
    listener.start();
  }

  private void listen(InputStream errors) {
    byte[] chunk = new byte[MAX_BYTES];
    try (errors) {
      for (int n = errors.read(chunk); n >= 0; n = errors.read(chunk)) {
        add(chunk, n);
      }
    } catch (IOException e) {
      // The child was killed: what came until then is all.
    }
  }

  private synchronized void add(byte[] chunk, int length) {
    byte[] all = Arrays.copyOf(last, last.length + length);
    System.arraycopy(chunk, 0, all, last.length, length);
    last = Arrays.copyOfRange(all, Math.max(0, all.length - MAX_BYTES), all.length);
  }

  /** On one line. Of a child that is dead. */
  String text() {
    try {
      listener.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      return new String(last, UTF_8).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
  }
}
