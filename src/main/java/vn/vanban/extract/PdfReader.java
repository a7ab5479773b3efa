package vn.vanban.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.extract.ExtractedText.Paragraph;
import vn.vanban.extract.ExtractionException.Reason;

/** Reads the printed lines of a PDF file and the files attached to it. */
final class PdfReader {
  private static final Logger LOG = LoggerFactory.getLogger(PdfReader.class);

  /** Deeper trees go in circles. */
  private static final int MAX_TREE_DEPTH = 8;

  Reading read(byte[] bytes, TextSink sink, MemberCollector.Budget budget)
      throws ExtractionException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      int pages = document.getNumberOfPages();
      PdfPageReader reader = new PdfPageReader(sink.maxCharacters());
      boolean broken = false;
      try {
        reader.getText(document);
      } catch (TextSink.Full e) {
        LOG.debug("pages past the limit of characters not read");
      } catch (IOException | RuntimeException e) {
        TextSink.checkInterrupted();
        LOG.debug("pdf page not read", e);
        broken = true;
      }
      List<SourceFile> attachments = attachments(document, budget);
      Reading result = new Reading(pages, reader.images(), attachments, broken);
      if (pages == 0 || (broken && reader.pages().isEmpty() && !reader.images())) {
        throw new ExtractionException(
            Reason.DAMAGED, "Tệp PDF bị hỏng: không có trang nào đọc được.");
      }
      for (Paragraph line : new PdfRunningTitles(reader.pages()).paragraphs()) {
        sink.add(line);
      }
      return result;
    } catch (InvalidPasswordException e) {
      throw new ExtractionException(Reason.ENCRYPTED, "Tệp PDF có mật khẩu nên không mở được.", e);
    } catch (IOException e) {
      throw new ExtractionException(Reason.DAMAGED, "Tệp PDF bị hỏng.", e);
    }
  }

  private static List<SourceFile> attachments(PDDocument document, MemberCollector.Budget budget) {
    List<SourceFile> files = new ArrayList<>();
    try {
      PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
      if (names != null && names.getEmbeddedFiles() != null) {
        attachments(names.getEmbeddedFiles(), budget, files, 0);
      }
    } catch (IOException | RuntimeException e) {
      // Of a damaged file the pages count.
      TextSink.checkInterrupted();
      LOG.debug("attachment of a pdf file not read", e);
    }
    return files;
  }

  /** Name trees have names in their leaves only (ISO 32000-1, 7.9.6). */
  private static void attachments(
      PDNameTreeNode<PDComplexFileSpecification> node,
      MemberCollector.Budget budget,
      List<SourceFile> files,
      int depth)
      throws IOException {
    Map<String, PDComplexFileSpecification> specifications = node.getNames();
    if (specifications != null) {
      for (Map.Entry<String, PDComplexFileSpecification> entry : specifications.entrySet()) {
        PDEmbeddedFile file = entry.getValue().getEmbeddedFile();
        if (file != null) {
          String name = entry.getValue().getFileUnicode();
          byte[] content = budget.read(file.createInputStream());
          if (content.length > 0) {
            files.add(new SourceFile(name == null ? entry.getKey() : name, content));
          }
        }
      }
    }
    List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
    if (kids != null && depth < MAX_TREE_DEPTH) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : kids) {
        attachments(kid, budget, files, depth + 1);
      }
    }
  }
}
