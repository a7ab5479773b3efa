package vn.vanban.registry;

import java.util.List;
import java.util.Optional;

/**
 * What other registered documents are to one.
 *
 * @param carries the document that it is a copy (sao y, sao lục, trích sao) of, or reports
 * @param carriedBy its copies and the pages that report it, in order of registration
 * @param nearDuplicates others with nearly the same text, the most similar first
 * @param enclosedIn what a file of it came within: the mail whose attachment it is, the portfolio
 * @param encloses what came within a file of it, in order of registration
 * @param besides what else came within the same file
 */
public record Kinship(
    Optional<RegisteredDocument> carries,
    List<RegisteredDocument> carriedBy,
    List<NearDuplicate> nearDuplicates,
    List<RegisteredDocument> enclosedIn,
    List<RegisteredDocument> encloses,
    List<RegisteredDocument> besides) {
  /** No other document is anything to it. */
  public static final Kinship NONE =
      new Kinship(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Kinship {
    carriedBy = List.copyOf(carriedBy);
    nearDuplicates = List.copyOf(nearDuplicates);
    enclosedIn = List.copyOf(enclosedIn);
    encloses = List.copyOf(encloses);
    besides = List.copyOf(besides);
  }

  /**
   * A document of another identity, or of none, with nearly the same text.
   *
   * @param document the other
   * @param similarity the share of three-word shingles that both have in those that either has
   */
  public record NearDuplicate(RegisteredDocument document, double similarity) {
    /** The similarity in whole percent, never more than there is: 100 is the same. */
    public int percent() {
      return (int) (similarity * 100);
    }
  }

  /** The same without what is withheld from guests. */
  public Kinship forGuests() {
    return new Kinship(
        carries.filter(RegisteredDocument::isPublic),
        shown(carriedBy),
        nearDuplicates.stream().filter(near -> near.document().isPublic()).toList(),
        shown(enclosedIn),
        shown(encloses),
        shown(besides));
  }

  private static List<RegisteredDocument> shown(List<RegisteredDocument> documents) {
    return documents.stream().filter(RegisteredDocument::isPublic).toList();
  }
}
