package vn.vanban.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.vanban.law.Citation;
import vn.vanban.law.Provision;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.law.Span;
import vn.vanban.law.TargetKeys;

/** Where the citations of a text lead: to its own provisions, or to documents that are held. */
final class CitedPlaces {
  /** The number of a provision that is cited from within: {@code Điều này}. */
  private static final String THIS = "nay";

  private final String id;
  private final List<Provision> provisions;
  private final Function<Provision, String> own;

  /**
   * @param own the address of one of the provisions
   */
  CitedPlaces(String id, List<Provision> provisions, Function<Provision, String> own) {
    this.id = id;
    this.provisions = List.copyOf(provisions);
    this.own = own;
  }

  /**
   * The links of citations.
   *
   * @param held the keys of what is held of other documents
   */
  List<TextBlocks.Link> links(List<Citation> citations, Set<String> held) {
    List<TextBlocks.Link> links = new ArrayList<>();
    int end = 0;
    for (Citation citation : citations) {
      Span span = citation.evidence().span();
      Optional<String> url =
          span.start() < end || span.length() == 0 ? Optional.empty() : url(citation, held);
      if (url.isPresent()) {
        links.add(new TextBlocks.Link(span, url.get()));
        end = span.end();
      }
    }
    return links;
  }

  private Optional<String> url(Citation citation, Set<String> held) {
    Optional<ProvisionPath> path =
        citation.provision().flatMap(cited -> said(cited, citation.evidence().span()));
    if (citation.target() instanceof Citation.Self) {
      return path.flatMap(cited -> find(provisions, cited))
          .filter(found -> !within(citation.evidence().span(), found))
          .map(own);
    }
    return TargetKeys.key(citation.target())
        .filter(held::contains)
        .map(key -> Links.cited(id, citation.target().label(), path));
  }

  private static boolean within(Span place, Provision provision) {
    return provision.span().start() <= place.start() && place.end() <= provision.span().end();
  }

  /** The path with "này" put in the words of the provision that says it. */
  private Optional<ProvisionPath> said(ProvisionPath cited, Span place) {
    List<Step> steps = new ArrayList<>();
    for (Step step : cited.steps()) {
      Optional<Step> known =
          step.number().equals(THIS)
              ? provisions.stream()
                  .filter(provision -> within(place, provision))
                  .flatMap(provision -> provision.path().steps().stream())
                  .filter(around -> around.level() == step.level())
                  .findFirst()
              : Optional.of(step);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      steps.add(known.get());
    }
    return Optional.of(new ProvisionPath(steps));
  }

  /**
   * The provision that is cited; articles run through a document, so that a citation leaves out
   * what stands around them.
   */
  static Optional<Provision> find(List<Provision> provisions, ProvisionPath cited) {
    return provisions.stream()
        .filter(provision -> endsWith(provision.path().steps(), cited.steps()))
        .findFirst();
  }

  private static boolean endsWith(List<Step> path, List<Step> cited) {
    int from = path.size() - cited.size();
    return from >= 0 && path.subList(from, path.size()).equals(cited);
  }
}
