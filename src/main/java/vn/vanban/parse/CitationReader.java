package vn.vanban.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Provision;
import vn.vanban.parse.Mention.Document;
import vn.vanban.parse.Mention.Provisions;

/**
 * Finds every reference (viện dẫn) in a text. Documents and provisions are recognised first, in one
 * walk over the words; then neighbours are put together ({@link ReferenceList}):
 *
 * <pre>
 * citation   := list (of document)? | document
 * list       := provisions (joint provisions)*       điểm a khoản 1, khoản 2 và Điều 6
 * joint      := "," | "và" | "hoặc" | "của" | "tại" | "vào sau" | "đến" …
 * of         := "của" | "tại" | "," | "ban hành kèm theo" …
 * </pre>
 *
 * <p>{@link ProvisionScanner} and {@link DocumentScanner} tell the grammar of their parts. What is
 * no citation: labels of the text's own provisions, the text's own number and title, "pháp luật về
 * đất đai". Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (viện dẫn); Nghị định
 * 78/2025/NĐ-CP on how provisions are cited.
 */
final class CitationReader {
  private final Words words;
  private final CitedNumbers numbers;
  private final DocumentScanner documents;
  private final Set<Integer> labels = new HashSet<>();

  private CitationReader(Words words, int from, int to, List<Provision> provisions) {
    this.words = words;
    numbers = new CitedNumbers(words, from, to);
    documents = new DocumentScanner(words, numbers);
    provisions.forEach(provision -> labels.add(provision.span().start()));
  }

  /**
   * Reads a text.
   *
   * @param from where it begins to cite: behind letterhead and title
   * @param to where it ends
   * @param own its own number, which is no citation
   */
  static List<Citation> read(
      Words words, int from, int to, Optional<DocumentNumber> own, List<Provision> provisions) {
    List<Mention> mentions =
        new CitationReader(words, from, to, provisions).mentions(from, to, own);
    return ReferenceList.citations(words, mentions);
  }

  private List<Mention> mentions(int from, int to, Optional<DocumentNumber> own) {
    List<Mention> mentions = new ArrayList<>();
    int lastEnd = -1;
    int i = from;
    while (i < to) {
      if (!Words.isWord(words.at(i))) {
        i++;
        continue;
      }
      Optional<? extends Mention> found = at(i, lastEnd);
      if (found.isEmpty()) {
        i = words.wordEnd(i);
        continue;
      }
      Mention mention = found.get();
      boolean ownNumber =
          mention instanceof Document document
              && own.isPresent()
              && DocumentScanner.is(document.target(), own.get());
      if (!ownNumber) {
        mentions.add(mention);
        lastEnd = mention instanceof Provisions ? mention.end() : -1;
      }
      i = mention.end();
    }
    return mentions;
  }

  private Optional<? extends Mention> at(int i, int lastEnd) {
    char c = words.at(i);
    if (c == 's') {
      documents.learn(i);
    }
    Optional<CitedNumbers.Found> number = numbers.from(i);
    if (number.isPresent() && number.get().from() <= i) {
      return number.map(documents::bare);
    }
    if ("cđkmpt".indexOf(c) >= 0) {
      boolean chained = lastEnd >= 0 && Joint.of(words, lastEnd, i) == Joint.DIRECT;
      Optional<Provisions> provisions = ProvisionScanner.at(words, i, chained);
      if (provisions.isPresent()) {
        return provisions.filter(found -> !isLabel(found));
      }
    }
    if ("blphnqcđktsv".indexOf(c) < 0) {
      return Optional.empty();
    }
    Optional<Document> document = documents.at(i);
    return document.filter(found -> !isOwnName(found));
  }

  /** {@code Quốc hội ban hành Luật Đường sắt}: the text's own name. */
  private boolean isOwnName(Document document) {
    return document.target() instanceof Citation.ByName
        && words.wordBefore(document.start()).equals("hành")
        && words.match(document.start() - "ban hành ".length(), "ban hành") >= 0;
  }

  /** The label of a provision, of this text or of one that it quotes. */
  private boolean isLabel(Provisions provisions) {
    if (labels.contains(provisions.start())) {
      return true;
    }
    if (provisions.isThis() || !words.startsLine(provisions.start())) {
      return false;
    }
    char next = words.at(provisions.end());
    return switch (provisions.level()) {
      case KHOAN, DIEM, SECTION -> false;
      default ->
          next == '.'
              || next == ':'
              || next == '\n'
              || words.isUpper(provisions.start() + 1)
              || words.isUpper(words.blanks(provisions.end()));
    };
  }
}
