package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.Citation;
import vn.vanban.law.Evidence;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.Span;
import vn.vanban.parse.Mention.Document;
import vn.vanban.parse.Mention.Provisions;

/**
 * Puts neighbouring mentions together: a run of provisions and the document at its end. All members
 * of the run belong to that document: {@code Điều 5, Điều 6 và khoản 2 Điều 7 Luật Đất đai}.
 *
 * <p>A run without a document of its own goes with the next run of the same sentence that has one:
 * {@code hồ sơ tại khoản 1 Điều 4 và mức thu tại Điều 8 Nghị định số …}. Else it means the text
 * itself.
 */
final class ReferenceList {
  private ReferenceList() {}

  private record Run(List<ProvisionChain.Atom> atoms, Optional<Document> of, int start, int end) {
    boolean isOfAppendix() {
      return atoms.getLast().path().steps().getFirst().level() == Level.PHU_LUC;
    }

    boolean isOpen() {
      return of.isEmpty() && atoms.stream().noneMatch(ProvisionChain.Atom::saysThis);
    }
  }

  /** How far apart two parts of one sentence may stand. */
  private static final int MAX_DISTANCE = 200;

  private static final String SENTENCE_END = ".;:“”\"()";

  private static final List<String> ATTACHED = List.of("kèm theo", "ban hành theo");

  static List<Citation> citations(Words words, List<Mention> mentions) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < mentions.size(); ) {
      if (mentions.get(i) instanceof Document document) {
        runs.add(new Run(List.of(), Optional.of(document), document.start(), document.end()));
        i++;
        continue;
      }
      List<Provisions> members = new ArrayList<>();
      List<Joint> joints = new ArrayList<>();
      int next = i;
      while (next < mentions.size() && mentions.get(next) instanceof Provisions member) {
        Joint joint =
            members.isEmpty()
                ? Joint.NONE
                : Joint.of(words, members.getLast().end(), member.start());
        if (!members.isEmpty() && joint == Joint.NONE) {
          break;
        }
        members.add(member);
        joints.add(joint);
        next++;
      }
      int end = members.getLast().end();
      Optional<Document> of = documentOf(words, mentions, next, end);
      int stop = of.map(Document::end).orElse(end);
      runs.add(
          new Run(
              new ProvisionChain(members, joints).atoms(), of, members.getFirst().start(), stop));
      i = of.isPresent() ? next + 1 : next;
    }
    return cited(words, runs);
  }

  /** The document that the provisions before it belong to. */
  private static Optional<Document> documentOf(
      Words words, List<Mention> mentions, int next, int end) {
    if (next >= mentions.size() || !(mentions.get(next) instanceof Document document)) {
      return Optional.empty();
    }
    Joint joint = Joint.of(words, end, document.start());
    boolean direct = joint == Joint.DIRECT || joint == Joint.COMMA;
    return direct || isAttachedTo(words, end, document.start())
        ? Optional.of(document)
        : Optional.empty();
  }

  /** {@code Điều 5 của Quy chế làm việc ban hành kèm theo} Quyết định số … */
  private static boolean isAttachedTo(Words words, int from, int to) {
    if (to - from > MAX_DISTANCE || parts(words, from, to)) {
      return false;
    }
    for (int i = to - 1; i > from && i > to - 12; i--) {
      int end = words.startsWord(i) ? words.matchAny(i, ATTACHED) : -1;
      if (end >= 0) {
        return words.blanks(end) == to;
      }
    }
    return false;
  }

  /** Whether what stands between two mentions keeps them apart. */
  private static boolean parts(Words words, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = words.at(i);
      // "Điều 5 được sửa đổi bởi Điều 1 Luật …": what follows is another document's.
      boolean by = c == 'b' && words.startsWord(i) && words.match(i, "bởi") >= 0;
      if (by
          || SENTENCE_END.indexOf(c) >= 0
          || (c == '\n' && !Character.isLowerCase(words.text().charAt(Math.min(i + 1, to - 1))))) {
        return true;
      }
    }
    return false;
  }

  private static List<Citation> cited(Words words, List<Run> runs) {
    List<Citation> citations = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (run.atoms().isEmpty()) {
        run.of().ifPresent(document -> citations.add(whole(document)));
        continue;
      }
      Optional<Document> lent = run.isOpen() ? lent(words, runs, i) : Optional.empty();
      for (int k = 0; k < run.atoms().size(); k++) {
        ProvisionChain.Atom atom = run.atoms().get(k);
        boolean last = k + 1 == run.atoms().size();
        int end = last ? run.end() : atom.end();
        Citation.Target target =
            atom.saysThis()
                ? new Citation.Self()
                : run.of().or(() -> lent).map(Document::target).orElseGet(Citation.Self::new);
        double confidence =
            run.of().isPresent() || atom.saysThis() ? 0.95 : lent.isPresent() ? 0.8 : 0.85;
        Evidence evidence =
            new Evidence(new Span(atom.start(), end), "citation-provision", confidence);
        citations.add(new Citation(target, Optional.of(atom.path()), atom.until(), evidence));
      }
    }
    return citations;
  }

  private static Citation whole(Document document) {
    Span span = new Span(document.start(), document.end());
    double confidence = document.target() instanceof Citation.ByName ? 0.9 : 0.97;
    return new Citation(
        document.target(),
        Optional.empty(),
        Optional.empty(),
        new Evidence(span, document.rule(), confidence));
  }

  /** The document of the next run with provisions in the same sentence. */
  private static Optional<Document> lent(Words words, List<Run> runs, int at) {
    int end = runs.get(at).end();
    int limit = end + MAX_DISTANCE;
    for (int i = at + 1; i < runs.size(); i++) {
      Run next = runs.get(i);
      if (next.start() > limit || next.atoms().isEmpty() || parts(words, end, next.start())) {
        return Optional.empty();
      }
      if (!next.isOpen()) {
        return next.isOfAppendix() == runs.get(at).isOfAppendix() ? next.of() : Optional.empty();
      }
      end = next.end();
    }
    return Optional.empty();
  }
}
