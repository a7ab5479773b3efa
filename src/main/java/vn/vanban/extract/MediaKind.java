package vn.vanban.extract;

import java.util.Set;
import org.apache.tika.mime.MediaType;

/** How a kind of file is read. */
enum MediaKind {
  PDF,
  HTML,
  TEXT,
  IMAGE,
  ARCHIVE,
  MAIL,
  SPREADSHEET,
  OFFICE,
  NONE;

  private static final Set<String> ARCHIVES =
      Set.of(
          "application/zip",
          "application/x-7z-compressed",
          "application/x-tar",
          "application/x-gtar",
          "application/gzip",
          "application/x-bzip2",
          "application/x-xz",
          "application/zstd",
          "application/x-lzma",
          "application/x-compress",
          "application/x-cpio",
          "application/x-archive",
          "application/x-arj",
          "application/x-rar-compressed");

  /** Programs, data bases and drawings: no text of a document. */
  private static final Set<String> WITHOUT_TEXT =
      Set.of(
          "application/x-msdownload",
          "application/x-elf",
          "application/x-executable",
          "application/x-sharedlib",
          "application/java-vm",
          "application/java-archive",
          "application/x-msaccess",
          "application/x-sqlite3",
          "application/x-shockwave-flash",
          "application/x-tika-msoffice",
          "application/x-tika-ooxml",
          "application/x-dosexec");

  static MediaKind of(MediaType type) {
    String name = type.getBaseType().toString();
    if (name.startsWith("image/")) {
      return name.startsWith("image/vnd.d") || name.equals("image/svg+xml") ? NONE : IMAGE;
    }
    if (name.startsWith("audio/") || name.startsWith("video/") || name.startsWith("font/")) {
      return NONE;
    }
    if (ARCHIVES.contains(name) || name.startsWith("application/x-rar")) {
      return ARCHIVE;
    }
    return switch (name) {
      case "application/pdf" -> PDF;
      case "text/html", "application/xhtml+xml" -> HTML;
      case "message/rfc822", "application/vnd.ms-outlook" -> MAIL;
      case "application/vnd.ms-excel",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.ms-excel.sheet.macroenabled.12",
          "application/vnd.ms-excel.sheet.binary.macroenabled.12",
          "application/vnd.oasis.opendocument.spreadsheet" ->
          SPREADSHEET;
      default -> WITHOUT_TEXT.contains(name) ? NONE : name.startsWith("text/") ? TEXT : OFFICE;
    };
  }
}
