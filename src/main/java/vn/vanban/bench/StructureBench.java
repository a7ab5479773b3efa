package vn.vanban.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Reading;

/**
 * How many laws, decrees and circulars have articles that run from 1 without gaps and doubles, and
 * which do not, counted from the provisions and not from the parser's own warning. Documents
 * without a single article (circulars of before 2009, extracts) are counted apart.
 */
public final class StructureBench {
  private static final Set<String> TYPES =
      Set.of(
          "Hiến pháp",
          "Bộ luật",
          "Luật",
          "Pháp lệnh",
          "Nghị quyết",
          "Nghị định",
          "Thông tư",
          "Thông tư liên tịch");

  private final List<Defect> defects = new ArrayList<>();
  private final List<String> withoutArticles = new ArrayList<>();
  private int contiguous;

  /**
   * A document whose articles are not contiguous.
   *
   * @param source its file
   * @param reason in Vietnamese
   */
  public record Defect(String source, String reason) {}

  /**
   * What was found.
   *
   * @param contiguous documents whose articles run without gaps and doubles
   * @param defects the others, by source; whether the parser warned of them is said
   * @param withoutArticles those that have no article at all, by source
   */
  public record Result(int contiguous, List<Defect> defects, List<String> withoutArticles) {
    /** Of the documents with articles; 1 for none. */
    public double share() {
      int all = contiguous + defects.size();
      return all == 0 ? 1 : (double) contiguous / all;
    }
  }

  /**
   * Takes a document into account if it is of one of the types.
   *
   * @param source its file
   * @param document what was read from it
   */
  public void add(String source, LegalDocument document) {
    boolean counts =
        document.kind() == DocumentKind.ORIGINAL
            && document.type().map(Reading::value).filter(TYPES::contains).isPresent();
    if (!counts) {
      return;
    }
    List<Provision> articles =
        document.provisions().stream().filter(StructureBench::isArticle).toList();
    Optional<String> gap = gap(articles);
    if (articles.isEmpty()) {
      withoutArticles.add(source);
    } else if (gap.isEmpty()) {
      contiguous++;
    } else {
      boolean told = document.warnings().stream().anyMatch(w -> w.field().equals("provisions"));
      defects.add(new Defect(source, gap.get() + (told ? "" : " (không có cảnh báo)")));
    }
  }

  /** The first article that does not follow the one before it in its part of the file. */
  private static Optional<String> gap(List<Provision> articles) {
    Map<List<Step>, Integer> last = new HashMap<>();
    for (Provision article : articles) {
      List<Step> steps = article.path().steps();
      List<Step> part = steps.stream().filter(step -> step.level() == Level.PHU_LUC).toList();
      String number = article.path().last().number();
      String suffix = number.replaceFirst("^\\d+", "");
      int value = Integer.parseInt(number.substring(0, number.length() - suffix.length()));
      int before = last.getOrDefault(part, 0);
      boolean inserted = value == before && suffix.matches("\\p{L}.*");
      if (!inserted && (value != before + 1 || suffix.contains("-"))) {
        return Optional.of("%s sau Điều %d".formatted(article.label(), before));
      }
      last.put(part, value);
    }
    return Optional.empty();
  }

  /** The result so far. */
  public Result result() {
    return new Result(
        contiguous,
        defects.stream().sorted(Comparator.comparing(Defect::source)).toList(),
        withoutArticles.stream().sorted().toList());
  }

  private static boolean isArticle(Provision provision) {
    return provision.path().last().level() == Level.DIEU;
  }
}
