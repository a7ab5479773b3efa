package vn.vanban.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vanban.http.pages.DocumentPage;
import vn.vanban.law.Citation;
import vn.vanban.law.LegalDocument;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.Reading;
import vn.vanban.law.Relation;
import vn.vanban.law.TargetKeys;
import vn.vanban.registry.Registry;

/** What a document does to others, and others to it, as its page tells it. */
final class RelationsView {
  private final Wording wording;
  private final String id;
  private final Registry.Ties ties;

  RelationsView(Wording wording, String id, Registry.Ties ties) {
    this.wording = wording;
    this.id = id;
    this.ties = ties;
  }

  /** By what they are, in the order of their first mention; what others do comes first. */
  List<DocumentPage.Relations> of(LegalDocument document) {
    Map<String, List<DocumentPage.Related>> groups = new LinkedHashMap<>();
    for (Registry.Acting acting : ties.acting()) {
      for (Relation relation : acting.relations()) {
        add(groups, wording.inverse(relation.type()), acting(acting, relation));
      }
    }
    for (Relation relation : document.relations()) {
      if (!(relation.target() instanceof Citation.Self)) {
        add(groups, wording.relation(relation.type()), target(relation));
      }
    }
    return groups.entrySet().stream()
        .map(group -> new DocumentPage.Relations(group.getKey(), group.getValue()))
        .toList();
  }

  private static void add(
      Map<String, List<DocumentPage.Related>> groups, String label, DocumentPage.Related related) {
    List<DocumentPage.Related> group = groups.computeIfAbsent(label, l -> new ArrayList<>());
    if (!group.contains(related)) {
      group.add(related);
    }
  }

  private DocumentPage.Related acting(Registry.Acting acting, Relation relation) {
    LegalDocument document = acting.document();
    String name = DocumentView.name(document).orElse(wording.say("Văn bản không tên", "Untitled"));
    return new DocumentPage.Related(
        name,
        document.subject().map(Reading::value).orElse(""),
        provisions(relation.provisions()),
        Optional.of(Links.passage(acting.documentId(), 0, relation.evidence().span())));
  }

  private DocumentPage.Related target(Relation relation) {
    boolean held = TargetKeys.key(relation.target()).filter(ties.held()::contains).isPresent();
    return new DocumentPage.Related(
        relation.target().label(),
        "",
        provisions(relation.provisions()),
        held
            ? Optional.of(
                Links.cited(
                    id, relation.target().label(), relation.provisions().stream().findFirst()))
            : Optional.empty());
  }

  private static String provisions(List<ProvisionPath> paths) {
    return paths.stream().map(CitationText::of).collect(Collectors.joining("; "));
  }
}
