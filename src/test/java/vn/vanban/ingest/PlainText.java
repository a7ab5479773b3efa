package vn.vanban.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.vanban.extract.ExtractedText;
import vn.vanban.extract.Extraction;
import vn.vanban.extract.ExtractionException;
import vn.vanban.extract.Extractor;
import vn.vanban.extract.SourceFile;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Evidence;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Span;
import vn.vanban.text.OffsetMap;
import vn.vanban.text.RepairedText;

/**
 * Reads plain text and zip archives, so that the conductor is tested apart from the readers of
 * office files; some words in a file make it fail in the ways in which such readers fail.
 */
final class PlainText implements Extractor {
  private static final Pattern NUMBER = Pattern.compile("Số: (\\S+)");
  private static final Pattern DATE = Pattern.compile("ngày (\\d{4}-\\d\\d-\\d\\d)");

  final AtomicInteger extracted = new AtomicInteger();

  @Override
  public Extraction extract(SourceFile file) throws ExtractionException {
    extracted.incrementAndGet();
    if (file.bytes().length == 0) {
      throw new ExtractionException(ExtractionException.Reason.EMPTY, "Tệp rỗng.");
    }
    if (file.bytes()[0] == 'P' && file.bytes()[1] == 'K') {
      return new Extraction(
          "application/zip", new ExtractedText(List.of(), 0, false), members(file), List.of());
    }
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    if (text.startsWith("MẬT KHẨU")) {
      throw new ExtractionException(ExtractionException.Reason.ENCRYPTED, "Tệp có mật khẩu.");
    }
    if (text.startsWith("LỖI")) {
      throw new IllegalStateException("hỏng trong lúc đọc");
    }
    if (text.startsWith("TRÀN")) {
      return extract(file, 0);
    }
    if (text.startsWith("HẾT BỘ NHỚ")) {
      throw new OutOfMemoryError("thử");
    }
    if (text.startsWith("ẢNH")) {
      return new Extraction(
          "application/pdf", new ExtractedText(List.of(), 1, true), List.of(), List.of());
    }
    List<ExtractedText.Paragraph> lines =
        text.lines()
            .map(line -> new ExtractedText.Paragraph(line, ExtractedText.Place.BODY, 0, List.of()))
            .toList();
    return new Extraction(
        "text/plain",
        new ExtractedText(lines, 0, false),
        List.of(),
        text.contains("CẮT") ? List.of("Văn bản bị cắt ở giới hạn.") : List.of());
  }

  @SuppressWarnings("InfiniteRecursion") // that is what it is for
  private Extraction extract(SourceFile file, int depth) {
    return extract(file, depth + 1);
  }

  private static List<SourceFile> members(SourceFile file) {
    List<SourceFile> members = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        members.add(new SourceFile(entry.getName(), zip.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return members;
  }

  static RepairedText repair(ExtractedText extracted) {
    return new RepairedText(extracted.plain(), OffsetMap.identity(), List.of());
  }

  static LegalDocument parse(RepairedText text) {
    Evidence evidence = new Evidence(new Span(0, 0), "test", 1);
    Matcher number = NUMBER.matcher(text.text());
    Matcher date = DATE.matcher(text.text());
    return LegalDocument.of(
        DocumentKind.ORIGINAL,
        number.find()
            ? Optional.of(new Reading<>(new DocumentNumber(number.group(1)), evidence))
            : Optional.empty(),
        Optional.empty(),
        text.text().lines().limit(1).map(l -> new Reading<>(new IssuingBody(l), evidence)).toList(),
        date.find()
            ? Optional.of(new Reading<>(LocalDate.parse(date.group(1)), evidence))
            : Optional.empty(),
        Optional.empty(),
        List.of());
  }

  @Override
  public void close() {}
}
