package vn.vanban.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.vanban.bench.SourceSentences;
import vn.vanban.ingest.FileReading;

/** Takes the sentences that a made corpus is made of from files of texts. */
final class SentenceFiles {
  private static final String ROWS = ".jsonl";

  private final ObjectMapper json = new ObjectMapper();

  /** Of a {@code .jsonl} file named by itself the rows' {@code text}; of others what they say. */
  SourceSentences read(List<Path> paths) throws IOException {
    SourceSentences source = new SourceSentences();
    for (Path path : paths) {
      if (path.toString().endsWith(ROWS) && !Files.isDirectory(path)) {
        rows(path, source);
      } else {
        files(path, source);
      }
    }
    return source;
  }

  private static void files(Path path, SourceSentences source) {
    FilesInOrder.read(
        List.of(path),
        Isolation.none(),
        item -> {
          if (item instanceof FileReading.Fresh fresh && !fresh.source().endsWith(ROWS)) {
            source.add(fresh.submission().repairedText());
          }
        });
  }

  private void rows(Path file, SourceSentences source) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          source.add(text(file, number, line));
        }
      }
    }
  }

  private String text(Path file, int number, String line) {
    try {
      JsonNode text = json.readTree(line).get("text");
      if (text == null || !text.isTextual()) {
        throw new CommandFailedException(
            "Thiếu \"text\" trong dòng %d của %s.".formatted(number, file));
      }
      return text.asText();
    } catch (JsonProcessingException e) {
      throw new CommandFailedException(
          "%s, dòng %d không phải JSON: %s".formatted(file, number, e.getOriginalMessage()), e);
    }
  }
}
