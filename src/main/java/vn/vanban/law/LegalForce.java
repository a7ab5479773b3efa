package vn.vanban.law;

import java.util.Optional;
import vn.vanban.law.Authority.Level;
import vn.vanban.law.DocumentType.Family;

/**
 * The place of a document in the order of legal force (hiệu lực pháp lý): where two rules differ,
 * the one of higher force applies. Source: Luật Ban hành văn bản quy phạm pháp luật 80/2015/QH13,
 * Điều 4 (the order) and Điều 156 (what applies).
 */
public enum LegalForce {
  CONSTITUTION(9, "Hiến pháp"),
  LAW(8, "luật, nghị quyết của Quốc hội"),
  ORDINANCE(7, "pháp lệnh"),
  DECREE(6, "nghị định"),
  NATIONAL(5, "văn bản của Chủ tịch nước, Thủ tướng Chính phủ"),
  CIRCULAR(4, "thông tư"),
  PROVINCE(3, "văn bản quy phạm của cấp tỉnh"),
  LOCAL(2, "văn bản quy phạm của cấp huyện, cấp xã"),
  /** A plan, a letter, an announcement, a decision on one matter. */
  ADMINISTRATIVE(1, "văn bản hành chính"),
  /** Nothing tells. */
  UNKNOWN(0, "chưa rõ loại");

  private final int rank;
  private final String vietnamese;

  LegalForce(int rank, String vietnamese) {
    this.rank = rank;
    this.vietnamese = vietnamese;
  }

  /** The higher the more force; from 0 to 9, and the same in every version. */
  public int rank() {
    return rank;
  }

  /** What a reader calls it. */
  public String vietnamese() {
    return vietnamese;
  }

  /**
   * The force with a rank.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static LegalForce ranked(int rank) {
    for (LegalForce force : values()) {
      if (force.rank == rank) {
        return force;
      }
    }
    throw new IllegalArgumentException("no rank of legal force: " + rank);
  }

  /**
   * The force of a document by its type, its first issuer and its number. A decision or resolution
   * of a local body is a legal norm only if its number bears the year: {@code 12/2020/QĐ-UBND}
   * beside {@code 899/QĐ-UBND}.
   */
  public static LegalForce of(LegalDocument document) {
    Optional<DocumentType> type = document.type().map(Reading::value).flatMap(DocumentType::named);
    if (type.isEmpty()) {
      return UNKNOWN;
    }
    String issuer =
        document.issuers().isEmpty()
            ? ""
            : Names.fold(document.issuers().getFirst().value().name());
    return switch (Names.fold(type.get().name())) {
      case "hiến pháp" -> CONSTITUTION;
      case "bộ luật", "luật" -> LAW;
      case "pháp lệnh", "nghị quyết liên tịch" -> ORDINANCE;
      case "nghị định" -> DECREE;
      case "lệnh" -> NATIONAL;
      case "thông tư", "thông tư liên tịch" -> CIRCULAR;
      default ->
          type.get().family() == Family.BOTH ? mixed(document, issuer) : administrative(type.get());
    };
  }

  private static LegalForce administrative(DocumentType type) {
    return type.family() == Family.ADMINISTRATIVE ? ADMINISTRATIVE : UNKNOWN;
  }

  private static LegalForce mixed(LegalDocument document, String issuer) {
    if (issuer.equals("quốc hội")) {
      return LAW;
    }
    if (issuer.equals("ủy ban thường vụ quốc hội")) {
      return ORDINANCE;
    }
    boolean norm =
        document.number().map(Reading::value).map(n -> n.year().isPresent()).orElse(false);
    if (issuer.equals("thủ tướng chính phủ") || issuer.equals("chủ tịch nước")) {
      return norm ? NATIONAL : ADMINISTRATIVE;
    }
    Optional<Level> level = Jurisdiction.of(issuer).level();
    if (!norm || level.isEmpty()) {
      return ADMINISTRATIVE;
    }
    return switch (level.get()) {
      case CENTRAL -> NATIONAL;
      case PROVINCE -> PROVINCE;
      case DISTRICT, COMMUNE, LOCAL -> LOCAL;
    };
  }
}
