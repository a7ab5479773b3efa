package vn.vanban.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.mime.MediaType;
import vn.vanban.extract.ExtractionException.Reason;

/**
 * Reads files in this process. Tika decides from the content what a file is and reads office files,
 * mail and archives; PDF is read by its printed lines, web pages by their article, and plain text
 * by its bytes. Images are not recognised. Threads may share one object.
 */
public final class TikaExtractor implements Extractor {
  /** Parses that may run at once, abandoned ones included. */
  private static final int MAX_PARSES = Runtime.getRuntime().availableProcessors() * 2 + 4;

  private final Limits limits;
  private final PlainTextReader plainText = new PlainTextReader();
  private final PdfReader pdf = new PdfReader();
  private final HtmlReader html = new HtmlReader();
  private final OfficeReader office = new OfficeReader(new DefaultDetector(), html, plainText);
  private final TimedRun runs;

  /**
   * Wires the readers.
   *
   * @param limits of one file
   */
  public TikaExtractor(Limits limits) {
    this.limits = limits;
    this.runs = new TimedRun(limits.timeout(), MAX_PARSES);
  }

  @Override
  public Extraction extract(SourceFile file) throws ExtractionException {
    refuseBySize(file, limits);
    return runs.call(() -> parse(file.bytes()));
  }

  static void refuseBySize(SourceFile file, Limits limits) throws ExtractionException {
    int length = file.bytes().length;
    if (length == 0) {
      throw new ExtractionException(Reason.EMPTY, "Tệp rỗng, không có byte nào.");
    }
    if (length > limits.maxBytes()) {
      throw new ExtractionException(
          Reason.LIMIT, "Tệp có " + length + " byte, quá giới hạn " + limits.maxBytes() + " byte.");
    }
  }

  @Override
  public void close() {
    runs.close();
  }

  /** What is told of a file at which a parser failed in ways of its own. */
  static ExtractionException damaged(Exception failure) {
    return new ExtractionException(Reason.DAMAGED, "Không đọc được tệp: tệp bị hỏng.", failure);
  }

  /** Parses in the calling thread, for as long as it takes; the caller has checked the size. */
  Extraction parse(byte[] bytes) throws ExtractionException {
    try {
      return read(bytes);
    } catch (IOException e) {
      throw new ExtractionException(Reason.DAMAGED, "Tệp bị hỏng, không đọc được.", e);
    } catch (StackOverflowError e) {
      throw new ExtractionException(Reason.LIMIT, "Tệp lồng nhau quá sâu nên không đọc được.", e);
    } catch (OutOfMemoryError e) {
      throw new ExtractionException(
          Reason.LIMIT, "Tệp cần quá nhiều bộ nhớ nên không đọc được.", e);
    }
  }

  private Extraction read(byte[] bytes) throws IOException, ExtractionException {
    MediaType type = office.detect(bytes);
    TextSink sink = new TextSink(limits.maxCharacters());
    MemberCollector.Budget budget = new MemberCollector.Budget(limits);
    Reading reading;
    try {
      reading = read(bytes, type, sink, budget);
    } catch (TextSink.Full e) {
      reading = Reading.TEXT;
    }
    if (budget.exceeded() && sink.isEmpty() && reading.members().isEmpty()) {
      throw new ExtractionException(
          Reason.LIMIT, "Các tệp bên trong quá lớn, quá nhiều hoặc lồng nhau quá sâu.");
    }
    List<String> notes = new ArrayList<>();
    if (sink.cut()) {
      notes.add(
          "Văn bản dài quá " + limits.maxCharacters() + " ký tự; phần sau giới hạn đã bị cắt.");
    }
    if (budget.exceeded()) {
      notes.add("Bỏ bớt tệp bên trong vì quá giới hạn về dung lượng, số lượng hoặc độ lồng nhau.");
    }
    if (reading.broken()) {
      notes.add("Tệp hỏng một phần; chỉ đọc được phần còn nguyên.");
    }
    return new Extraction(
        type.toString(),
        new ExtractedText(sink.paragraphs(), reading.pages(), reading.images()),
        reading.members(),
        notes);
  }

  private Reading read(byte[] bytes, MediaType type, TextSink sink, MemberCollector.Budget budget)
      throws ExtractionException {
    return switch (MediaKind.of(type)) {
      case PDF -> pdf.read(bytes, sink, budget);
      case HTML -> {
        html.read(bytes, sink);
        yield Reading.TEXT;
      }
      case TEXT -> text(bytes, type, sink);
      case IMAGE -> new Reading(1, true, List.of(), false);
      case ARCHIVE -> office.archive(bytes, type, budget, limits.maxDepth());
      case MAIL, SPREADSHEET, OFFICE -> {
        if (office.reads(type)) {
          yield office.document(bytes, type, sink, budget);
        }
        yield text(bytes, type, sink);
      }
      case NONE -> throw unsupported(type);
    };
  }

  private Reading text(byte[] bytes, MediaType type, TextSink sink) throws ExtractionException {
    Optional<String> text = plainText.decode(bytes);
    plainText.read(text.orElseThrow(() -> unsupported(type)), sink);
    return Reading.TEXT;
  }

  private static ExtractionException unsupported(MediaType type) {
    return new ExtractionException(
        Reason.UNSUPPORTED,
        "Loại tệp này không chứa văn bản đọc được (" + type.getBaseType() + ").");
  }
}
