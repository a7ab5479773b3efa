package vn.vanban.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import vn.vanban.extract.Extractor;
import vn.vanban.ingest.FileFinder;
import vn.vanban.ingest.FileReader;
import vn.vanban.ingest.FileReading;
import vn.vanban.ingest.ReadingUnavailableException;

/** Reads files on all processors and hands over what was read in the order of the files. */
final class FilesInOrder {
  private FilesInOrder() {}

  /** Files read ahead of the one that is handed over next. */
  private static final int READ_AHEAD = 16;

  /**
   * Reads all files below the paths.
   *
   * @param paths files and folders
   * @param isolation where they are parsed
   * @param taker is given each file, and each within it, in order
   * @return whether nothing was rejected
   */
  static boolean read(List<Path> paths, Isolation isolation, Consumer<FileReading.Item> taker) {
    FileFinder.Found found = FileFinder.find(paths);
    boolean clean = found.unreadable().isEmpty();
    try (Extractor extractor = isolation.extractor();
        ExecutorService pool =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      FileReader reader = DataFolder.fileReader(extractor);
      Deque<Future<List<FileReading.Item>>> ahead = new ArrayDeque<>();
      int next = 0;
      while (next < found.files().size() || !ahead.isEmpty()) {
        while (next < found.files().size() && ahead.size() < READ_AHEAD) {
          Path file = found.files().get(next++);
          ahead.add(pool.submit(() -> reader.read(file)));
        }
        for (FileReading.Item item : ahead.remove().get()) {
          clean &= !(item instanceof FileReading.Rejected);
          taker.accept(item);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("Bị ngắt giữa chừng.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ReadingUnavailableException unavailable) {
        throw unavailable;
      }
      throw new IllegalStateException(e.getCause());
    }
    for (Path folder : found.unreadable()) {
      taker.accept(
          new FileReading.Rejected(folder.toString(), Optional.empty(), "Không mở được thư mục."));
    }
    return clean;
  }
}
