package vn.vanban.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;
import vn.vanban.extract.ExtractedText.Place;
import vn.vanban.extract.ExtractionException.Reason;

/** Reads office files, mail and archives through Tika. */
final class OfficeReader {
  private static final Logger LOG = LoggerFactory.getLogger(OfficeReader.class);

  private static final MediaType WORD = MediaType.application("msword");

  private final Detector detector;
  private final AutoDetectParser parser;
  private final HtmlReader html;
  private final PlainTextReader plainText;

  /**
   * @param detector decides what a file is
   * @param html reads the pages of mail and web archives
   * @param plainText reads the texts of mail
   */
  OfficeReader(Detector detector, HtmlReader html, PlainTextReader plainText) {
    this.detector = detector;
    this.html = html;
    this.plainText = plainText;
    this.parser = new AutoDetectParser(detector);
  }

  /** Whether Tika has a parser for files of this type. */
  boolean reads(MediaType type) {
    return parser.getSupportedTypes(new ParseContext()).contains(type.getBaseType());
  }

  MediaType detect(byte[] bytes) throws IOException {
    try (TikaInputStream stream = TikaInputStream.get(bytes)) {
      return detector.detect(stream, new Metadata());
    }
  }

  /** The text of an office file or a mail, with the documents within. */
  Reading document(byte[] bytes, MediaType type, TextSink sink, MemberCollector.Budget budget)
      throws ExtractionException {
    MediaKind kind = MediaKind.of(type);
    boolean mail = kind == MediaKind.MAIL;
    MemberCollector members =
        mail
            ? new MemberCollector(budget, true, b -> true)
            : new MemberCollector(budget, false, this::isDocument);
    ParagraphHandler handler = new ParagraphHandler(sink, kind == MediaKind.SPREADSHEET);
    Metadata metadata = new Metadata();
    boolean broken = false;
    try {
      parse(bytes, type, handler, metadata, members);
    } catch (IOException | SAXException | TikaException | RuntimeException e) {
      rethrow(e);
      if (sink.isEmpty()) {
        throw damaged(type, e);
      }
      LOG.debug("read in part", e);
      broken = true;
    }
    handler.finish();
    if (type.getBaseType().equals(WORD)) {
      WordCapitals.mark(bytes, sink.paragraphs());
    }
    if (mail) {
      mail(metadata, members, sink);
    }
    String pages = metadata.get(PagedText.N_PAGES);
    return new Reading(
        pages != null && pages.matches("\\d{1,6}") ? Integer.parseInt(pages) : 0,
        sink.isEmpty() && members.images(),
        members.members(),
        broken);
  }

  /** Who wrote to whom, and what; of a saved web page the page alone. */
  private void mail(Metadata metadata, MemberCollector members, TextSink sink) {
    boolean page =
        members.bodies().stream().allMatch(MemberCollector.Body::html)
            && !members.bodies().isEmpty()
            && "related".equals(metadata.get(Message.MULTIPART_SUBTYPE));
    if (!page && sink.isEmpty()) {
      head("From", metadata.get(Message.MESSAGE_FROM), sink);
      head("To", metadata.get(Message.MESSAGE_TO), sink);
      head("Subject", metadata.get(TikaCoreProperties.SUBJECT), sink);
      head("Date", metadata.get(TikaCoreProperties.CREATED), sink);
    }
    for (MemberCollector.Body body : members.bodies()) {
      if (body.html()) {
        html.read(body.bytes(), sink);
      } else {
        plainText.decode(body.bytes()).ifPresent(text -> plainText.read(text, sink));
      }
    }
  }

  private static void head(String name, @Nullable String value, TextSink sink) {
    if (value != null && !value.isBlank()) {
      sink.add(name + ": " + value.strip().replaceAll("\\s+", " "), Place.HEADER);
    }
  }

  /** The files of an archive; those that are archives themselves are unpacked in turn. */
  Reading archive(byte[] bytes, MediaType type, MemberCollector.Budget budget, int depth)
      throws ExtractionException {
    MemberCollector members = new MemberCollector(budget, true, b -> true);
    boolean broken = false;
    try {
      parse(bytes, type, new org.xml.sax.helpers.DefaultHandler(), new Metadata(), members);
    } catch (IOException | SAXException | TikaException | RuntimeException e) {
      rethrow(e);
      if (members.members().isEmpty()) {
        throw damaged(type, e);
      }
      LOG.debug("unpacked in part", e);
      broken = true;
    }
    List<SourceFile> files = new ArrayList<>();
    for (SourceFile member : members.members()) {
      broken |= unpack(member, files, budget, depth);
    }
    return new Reading(0, false, files, broken);
  }

  /** Returns whether something could not be unpacked. */
  private boolean unpack(
      SourceFile member, List<SourceFile> files, MemberCollector.Budget budget, int depth) {
    try {
      MediaType type = detect(member.bytes());
      if (MediaKind.of(type) != MediaKind.ARCHIVE) {
        files.add(member);
        return false;
      }
      if (depth <= 1) {
        budget.exceed();
        return false;
      }
      Reading inner = archive(member.bytes(), type, budget, depth - 1);
      for (SourceFile file : inner.members()) {
        files.add(new SourceFile(member.name() + "/" + file.name(), file.bytes()));
      }
      return inner.broken();
    } catch (IOException | ExtractionException e) {
      LOG.debug("member not unpacked", e);
      files.add(member);
      return false;
    }
  }

  private void parse(
      byte[] bytes,
      MediaType type,
      org.xml.sax.ContentHandler handler,
      Metadata metadata,
      MemberCollector members)
      throws IOException, SAXException, TikaException {
    ParseContext context = new ParseContext();
    OfficeParserConfig office = new OfficeParserConfig();
    office.setUseSAXDocxExtractor(true);
    office.setUseSAXPptxExtractor(true);
    office.setIncludeDeletedContent(false);
    office.setIncludeMoveFromContent(false);
    context.set(OfficeParserConfig.class, office);
    context.set(EmbeddedDocumentExtractor.class, members);
    metadata.set(TikaCoreProperties.CONTENT_TYPE_USER_OVERRIDE, type.toString());
    try (TikaInputStream stream = TikaInputStream.get(bytes)) {
      parser.parse(stream, handler, metadata, context);
    }
  }

  private boolean isDocument(byte[] bytes) {
    try {
      return switch (MediaKind.of(detect(bytes))) {
        case PDF, SPREADSHEET, MAIL -> true;
        case OFFICE -> reads(detect(bytes));
        default -> false;
      };
    } catch (IOException e) {
      LOG.debug("embedded file not detected", e);
      return false;
    }
  }

  /** What ends a parse without the file being damaged. */
  private static void rethrow(Throwable failure) throws ExtractionException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case TextSink.Full full -> throw full;
        case java.util.concurrent.CancellationException cancelled -> throw cancelled;
        case EncryptedDocumentException e ->
            throw new ExtractionException(
                Reason.ENCRYPTED, "Tệp có mật khẩu nên không mở được.", failure);
        case org.apache.poi.EncryptedDocumentException e ->
            throw new ExtractionException(
                Reason.ENCRYPTED, "Tệp có mật khẩu nên không mở được.", failure);
        case UnsupportedFormatException e ->
            throw new ExtractionException(
                Reason.UNSUPPORTED, "Chưa đọc được phiên bản này của định dạng tệp.", failure);
        default -> {}
      }
      String message = cause.getMessage();
      if (message != null && (message.contains("Zip bomb") || message.contains("zip bomb"))) {
        throw new ExtractionException(
            Reason.LIMIT, "Tệp phình ra quá lớn khi giải nén nên đã dừng.", failure);
      }
    }
  }

  private static ExtractionException damaged(MediaType type, Throwable cause) {
    return new ExtractionException(
        Reason.DAMAGED, "Tệp bị hỏng, không đọc được (" + type.getBaseType() + ").", cause);
  }
}
