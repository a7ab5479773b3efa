package vn.vanban.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.viet.Folding;

/**
 * A query that cites a provision and nothing else, from the inside out or from the outside in:
 * {@code điểm a khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP}, {@code dieu 5 luat dat dai 2013}, {@code
 * Luật Đất đai 2013, Điều 5 khoản 2}, {@code Điều 5 Luật Đất đai số 45/2013/QH13}.
 *
 * @param path the Điều and what is cited within it: {@code dieu-5.khoan-2.diem-a}; a letter d typed
 *     without marks may be đ
 * @param number the document by its number, if that may be
 * @param name the document by its name, if that may be
 */
public record CitedProvision(
    ProvisionPath path, Optional<NumberQuestion> number, Optional<LawName> name) {

  /** Reads a query; empty where no Điều is cited or no document with it. */
  static Optional<CitedProvision> in(String query) {
    Reader reader = new Reader(query);
    Optional<ProvisionPath> path = reader.path();
    if (path.isEmpty() || query.strip().endsWith("?")) {
      return Optional.empty();
    }
    String document = reader.rest();
    Optional<NumberQuestion> number =
        NumberQuestion.in(document).filter(asked -> !asked.ordinals().isEmpty());
    Optional<LawName> name = LawName.in(document);
    return number.isEmpty() && name.isEmpty()
        ? Optional.empty()
        : Optional.of(new CitedProvision(path.get(), number, name));
  }

  /** Takes the words of the provision out of a query. */
  private static final class Reader {
    private final String text;
    private final List<TypedWord> words;
    private final boolean[] taken;
    private String article = "";
    private String clause = "";
    private String point = "";

    Reader(String text) {
      this.text = text;
      this.words = TypedWord.in(text);
      this.taken = new boolean[words.size()];
      for (int i = 0; i < words.size(); i++) {
        read(i);
      }
    }

    private void read(int i) {
      String typed = typed(i);
      if (typed.matches("[đd]\\d{1,3}[a-zđ]?") && article.isEmpty()) {
        article = typed.substring(1); // Đ5
        taken[i] = true;
      } else if (typed.matches("k\\d{1,2}[a-zđ]?") && clause.isEmpty()) {
        clause = typed.substring(1);
        taken[i] = true;
      } else if (i + 1 < words.size() && !taken[i]) {
        String next = typed(i + 1);
        switch (words.get(i).folded()) {
          case "dieu", "d", "article" -> {
            article = take(i, article, next, "\\d{1,3}[a-zđ]{0,2}");
            if (taken[i] && clause.isEmpty() && isDotted(i + 2)) {
              clause = typed(i + 2); // Điều 5.2
              taken[i + 2] = true;
            }
          }
          case "khoan", "k", "clause" -> clause = take(i, clause, next, "\\d{1,2}[a-zđ]?");
          case "diem", "point" -> point = take(i, point, next, "[a-zđ]\\d?|\\d{1,2}\\.\\d{1,2}");
          default -> {
            // of the document
          }
        }
      }
    }

    /** Whether a word is a small number behind a point without a blank. */
    private boolean isDotted(int i) {
      return i < words.size()
          && typed(i).matches("\\d{1,2}")
          && words.get(i).start() == words.get(i - 1).end() + 1
          && text.charAt(words.get(i - 1).end()) == '.';
    }

    private String take(int i, String known, String next, String form) {
      if (!known.isEmpty() || !next.matches(form)) {
        return known;
      }
      taken[i] = true;
      taken[i + 1] = true;
      return next.replaceFirst("^0+(?=\\d)", "");
    }

    /** Lower case, with marks. */
    private String typed(int i) {
      return Folding.canonical(text.substring(words.get(i).start(), words.get(i).end()));
    }

    Optional<ProvisionPath> path() {
      if (article.isEmpty() || (clause.isEmpty() && !point.isEmpty() && point.length() > 1)) {
        return Optional.empty();
      }
      List<Step> steps = new ArrayList<>(List.of(new Step(Level.DIEU, article)));
      if (!clause.isEmpty()) {
        steps.add(new Step(Level.KHOAN, clause));
      }
      if (!point.isEmpty()) {
        steps.add(new Step(Level.DIEM, point));
      }
      return Optional.of(new ProvisionPath(steps));
    }

    /** What names the document. */
    String rest() {
      StringBuilder rest = new StringBuilder();
      int at = 0;
      for (int i = 0; i < words.size(); i++) {
        if (taken[i]) {
          rest.append(text, at, words.get(i).start()).append(' ');
          at = words.get(i).end();
        }
      }
      String left = rest.append(text, at, text.length()).toString();
      // Commas and the like between the provision's steps.
      return left.replaceAll("(?<=\\s|^)[,;.]+(?=\\s|$)", " ").replaceAll("\\s+", " ").strip();
    }
  }
}
