package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.law.Citation;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.DocumentNumber;
import vn.vanban.law.Effect;
import vn.vanban.law.EffectInterval;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.Evidence;
import vn.vanban.law.Handling;
import vn.vanban.law.IssuingBody;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.Reading;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.Span;

/** In whatever order documents and what they do to each other arrive, the same is known. */
class ArrivalOrderTest {
  private static final Evidence SEEN = new Evidence(new Span(0, 1), "test", 0.9);
  private static final List<String> ISSUERS = List.of("Chính phủ", "Bộ Nội vụ", "Bộ Y tế");

  private static final List<RelationType> TYPES =
      List.of(
          RelationType.REPLACES,
          RelationType.REPEALS,
          RelationType.AMENDS,
          RelationType.SUSPENDS,
          RelationType.DETAILS);

  private static final int DOCUMENTS = 14;
  private static final int ORDERS = 5;

  @TempDir Path folder;

  @Test
  void anyOrderGivesTheSameGroupsRelationsAndStatuses() {
    long seed = new Random().nextLong();
    System.out.println("ArrivalOrderTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 6; round++) {
      List<Submission> submissions = submissions(random);
      String first = "";
      for (int order = 0; order < ORDERS; order++) {
        Collections.shuffle(submissions, random);
        String state = state(submissions, random, folder.resolve(round + "-" + order));
        if (order == 0) {
          first = state;
        }
        assertThat(state).as("seed %d round %d", seed, round).isEqualTo(first);
      }
    }
  }

  /** Registers in groups of random size, and tells all that is known, without ids and times. */
  private static String state(List<Submission> submissions, Random random, Path folder) {
    try (Registry registry = Registry.open(folder)) {
      for (int from = 0; from < submissions.size(); ) {
        int to = Math.min(submissions.size(), from + 1 + random.nextInt(4));
        registry.register(submissions.subList(from, to));
        from = to;
      }
      Map<String, String> names = new TreeMap<>();
      List<RegisteredDocument> documents = registry.documents(0, 1000);
      documents.forEach(d -> names.put(d.id(), String.join("+", new TreeSet<>(sources(d)))));
      Map<String, EffectTimeline> effects =
          registry.effects(documents.stream().map(RegisteredDocument::id).toList());
      Map<String, String> told = new TreeMap<>();
      for (RegisteredDocument document : documents) {
        told.put(
            String.valueOf(names.get(document.id())),
            document.document().number().orElseThrow().value()
                + " "
                + document.document().subject().orElseThrow().value()
                + " "
                + Objects.requireNonNull(effects.get(document.id())).whole().stream()
                    .map(interval -> told(interval, names))
                    .toList()
                + told(registry.kinship(document.id()), names));
      }
      assertThat(registry.verify()).isEmpty();
      return told + " " + registry.missing(100);
    }
  }

  private static String told(EffectInterval interval, Map<String, String> names) {
    return interval.from().map(LocalDate::toString).orElse("")
        + interval.status()
        + interval.proof().stream()
            .map(step ->
                step.relation() + " " + step.documentId().map(names::get) + " " + step.date())
            .sorted()
            .toList();
  }

  private static String told(Kinship kin, Map<String, String> names) {
    return kin.carries().map(other -> names.get(other.id()))
        + kin.carriedBy().stream().map(other -> names.get(other.id())).sorted().toList().toString()
        + kin.nearDuplicates().stream()
            .map(near -> names.get(near.document().id()) + near.similarity())
            .sorted()
            .toList();
  }

  private static List<String> sources(RegisteredDocument document) {
    return document.copies().stream().map(RegisteredDocument.Copy::source).toList();
  }

  private static List<Submission> submissions(Random random) {
    List<Submission> all = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      String number = (1 + random.nextInt(9)) + "/" + (2000 + i) + "/NĐ-CP";
      String text =
          "Văn bản số " + number + " " + "về việc thứ ".repeat(3) + i + " x".repeat(i + 30);
      LegalDocument document = document(number, i, random);
      all.add(Samples.submission("d" + i, document, text));
      if (random.nextInt(3) == 0) {
        DocumentKind kind = random.nextBoolean() ? DocumentKind.COPY : DocumentKind.ANNOUNCEMENT;
        all.add(
            Samples.submission(
                "d" + i + "-" + kind, document.draft().kind(kind).build(), text + " " + kind));
      }
      if (random.nextInt(3) == 0) {
        all.add(
            Samples.submission("d" + i + "-ban-khac", document(number, i, random), text + " hết"));
      }
    }
    return all;
  }

  private static LegalDocument document(String number, int i, Random random) {
    LocalDate issued = LocalDate.of(2000 + i, 3, 1);
    List<Relation> relations = new ArrayList<>();
    for (int k = random.nextInt(3); k > 0; k--) {
      int other = random.nextInt(DOCUMENTS);
      relations.add(
          new Relation(
              TYPES.get(random.nextInt(TYPES.size())),
              new Citation.ByNumber(
                  new DocumentNumber((1 + random.nextInt(9)) + "/" + (2000 + other) + "/NĐ-CP")),
              List.of(),
              random.nextBoolean() ? Optional.empty() : Optional.of(issued.plusDays(40)),
              SEEN));
    }
    return new LegalDocument(
        DocumentKind.ORIGINAL,
        Optional.of(new Reading<>(new DocumentNumber(number), SEEN)),
        Optional.of(new Reading<>("Nghị định", SEEN)),
        List.of(new Reading<>(new IssuingBody(ISSUERS.get(i % ISSUERS.size())), SEEN)),
        Optional.of(new Reading<>(issued, SEEN)),
        Optional.of(new Reading<>("việc thứ " + i, SEEN)),
        List.of(),
        Handling.NONE,
        random.nextInt(5) == 0
            ? Effect.UNSTATED
            : Effect.from(Optional.of(new Reading<>(issued.plusDays(random.nextInt(60)), SEEN))),
        List.of(),
        List.of(),
        relations,
        List.of(),
        List.of());
  }
}
