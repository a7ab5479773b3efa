package vn.vanban.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vanban.extract.ExtractedText;
import vn.vanban.extract.ExtractedText.Paragraph;

/** The front door of this room. Threads may share one object. */
public final class TextRepair {

  /**
   * Repairs extracted text: TCVN3 (ABC), VNI, VISCII, VIQR and windows-1258 to Unicode where the
   * words prove it, Unicode NFC, eth to Đ in Vietnamese words, Unicode blanks to spaces, invisible
   * and control characters away; in PDF also syllables parted, glued or printed twice, numbers cut
   * at a line end, and page numbers in the midst of a sentence.
   *
   * @param extracted the raw text
   * @return the repaired text with its map; text that needs nothing comes back as it is
   */
  public RepairedText repair(ExtractedText extracted) {
    List<Paragraph> paragraphs = extracted.paragraphs();
    boolean pdf = paragraphs.stream().anyMatch(p -> p.page() > 0);
    RepairNotes notes = new RepairNotes();
    List<CharSequence> lines = new ArrayList<>(characters(paragraphs, notes));
    BitSet left = new BitSet();
    if (pdf) {
      left = RunningLines.within(paragraphs);
      notes.leftOut(left.cardinality());
      PdfSpacing spacing = new PdfSpacing(lines);
      lines.replaceAll(spacing::repair);
      notes.spacing(spacing);
    }
    TextDamage damage = new TextDamage();
    lines.forEach(damage::add);
    notes.damage(damage);
    RepairedLines out = new RepairedLines();
    int source = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!left.get(i)) {
        out.add(lines.get(i), source, paragraphs.get(i).page() > 0);
      }
      source += paragraphs.get(i).text().length() + 1;
    }
    notes.hyphens(out.hyphens());
    return out.text(notes.all(), damage.found() || damage.unmarked());
  }

  /** Each paragraph with its characters repaired; itself if they need nothing. */
  private static List<CharSequence> characters(List<Paragraph> paragraphs, RepairNotes notes) {
    List<String> texts = paragraphs.stream().map(Paragraph::text).toList();
    LegacyText legacy = new LegacyText(texts);
    Viqr viqr = new Viqr(texts);
    boolean vietnamese =
        legacy.isLegacy()
            || viqr.isProven()
            || texts.stream().anyMatch(text -> Letters.areVietnamese(Letters.in(text)));
    CharacterRepair repair = new CharacterRepair(vietnamese);
    Map<LegacyEncoding, Integer> converted = new EnumMap<>(LegacyEncoding.class);
    int fromViqr = 0;
    List<CharSequence> lines = new ArrayList<>(texts.size());
    for (Paragraph paragraph : paragraphs) {
      String text = paragraph.text();
      List<LegacyText.Run> runs = legacy.runs(paragraph);
      boolean ascii = viqr.isVietnamese(text);
      if (!runs.isEmpty()) {
        runs.stream()
            .map(LegacyText.Run::encoding)
            .distinct()
            .forEach(encoding -> converted.merge(encoding, 1, Integer::sum));
        lines.add(repair.repair(LegacyLetters.convert(paragraph, runs)));
      } else if (ascii) {
        fromViqr++;
        lines.add(repair.repair(viqr.convert(text)));
      } else {
        lines.add(CharacterRepair.isClean(text) ? text : repair.repair(Cells.of(text)));
      }
    }
    converted.forEach((encoding, count) -> notes.converted(encoding.label(), count));
    notes.converted("VIQR", fromViqr);
    return lines;
  }
}
