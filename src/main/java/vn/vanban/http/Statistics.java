package vn.vanban.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.VietnamTime;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.MissingDocument;
import vn.vanban.registry.PublicView;
import vn.vanban.registry.Registry;
import vn.vanban.search.Facet;
import vn.vanban.search.IndexMark;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchResult;

/** Counts over all documents that guests may see, made once for each state of the registry. */
final class Statistics {
  private static final String UNKNOWN = EffectStatus.UNKNOWN.name().toLowerCase(Locale.ROOT);

  private static final int MISSING = 30;

  /** Facets tell the hundred most frequent values; where there are so many, others are left out. */
  private static final int ALL_VALUES = 100;

  /**
   * What was counted.
   *
   * @param documents how many there are
   * @param facets how they are spread over the values of each field, the most frequent first
   * @param coverage in how many documents which field is known
   * @param doubtful how many have warnings that wait for review
   * @param missing what they cite and is not there, the most cited first
   * @param day whose effect was counted
   */
  record Figures(
      long documents,
      List<Facet> facets,
      List<Coverage> coverage,
      long doubtful,
      List<MissingDocument> missing,
      LocalDate day) {
    Figures {
      facets = List.copyOf(facets);
      coverage = List.copyOf(coverage);
      missing = List.copyOf(missing);
    }

    /** How the documents are spread over the values of a field. */
    List<Facet.Value> by(Facet.Field field) {
      return facets.stream()
          .filter(facet -> facet.field() == field)
          .flatMap(facet -> facet.values().stream())
          .toList();
    }
  }

  /**
   * In how many documents a field is known.
   *
   * @param field its name in JSON
   * @param known in how many
   * @param of how many
   */
  record Coverage(String field, long known, long of) {}

  /** What tells whether anything changed. */
  private record State(FeedPosition registry, Optional<IndexMark> index, LocalDate day) {}

  private final Registry registry;
  private final SearchEngine engine;
  private final Kept<State, Figures> kept;

  Statistics(Registry registry, SearchEngine engine) {
    this.registry = registry;
    this.engine = engine;
    this.kept =
        new Kept<>(
            () -> new State(registry.position(), engine.mark(), VietnamTime.today()), this::count);
  }

  /** The figures; may take seconds when much has changed. */
  Figures figures() {
    return kept.get();
  }

  private Figures count() {
    LocalDate day = VietnamTime.today();
    SearchResult all = engine.search(SearchRequest.of("", 1).on(day).withFacets());
    PublicView view = registry.publicView();
    PublicView.Coverage read = view.coverage();
    List<Coverage> coverage = new ArrayList<>();
    coverage.add(new Coverage("number", read.numbers(), read.documents()));
    coverage.add(new Coverage("issuer", read.issuers(), read.documents()));
    coverage.add(new Coverage("issued", read.years(), read.documents()));
    for (Facet facet : all.facets()) {
      if (facet.field() == Facet.Field.TYPE && facet.values().size() < ALL_VALUES) {
        coverage.add(new Coverage("type", sum(facet), all.total()));
      } else if (facet.field() == Facet.Field.STATUS) {
        coverage.add(new Coverage("status", sum(facet), all.total()));
      }
    }
    return new Figures(
        read.documents(), all.facets(), coverage, read.doubtful(), view.missing(MISSING), day);
  }

  private static long sum(Facet facet) {
    return facet.values().stream()
        .filter(value -> !value.value().equals(UNKNOWN))
        .mapToLong(Facet.Value::count)
        .sum();
  }
}
