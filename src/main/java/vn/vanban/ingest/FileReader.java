package vn.vanban.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.extract.ExtractedText;
import vn.vanban.extract.Extraction;
import vn.vanban.extract.ExtractionException;
import vn.vanban.extract.Extractor;
import vn.vanban.extract.ExtractorUnavailableException;
import vn.vanban.extract.Limits;
import vn.vanban.extract.SourceFile;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Warning;
import vn.vanban.parse.DocumentParser;
import vn.vanban.registry.Enclosure;
import vn.vanban.registry.Registry;
import vn.vanban.registry.Submission;
import vn.vanban.text.RepairedText;
import vn.vanban.text.TextRepair;

/**
 * Reads one file with all that it holds: extract, repair, parse. Whatever a file does to it is that
 * file's outcome. Safe for use by many threads.
 */
public final class FileReader {
  private static final Logger LOG = LoggerFactory.getLogger(FileReader.class);

  private final Extractor extractor;
  private final Function<ExtractedText, RepairedText> repair;
  private final Function<RepairedText, LegalDocument> parser;
  private final Function<String, Optional<String>> documentOfOriginal;
  private final Limits limits;

  /** For reading without a registry: no file is known before. */
  public FileReader(Extractor extractor, TextRepair repair, DocumentParser parser, Limits limits) {
    this(extractor, repair::repair, parser::parse, sha256 -> Optional.empty(), limits);
  }

  FileReader(
      Extractor extractor,
      Function<ExtractedText, RepairedText> repair,
      Function<RepairedText, LegalDocument> parser,
      Function<String, Optional<String>> documentOfOriginal,
      Limits limits) {
    this.extractor = extractor;
    this.repair = repair;
    this.parser = parser;
    this.documentOfOriginal = documentOfOriginal;
    this.limits = limits;
  }

  /**
   * Reads a file.
   *
   * @param path which
   * @return the file and what it holds, in order; never empty for a file that is no archive
   * @throws ReadingUnavailableException if no file can be read now
   */
  public List<FileReading.Item> read(Path path) {
    return read(path, 0).items();
  }

  /**
   * Reads a file that is in memory, with all that it holds. Throws only if the registry cannot be
   * asked, or nothing can be read now.
   *
   * @param file its name and bytes
   */
  FileReading read(SourceFile file) {
    List<FileReading.Item> items = new ArrayList<>();
    Unpacking unpacking = new Unpacking(items);
    unpacking.read(file, List.of());
    return new FileReading(items, unpacking.enclosures, 0);
  }

  /**
   * Reads a file. Throws only if the registry cannot be asked, or nothing can be read now.
   *
   * @param path which
   * @param weight passed on
   */
  FileReading read(Path path, int weight) {
    String source = path.toString();
    List<FileReading.Item> items = new ArrayList<>();
    Unpacking unpacking = new Unpacking(items);
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      long size = attributes.size();
      if (!attributes.isRegularFile()) {
        // A pipe or a device may never end, or never begin.
        items.add(
            new FileReading.Rejected(
                source,
                Optional.empty(),
                "Không phải tệp thường (mà là ống dẫn, thiết bị hoặc thứ khác) nên không được đọc."));
      } else if (size > limits.maxBytes()) {
        // Not copied into quarantine: it would fill the disk, and stays where it is.
        items.add(
            new FileReading.Rejected(
                source,
                Optional.empty(),
                "Tệp có %,d byte, vượt giới hạn %,d byte.".formatted(size, limits.maxBytes())));
      } else {
        unpacking.read(new SourceFile(source, Files.readAllBytes(path)), List.of());
      }
    } catch (IOException e) {
      items.add(
          new FileReading.Rejected(
              source, Optional.empty(), "Không đọc được tệp từ đĩa: " + e.getMessage()));
    } catch (OutOfMemoryError e) {
      LOG.error("out of memory: {}", source, e);
      items.add(new FileReading.Rejected(source, Optional.empty(), "Không đủ bộ nhớ để đọc tệp."));
    }
    return new FileReading(items, unpacking.enclosures, weight);
  }

  /** The unpacking of one file; counts what its members cost together. */
  private final class Unpacking {
    private final List<FileReading.Item> items;
    private final List<Enclosure> enclosures = new ArrayList<>();
    private long unpackedBytes;

    Unpacking(List<FileReading.Item> items) {
      this.items = items;
    }

    /**
     * Reads a file and what it holds.
     *
     * @param containers SHA-256 of the files around it, the outermost first
     */
    void read(SourceFile file, List<String> containers) {
      String sha256 = Registry.sha256(file.bytes());
      containers.forEach(container -> enclosures.add(new Enclosure(sha256, container)));
      Optional<String> known = documentOfOriginal.apply(sha256);
      if (known.isPresent()) {
        items.add(new FileReading.Known(file.name(), known.get()));
        return;
      }
      Extraction extraction;
      try {
        extraction = extractor.extract(file);
        if (!extraction.isContainer()) {
          items.add(new FileReading.Fresh(submission(file, extraction)));
        }
      } catch (ExtractionException e) {
        reject(file, String.valueOf(e.getMessage()));
        return;
      } catch (ExtractorUnavailableException e) {
        throw new ReadingUnavailableException(e);
      } catch (RuntimeException | Error e) {
        // A defect of ours or of a library, set off by this file: it costs this file only.
        LOG.error("crash while reading {}", file.name(), e);
        reject(
            file, "Lỗi của chương trình khi đọc tệp này (" + e.getClass().getSimpleName() + ").");
        return;
      }
      List<String> around = Stream.concat(containers.stream(), Stream.of(sha256)).toList();
      for (SourceFile member : extraction.members()) {
        SourceFile inner = new SourceFile(file.name() + "!/" + member.name(), member.bytes());
        unpackedBytes += member.bytes().length;
        if (around.size() > limits.maxDepth()) {
          reject(inner, "Tệp nén lồng nhau quá " + limits.maxDepth() + " tầng.");
        } else if (unpackedBytes > limits.maxBytes()) {
          reject(
              inner,
              "Các tệp bên trong vượt giới hạn tổng cộng %,d byte.".formatted(limits.maxBytes()));
        } else {
          read(inner, around);
        }
      }
    }

    private void reject(SourceFile file, String reason) {
      items.add(new FileReading.Rejected(file.name(), Optional.of(file.bytes()), reason));
    }
  }

  private Submission submission(SourceFile file, Extraction extraction) {
    ExtractedText extracted = extraction.text();
    RepairedText repaired = repair.apply(extracted);
    LegalDocument document = parser.apply(repaired);
    List<String> doubts = new ArrayList<>(extraction.notes());
    doubts.addAll(repaired.notes());
    if (extracted.images() && repaired.text().isBlank()) {
      doubts.add("Tệp chỉ có ảnh, chưa nhận dạng chữ (OCR).");
    } else if (extracted.images()) {
      doubts.add("Có trang chỉ có ảnh, chưa nhận dạng chữ (OCR).");
    } else if (repaired.text().isBlank()) {
      doubts.add("Không tìm thấy chữ nào trong tệp.");
    }
    return new Submission(
        file.name(),
        extraction.mediaType(),
        file.bytes(),
        extracted.plain(),
        repaired.text(),
        withDoubts(document, doubts));
  }

  private static LegalDocument withDoubts(LegalDocument document, List<String> doubts) {
    return document.withWarnings(
        doubts.stream().map(doubt -> new Warning("text", doubt, Optional.empty())).toList());
  }
}
