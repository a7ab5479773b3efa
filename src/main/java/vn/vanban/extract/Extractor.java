package vn.vanban.extract;

/**
 * The front door of this room. One implementation parses in this process, another may do so in
 * child processes.
 */
public interface Extractor extends AutoCloseable {

  /**
   * Reads the text of a file. The kind of file is decided from its content; the name is at most a
   * hint.
   *
   * @param file name and bytes
   * @return its text, and its members if it holds other files
   * @throws ExtractionException if it cannot be read at all: damaged, encrypted, of a kind without
   *     text, or past a limit
   * @throws ExtractorUnavailableException if files cannot be read now, this one or another
   */
  Extraction extract(SourceFile file) throws ExtractionException;

  @Override
  void close();
}
