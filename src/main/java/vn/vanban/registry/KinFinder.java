package vn.vanban.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.TargetChoice;
import vn.vanban.registry.Kinship.NearDuplicate;

/**
 * Finds copies, what they are copies of, and near-duplicates; in one transaction. All is derived
 * when it is asked for, so that it does not matter which of two documents came first.
 */
final class KinFinder {
  /** Their number and date are those of the document that they carry. */
  private static final Set<DocumentKind> CARRIERS =
      EnumSet.of(DocumentKind.COPY, DocumentKind.ANNOUNCEMENT);

  /** Of a text that thousands share, such as a form, the first registered are looked at. */
  private static final int MAX_SHARING = 500;

  private static final int MAX_COMPARED = 50;

  private final Handle handle;
  private final Reads reads;

  KinFinder(Handle handle, Reads reads) {
    this.handle = handle;
    this.reads = reads;
  }

  /** The kin of a document; none if it is not there. */
  Kinship of(String id) {
    return handle
        .createQuery("SELECT ordinal FROM document WHERE id = :id AND state = 'LIVE'")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne()
        .flatMap(ordinal -> reads.byOrdinals(handle, List.of(ordinal)).stream().findFirst())
        .map(this::kinship)
        .orElse(Kinship.NONE);
  }

  private Kinship kinship(Reads.Placed placed) {
    Optional<Reads.Placed> carried = carried(placed);
    List<Reads.Placed> carriers =
        sameNumber(placed).stream()
            .filter(
                other -> carried(other).filter(it -> it.ordinal() == placed.ordinal()).isPresent())
            .toList();
    Set<Long> told = new TreeSet<>();
    carried.ifPresent(other -> told.add(other.ordinal()));
    carriers.forEach(other -> told.add(other.ordinal()));
    return new Kinship(
        carried.map(Reads.Placed::document),
        carriers.stream().map(Reads.Placed::document).toList(),
        near(placed, told));
  }

  /**
   * What a copy or announcement carries: the one held document that agrees in all that is known.
   */
  private Optional<Reads.Placed> carried(Reads.Placed carrier) {
    LegalDocument document = carrier.document().document();
    if (!CARRIERS.contains(document.kind()) || document.number().isEmpty()) {
      return Optional.empty();
    }
    List<Reads.Placed> possible =
        sameNumber(carrier).stream()
            .filter(other -> canBeCarried(other.document().document(), document))
            .toList();
    TargetChoice choice =
        TargetChoice.choose(
            document,
            new Citation.ByNumber(document.number().get().value()),
            possible.stream()
                .map(other ->
                    new TargetChoice.Candidate(other.document().id(), other.document().document()))
                .toList());
    return choice instanceof TargetChoice.Resolved(TargetChoice.Candidate chosen)
        ? possible.stream().filter(o -> o.document().id().equals(chosen.id())).findFirst()
        : Optional.empty();
  }

  private static boolean canBeCarried(LegalDocument document, LegalDocument carrier) {
    boolean stands =
        switch (document.kind()) {
          case ORIGINAL, CONSOLIDATION -> true;
          case COPY -> carrier.kind() == DocumentKind.ANNOUNCEMENT;
          default -> false;
        };
    return stands
        && agree(Identity.year(document), Identity.year(carrier))
        && agree(Identity.issuerKey(document), Identity.issuerKey(carrier));
  }

  private static <T> boolean agree(Optional<T> one, Optional<T> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  private List<Reads.Placed> sameNumber(Reads.Placed placed) {
    Optional<String> number = Identity.numberKey(placed.document().document());
    if (number.isEmpty()) {
      return List.of();
    }
    return reads.byOrdinals(
        handle,
        handle
            .createQuery(
                "SELECT ordinal FROM document WHERE number_key = :number AND ordinal <> :ordinal")
            .bind("number", number.get())
            .bind("ordinal", placed.ordinal())
            .mapTo(Long.class)
            .list());
  }

  /** Those that share a band with a document, those that share most of them first. */
  private Stream<Long> sharing(long document) {
    Map<Long, Integer> bands = new TreeMap<>();
    for (long hash :
        handle
            .createQuery("SELECT hash FROM band WHERE document = :document")
            .bind("document", document)
            .mapTo(Long.class)
            .list()) {
      handle
          .createQuery(
              """
              SELECT document FROM band WHERE hash = :hash AND document <> :document
              ORDER BY document LIMIT :limit
              """)
          .bind("hash", hash)
          .bind("document", document)
          .bind("limit", MAX_SHARING)
          .mapTo(Long.class)
          .forEach(other -> bands.merge(other, 1, Integer::sum));
    }
    return bands.entrySet().stream()
        .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey);
  }

  private List<NearDuplicate> near(Reads.Placed placed, Set<Long> told) {
    List<Long> sharing =
        sharing(placed.ordinal()).filter(o -> !told.contains(o)).limit(MAX_COMPARED).toList();
    String text = placed.document().primary().text();
    List<NearDuplicate> near = new ArrayList<>();
    for (Reads.Placed other : reads.byOrdinals(handle, sharing)) {
      Similarity similarity = Similarity.of(text, other.document().primary().text());
      if (similarity.sameContent()) {
        near.add(new NearDuplicate(other.document(), similarity.jaccard()));
      }
    }
    near.sort(
        Comparator.comparingDouble(NearDuplicate::similarity)
            .reversed()
            .thenComparing(n -> n.document().id()));
    return near;
  }
}
