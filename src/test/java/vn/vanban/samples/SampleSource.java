package vn.vanban.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sample as it is written by hand: keys ({@code file}, {@code gold}, {@code layout}), a line of
 * dashes, then one paragraph a line.
 *
 * <pre>
 * = bold, centred       ~ italic          | a | b    a row of a table
 * ^ centred             &gt; right, italic    ---       a new page
 * &#64;head … &#64;end   the letterhead: cap: (superior body), body:, so: (number), vv:, date:, right:
 * &#64;sign … &#64;end   "- x" goes to Nơi nhận on the left, the rest is the signature on the right;
 *                        a line "||" parts two signatures that stand side by side
 * </pre>
 */
record SampleSource(Map<String, String> keys, List<Block> blocks) {

  /** One block of a document, in printing order. */
  sealed interface Block {}

  /** How a paragraph is set. */
  enum Style {
    TEXT,
    TITLE,
    CENTRED,
    ITALIC,
    RIGHT
  }

  record Paragraph(Style style, String text) implements Block {}

  /** Two columns without borders: a letterhead, or recipients and signature. */
  record Columns(List<Paragraph> left, List<Paragraph> right, boolean signed) implements Block {}

  record Rows(List<List<String>> rows) implements Block {}

  record NewPage() implements Block {}

  static final String NOTE =
      "Văn bản mẫu do dự án vanban soạn để thử nghiệm, không có giá trị pháp lý.";

  static SampleSource read(Path path) throws IOException {
    Map<String, String> keys = new HashMap<>();
    List<Block> blocks = new ArrayList<>();
    List<String> lines = Files.readAllLines(path);
    int at = 0;
    while (!lines.get(at).startsWith("-----")) {
      String line = lines.get(at++);
      int colon = line.indexOf(": ");
      keys.put(line.substring(0, colon), line.substring(colon + 2).strip());
    }
    for (at++; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (line.startsWith("@")) {
        int end = at + 1;
        while (!lines.get(end).equals("@end")) {
          end++;
        }
        List<String> inner = lines.subList(at + 1, end);
        blocks.add(line.equals("@head") ? letterhead(inner) : signatures(inner));
        at = end;
      } else if (line.startsWith("|")) {
        addRow(blocks, line);
      } else if (line.equals("---")) {
        blocks.add(new NewPage());
      } else if (!line.isEmpty()) {
        blocks.add(paragraph(line));
      }
    }
    blocks.add(new Paragraph(Style.ITALIC, NOTE));
    return new SampleSource(Map.copyOf(keys), List.copyOf(blocks));
  }

  /** The whole text in reading order, one paragraph a line. */
  List<Paragraph> paragraphs() {
    List<Paragraph> all = new ArrayList<>();
    for (Block block : blocks) {
      switch (block) {
        case Paragraph p -> all.add(p);
        case Columns(var left, var right, var signed) -> {
          all.addAll(left);
          all.addAll(right);
        }
        case Rows(var rows) ->
            rows.forEach(r -> all.add(new Paragraph(Style.TEXT, String.join("\t", r))));
        case NewPage() -> {}
      }
    }
    return all;
  }

  private static Paragraph paragraph(String line) {
    Style style =
        switch (line.charAt(0)) {
          case '=' -> Style.TITLE;
          case '^' -> Style.CENTRED;
          case '~' -> Style.ITALIC;
          case '>' -> Style.RIGHT;
          default -> Style.TEXT;
        };
    return new Paragraph(style, style == Style.TEXT ? line : line.substring(1).strip());
  }

  private static void addRow(List<Block> blocks, String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
      cells.add(cell.strip());
    }
    if (blocks.getLast() instanceof Rows(var rows)) {
      rows.add(cells);
    } else {
      blocks.add(new Rows(new ArrayList<>(List.of(cells))));
    }
  }

  private static Columns letterhead(List<String> lines) {
    List<Paragraph> left = new ArrayList<>();
    List<Paragraph> right = new ArrayList<>();
    List<Paragraph> date = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon)) {
        case "cap", "so", "vv" -> left.add(new Paragraph(Style.CENTRED, value));
        case "body" -> left.add(new Paragraph(Style.TITLE, value));
        case "right" -> right.add(new Paragraph(Style.TITLE, value));
        case "date" -> date.add(new Paragraph(Style.ITALIC, value));
        default -> throw new IllegalArgumentException(line);
      }
    }
    if (right.isEmpty()) {
      // Quốc hiệu and Tiêu ngữ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1.
      right.add(new Paragraph(Style.TITLE, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
      right.add(new Paragraph(Style.TITLE, "Độc lập - Tự do - Hạnh phúc"));
    }
    right.addAll(date);
    return new Columns(left, right, false);
  }

  private static Columns signatures(List<String> lines) {
    List<Paragraph> left = new ArrayList<>();
    List<Paragraph> right = new ArrayList<>();
    int bar = lines.indexOf("||");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("- ")) {
        if (left.isEmpty()) {
          left.add(new Paragraph(Style.ITALIC, "Nơi nhận:"));
        }
        left.add(new Paragraph(Style.TEXT, line));
      } else if (i != bar) {
        (i < bar ? left : right).add(new Paragraph(Style.TITLE, line));
      }
    }
    return new Columns(left, right, true);
  }
}
