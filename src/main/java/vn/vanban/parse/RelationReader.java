package vn.vanban.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanban.law.Citation;
import vn.vanban.law.Evidence;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.Relation;
import vn.vanban.law.RelationType;
import vn.vanban.law.Span;

/**
 * Reads what a document does to others from its wording: its title, its sentences "bãi bỏ …", "…
 * hết hiệu lực", "Nghị định này thay thế …", and the lists below them. Only what a sentence says of
 * itself counts; "được sửa đổi bởi" is said of another document. A document that is only mentioned
 * is referred to. How texts amend and repeal others is laid down in Nghị định 78/2025/NĐ-CP; the
 * wordings known here are those of practice.
 */
final class RelationReader {
  private static final double CONFIDENCE = 0.9;

  private final Words words;
  private final List<Citation> citations;
  private final Optional<LocalDate> effective;
  private final RelationObjects objects;
  private final Relations relations = new Relations();

  /** The document whose provisions bare instructions amend: {@code 2. Sửa đổi khoản 1 Điều 5}. */
  private Optional<Citation.Target> amended = Optional.empty();

  private Optional<OpenList> open = Optional.empty();

  /** {@code Các văn bản sau đây hết hiệu lực:}, to be followed by its items. */
  private record OpenList(
      RelationType type, Optional<LocalDate> date, char intro, Optional<Character> items) {}

  private static final Pattern FROM_DAY = Pattern.compile("từ (?=ngày)");

  private RelationReader(Words words, List<Citation> citations, Optional<LocalDate> effective) {
    this.words = words;
    this.objects = new RelationObjects(words);
    this.citations = citations;
    this.effective = effective;
  }

  /**
   * Reads the relations of a document.
   *
   * @param sentences of the document's own
   * @param citations of the text proper
   * @param title what its subject cites, and where the subject stands
   * @param bases citations of its căn cứ
   * @param effective its date of effect, where known
   */
  static List<Relation> read(
      Words words,
      List<Sentence> sentences,
      List<Citation> citations,
      Optional<Title> title,
      List<Citation> bases,
      Optional<LocalDate> effective) {
    RelationReader reader = new RelationReader(words, citations, effective);
    bases.forEach(basis -> reader.add(RelationType.BASED_ON, basis, Optional.empty()));
    title.ifPresent(reader::title);
    int next = 0;
    for (Sentence sentence : sentences) {
      List<Citation> cited = new ArrayList<>();
      while (next < citations.size()
          && citations.get(next).evidence().span().start() < sentence.span().end()) {
        if (sentence.span().start() <= citations.get(next).evidence().span().start()) {
          cited.add(citations.get(next));
        }
        next++;
      }
      reader.sentence(sentence, cited);
    }
    new ShortNames(words, citations)
        .resolved()
        .forEach(citation -> reader.add(RelationType.REFERS_TO, citation, Optional.empty()));
    return reader.relations.list();
  }

  /**
   * The subject of a document.
   *
   * @param span where it stands
   * @param citations what it names
   */
  record Title(Span span, List<Citation> citations) {}

  private void title(Title title) {
    String folded = folded(title.span());
    int lead =
        folded.startsWith("về việc ") ? "về việc ".length() : folded.startsWith("v/v ") ? 4 : 0;
    Span span = new Span(title.span().start() + lead, title.span().end());
    RelationVerb.active(folded(span))
        .ifPresent(verb -> {
          List<Citation> targets = objects(span, verb, title.citations());
          targets.forEach(target -> add(verb.type(), target, Optional.empty()));
          if (verb.type() == RelationType.AMENDS) {
            amended = only(targets);
          }
        });
    title.citations().forEach(citation -> add(RelationType.REFERS_TO, citation, Optional.empty()));
  }

  private void sentence(Sentence sentence, List<Citation> cited) {
    Span span = sentence.span();
    if (cited.isEmpty() && words.at(span.end() - 1) != ':') {
      return;
    }
    String folded = folded(span);
    Optional<RelationVerb> active = RelationVerb.active(folded);
    Optional<RelationVerb> passive =
        active.isEmpty() ? RelationVerb.passive(folded) : Optional.empty();
    Optional<LocalDate> date = date(span, folded);
    Optional<RelationType> listed = listed(sentence, active.isPresent());
    List<Citation> targets = List.of();
    if (active.isPresent()) {
      targets = objects(span, active.get(), cited);
      instruct(sentence, active.get(), targets, date);
    } else if (passive.isPresent()) {
      RelationVerb verb = passive.get();
      targets = objects.in(span.start(), span.start() + verb.start(), cited);
      targets.forEach(target -> add(type(verb.type(), target), target, date));
    } else if (listed.isPresent()) {
      targets = objects.in(span.start(), span.end(), cited);
      Optional<LocalDate> day = date.or(() -> open.flatMap(OpenList::date));
      targets.forEach(target -> add(type(listed.get(), target), target, day));
    }
    if (targets.isEmpty() && words.at(span.end() - 1) == ':') {
      active.or(() -> passive).ifPresent(verb -> open = Optional.of(open(sentence, verb, date)));
    }
  }

  private static OpenList open(Sentence sentence, RelationVerb verb, Optional<LocalDate> date) {
    return new OpenList(verb.type(), date, kind(sentence.label()), Optional.empty());
  }

  /** The kind of a label: a letter, a digit, a dash; a space for none. */
  private static char kind(String label) {
    if (label.isEmpty()) {
      return ' ';
    }
    char c = label.charAt(0);
    return label.startsWith("điều")
        ? 'Đ'
        : Character.isDigit(c) ? '1' : Character.isLetter(c) ? 'a' : '-';
  }

  /** What is said of an item by the sentence above its list. */
  private Optional<RelationType> listed(Sentence sentence, boolean ownVerb) {
    if (open.isEmpty()) {
      return Optional.empty();
    }
    OpenList list = open.get();
    char kind = kind(sentence.label());
    boolean item =
        list.items().isPresent()
            ? list.items().get() == kind
            : kind != ' ' && kind != 'Đ' && kind != list.intro();
    if (!item || ownVerb) {
      open = Optional.empty();
      return Optional.empty();
    }
    open = Optional.of(new OpenList(list.type(), list.date(), list.intro(), Optional.of(kind)));
    return Optional.of(list.type());
  }

  private void instruct(
      Sentence sentence, RelationVerb verb, List<Citation> targets, Optional<LocalDate> date) {
    boolean amends = verb.type() == RelationType.AMENDS || verb.type() == RelationType.SUPPLEMENTS;
    for (Citation target : targets) {
      boolean bare = target.target() instanceof Citation.Self;
      if (!bare) {
        add(type(verb.type(), target), target, date);
      } else if (amended.isPresent() && target.provision().filter(p -> !says(p)).isPresent()) {
        relations.add(verb.type(), amended.get(), target.provision(), date, target.evidence());
      }
    }
    List<Citation> whole =
        targets.stream()
            .filter(t -> t.provision().isEmpty() && !(t.target() instanceof Citation.Self))
            .toList();
    if (amends && !whole.isEmpty() && words.at(sentence.span().end() - 1) != '.') {
      amended = only(whole);
    }
  }

  private static boolean says(ProvisionPath path) {
    return path.steps().stream().anyMatch(step -> step.number().equals(Mention.THIS));
  }

  private static Optional<Citation.Target> only(List<Citation> targets) {
    List<Citation.Target> distinct =
        targets.stream()
            .map(Citation::target)
            .filter(t -> !(t instanceof Citation.Self))
            .distinct()
            .toList();
    return distinct.size() == 1 ? Optional.of(distinct.getFirst()) : Optional.empty();
  }

  /** What a doing word does something to. */
  private List<Citation> objects(Span span, RelationVerb verb, List<Citation> cited) {
    return objects.in(span.start() + verb.end(), span.end(), cited);
  }

  private RelationType type(RelationType said, Citation citation) {
    boolean ends =
        said == RelationType.REPEALS
            || said == RelationType.REPLACES
            || said == RelationType.SUSPENDS;
    return ends && objects.isPart(citation) ? RelationType.AMENDS : said;
  }

  private Optional<LocalDate> date(Span span, String folded) {
    Matcher from = FROM_DAY.matcher(folded);
    while (from.find()) {
      List<Dates.Found> dates =
          Dates.find(folded.substring(from.end(), Math.min(folded.length(), from.end() + 40)));
      if (!dates.isEmpty() && dates.getFirst().start() == 0) {
        return dates.getFirst().date();
      }
      boolean own =
          citations.stream()
              .anyMatch(c ->
                  c.target() instanceof Citation.Self
                      && c.evidence().span().start()
                          == span.start() + from.end() + "ngày ".length());
      if (own) {
        return effective;
      }
    }
    return Optional.empty();
  }

  private void add(RelationType type, Citation citation, Optional<LocalDate> date) {
    boolean dated =
        type == RelationType.REPEALS
            || type == RelationType.REPLACES
            || type == RelationType.SUSPENDS;
    Evidence evidence =
        new Evidence(
            citation.evidence().span(),
            "relation-wording",
            type == RelationType.REFERS_TO ? citation.evidence().confidence() : CONFIDENCE);
    relations.add(
        type, citation.target(), citation.provision(), dated ? date : Optional.empty(), evidence);
  }

  private String folded(Span span) {
    return words.folded().substring(span.start(), span.end()).replace('\n', ' ');
  }
}
