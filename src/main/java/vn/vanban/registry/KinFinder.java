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

  private static final int MAX_COMPARED = 20;
  private static final int MAX_SHOWN = 50;

  /** So much of long texts is compared, from the beginning. */
  private static final int MAX_CHARS = 100_000;

  private static final String ENCLOSED_IN =
      """
      SELECT DISTINCT d.ordinal FROM copy mine JOIN enclosure e ON e.copy = mine.ordinal
      JOIN copy other ON other.sha256 = e.container
      """;
  private static final String ENCLOSES =
      """
      SELECT DISTINCT d.ordinal FROM copy mine JOIN enclosure e ON e.container = mine.sha256
      JOIN copy other ON other.ordinal = e.copy
      """;
  private static final String BESIDES =
      """
      SELECT DISTINCT d.ordinal FROM copy mine JOIN enclosure e ON e.copy = mine.ordinal
      JOIN enclosure beside ON beside.container = e.container
      JOIN copy other ON other.ordinal = beside.copy
      """;

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
    List<Reads.Known> bearers = bearers(placed.document().document());
    LegalDocument record = placed.document().document();
    Optional<Long> carried = carried(placed.ordinal(), record, bearers);
    List<Long> carriers =
        bearers.stream()
            .filter(other -> other.ordinal() != placed.ordinal())
            .filter(other ->
                carried(other.ordinal(), other.record(), bearers)
                    .filter(ordinal -> ordinal == placed.ordinal())
                    .isPresent())
            .map(Reads.Known::ordinal)
            .limit(MAX_SHOWN)
            .toList();
    Set<Long> told = new TreeSet<>(carriers);
    carried.ifPresent(told::add);
    List<Long> in = enclosed(ENCLOSED_IN, placed.ordinal()).stream().limit(MAX_SHOWN).toList();
    List<Long> within = enclosed(ENCLOSES, placed.ordinal()).stream().limit(MAX_SHOWN).toList();
    return new Kinship(
        carried.flatMap(ordinal -> documents(List.of(ordinal)).stream().findFirst()),
        documents(carriers),
        near(placed, told),
        documents(in),
        documents(within),
        documents(
            enclosed(BESIDES, placed.ordinal()).stream()
                .filter(other -> !in.contains(other) && !within.contains(other))
                .limit(MAX_SHOWN)
                .toList()));
  }

  /** What guests may see comes first, so that it is not cut off by what they may not. */
  private List<Long> enclosed(String others, long ordinal) {
    return handle
        .createQuery(
            others
                + """
                JOIN document d ON d.ordinal = other.document
                WHERE mine.document = :document AND d.ordinal <> :document AND d.state = 'LIVE'
                ORDER BY d.withheld, d.ordinal LIMIT :limit
                """)
        .bind("document", ordinal)
        .bind("limit", 3 * MAX_SHOWN)
        .mapTo(Long.class)
        .list();
  }

  private List<RegisteredDocument> documents(List<Long> ordinals) {
    return reads.byOrdinals(handle, ordinals).stream().map(Reads.Placed::document).toList();
  }

  /**
   * What a copy or announcement carries: the one held document that agrees in all that is known.
   */
  private static Optional<Long> carried(
      long ordinal, LegalDocument carrier, List<Reads.Known> bearers) {
    if (!CARRIERS.contains(carrier.kind()) || carrier.number().isEmpty()) {
      return Optional.empty();
    }
    List<Reads.Known> possible =
        bearers.stream()
            .filter(other -> other.ordinal() != ordinal)
            .filter(other -> canBeCarried(other.record(), carrier))
            .toList();
    TargetChoice choice =
        TargetChoice.choose(
            carrier,
            new Citation.ByNumber(carrier.number().get().value()),
            possible.stream()
                .map(other -> new TargetChoice.Candidate(other.id(), other.record()))
                .toList());
    return choice instanceof TargetChoice.Resolved(TargetChoice.Candidate chosen)
        ? possible.stream()
            .filter(other -> other.id().equals(chosen.id()))
            .map(Reads.Known::ordinal)
            .findFirst()
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

  /** The documents of the same number, read once and without their texts. */
  private List<Reads.Known> bearers(LegalDocument document) {
    return Identity.numberKey(document)
        .map(number ->
            reads.records(
                handle,
                handle
                    .createQuery(
                        """
                        SELECT ordinal FROM document WHERE number_key = :number AND state = 'LIVE'
                        ORDER BY ordinal LIMIT :limit
                        """)
                    .bind("number", number)
                    .bind("limit", MAX_SHARING)
                    .mapTo(Long.class)
                    .list()))
        .orElse(List.of());
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
    String text = beginning(placed);
    List<NearDuplicate> near = new ArrayList<>();
    for (Reads.Placed other : reads.byOrdinals(handle, sharing)) {
      Similarity similarity = Similarity.of(text, beginning(other));
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

  private static String beginning(Reads.Placed placed) {
    String text = placed.document().primary().text();
    return text.substring(0, Math.min(MAX_CHARS, text.length()));
  }
}
