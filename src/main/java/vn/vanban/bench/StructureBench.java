package vn.vanban.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.Reading;
import vn.vanban.law.Warning;

/**
 * How many laws, decrees and circulars have articles that run from 1 without gaps and doubles, and
 * which do not, with the reason that the parser gives. Documents without a single article
 * (circulars of before 2009, extracts) are counted apart.
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
   * @param defects those that carry the warning, by source
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
    List<String> reasons =
        document.warnings().stream()
            .filter(warning -> warning.field().equals("provisions"))
            .map(Warning::message)
            .toList();
    if (!reasons.isEmpty()) {
      defects.add(new Defect(source, String.join("; ", reasons)));
    } else if (document.provisions().stream().anyMatch(StructureBench::isArticle)) {
      contiguous++;
    } else {
      withoutArticles.add(source);
    }
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
