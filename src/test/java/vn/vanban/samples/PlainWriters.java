package vn.vanban.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Entities;

/** Writes a sample as plain text, as HTML, and as the RTF of an old word processor. */
final class PlainWriters {
  private static final int COLUMN = 42;

  private PlainWriters() {}

  /** One paragraph a line; with {@code layout: columns} the letterhead stands in two columns. */
  static String text(SampleSource source) {
    if (!"columns".equals(source.keys().get("layout"))) {
      List<String> lines = new ArrayList<>();
      source.paragraphs().forEach(p -> lines.add(p.text()));
      return String.join("\n", lines) + "\n";
    }
    StringBuilder out = new StringBuilder();
    for (SampleSource.Block block : source.blocks()) {
      switch (block) {
        case SampleSource.Paragraph p -> out.append(p.text()).append("\n\n");
        case SampleSource.Columns(var left, var right, var signed) -> {
          for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String l = i < left.size() ? left.get(i).text() : "";
            String r = i < right.size() ? right.get(i).text() : "";
            String gap = " ".repeat(Math.max(2, COLUMN - l.length()));
            out.append((l + gap + r).stripTrailing()).append('\n');
          }
          out.append('\n');
        }
        case SampleSource.Rows(var rows) -> {
          rows.forEach(row -> out.append(String.join("\t", row)).append('\n'));
          out.append('\n');
        }
        case SampleSource.NewPage() -> out.append("\f\n");
      }
    }
    return out.toString();
  }

  static String html(SampleSource source) {
    StringBuilder out =
        new StringBuilder(
            "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<title>").append(Entities.escape(source.keys().get("title")));
    out.append("</title>\n</head>\n<body>\n");
    for (SampleSource.Block block : source.blocks()) {
      switch (block) {
        case SampleSource.Paragraph p -> out.append(htmlParagraph(p));
        case SampleSource.Columns(var left, var right, var signed) -> {
          out.append(
              "<table border=\"0\" width=\"100%\"><tr>\n<td width=\"42%\" valign=\"top\">\n");
          left.forEach(p -> out.append(htmlParagraph(p)));
          out.append("</td>\n<td width=\"58%\" valign=\"top\" align=\"center\">\n");
          right.forEach(p -> out.append(htmlParagraph(p)));
          out.append("</td>\n</tr></table>\n");
        }
        case SampleSource.Rows(var rows) -> {
          out.append("<table border=\"1\">\n");
          for (List<String> row : rows) {
            out.append("<tr>");
            row.forEach(c -> out.append("<td>").append(Entities.escape(c)).append("</td>"));
            out.append("</tr>\n");
          }
          out.append("</table>\n");
        }
        case SampleSource.NewPage() -> out.append("<hr>\n");
      }
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private static String htmlParagraph(SampleSource.Paragraph p) {
    String text = Entities.escape(p.text());
    return switch (p.style()) {
      case TITLE -> "<p align=\"center\"><b>" + text + "</b></p>\n";
      case CENTRED -> "<p align=\"center\">" + text + "</p>\n";
      case ITALIC -> "<p><i>" + text + "</i></p>\n";
      case RIGHT -> "<p align=\"right\"><i>" + text + "</i></p>\n";
      case TEXT -> "<p>" + text + "</p>\n";
    };
  }

  /**
   * RTF with 8-bit TCVN3 codes. {@code .VnTime} shows small letters; capitals are the same codes in
   * {@code .VnTimeH}, so a line in capitals is written in small letters of that font.
   */
  static String tcvn3Rtf(SampleSource source) {
    StringBuilder out =
        new StringBuilder(
            "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 .VnTime;}"
                + "{\\f1\\fnil\\fcharset0 .VnTimeH;}}\\paperw11907\\paperh16840\\fs28\n");
    for (SampleSource.Block block : source.blocks()) {
      switch (block) {
        case SampleSource.Paragraph p -> out.append("\\pard").append(rtfRun(p)).append("\\par\n");
        case SampleSource.Columns(var left, var right, var signed) -> {
          out.append("\\trowd\\cellx4000\\cellx9600\n");
          out.append(rtfCell(left)).append(rtfCell(right)).append("\\row\\pard\\par\n");
        }
        case SampleSource.Rows(var rows) -> {
          for (List<String> row : rows) {
            out.append("\\trowd");
            for (int i = 1; i <= row.size(); i++) {
              out.append("\\cellx").append(9600 * i / row.size());
            }
            for (String cell : row) {
              var p = new SampleSource.Paragraph(SampleSource.Style.TEXT, cell);
              out.append("\n").append(rtfCell(List.of(p)));
            }
            out.append("\\row\n");
          }
          out.append("\\pard\\par\n");
        }
        case SampleSource.NewPage() -> out.append("\\page\n");
      }
    }
    return out.append("}\n").toString();
  }

  private static String rtfCell(List<SampleSource.Paragraph> paragraphs) {
    List<String> runs = new ArrayList<>();
    paragraphs.forEach(p -> runs.add("\\pard\\intbl" + rtfRun(p)));
    return String.join("\\par\n", runs) + "\\cell\n";
  }

  private static String rtfRun(SampleSource.Paragraph p) {
    boolean capitals = p.text().equals(p.text().toUpperCase(Locale.ROOT));
    String codes = LegacyEncoding.tcvn3(capitals ? p.text().toLowerCase(Locale.ROOT) : p.text());
    StringBuilder out = new StringBuilder();
    out.append(
        switch (p.style()) {
          case TITLE -> "\\qc{\\b";
          case CENTRED -> "\\qc{";
          case ITALIC -> "{\\i";
          case RIGHT -> "\\qr{\\i";
          case TEXT -> "{";
        });
    out.append(capitals ? "\\f1 " : "\\f0 ");
    for (int i = 0; i < codes.length(); i++) {
      char c = codes.charAt(i);
      if (c > 0xff) {
        throw new IllegalArgumentException("no TCVN3 code for " + c + " in " + p.text());
      }
      out.append(c < 0x80 ? String.valueOf(c) : String.format(Locale.ROOT, "\\'%02x", (int) c));
    }
    return out.append('}').toString();
  }
}
