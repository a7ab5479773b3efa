package vn.vanban.http;

import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import vn.vanban.ingest.Jobs;
import vn.vanban.ingest.Receiver;

/**
 * What a server needs to take changes. Who bears the secret, from this machine, may do everything.
 *
 * @param secret that a writing request bears as {@code Authorization: Bearer}
 * @param receiver takes files
 * @param jobs registers what is much, later
 * @param commands runs what the command line hands over
 * @param reading who may read
 */
public record Writing(
    String secret, Receiver receiver, Jobs jobs, Commands commands, Reading reading) {

  /** Who may read. */
  public enum Reading {
    /** Everybody. */
    OPEN,
    /** Who has a token, or is signed in. */
    TOKEN
  }

  /** Runs commands of the command line in this process. */
  public interface Commands {
    /**
     * Runs one.
     *
     * @param directory what its relative paths mean
     * @param arguments as typed
     * @param out where its answer goes
     * @param err where progress and complaints go
     * @return its exit code
     */
    int run(Path directory, List<String> arguments, Writer out, Writer err);
  }
}
