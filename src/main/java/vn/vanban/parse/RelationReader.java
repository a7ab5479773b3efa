package vn.vanban.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * is referred to. Source: Nghị định 78/2025/NĐ-CP on amending and repealing texts.
 */
final class RelationReader {
  private static final double CONFIDENCE = 0.9;

  private final Words words;
  private final List<Citation> citations;
  private final Optional<LocalDate> effective;
  private final Relations relations = new Relations();

  /** The document whose provisions bare instructions amend: {@code 2. Sửa đổi khoản 1 Điều 5}. */
  private Optional<Citation.Target> amended = Optional.empty();

  private Optional<OpenList> open = Optional.empty();

  /** {@code Các văn bản sau đây hết hiệu lực:}, to be followed by its items. */
  private record OpenList(
      RelationType type, Optional<LocalDate> date, char intro, Optional<Character> items) {}

  /** Words that may stand between a doing word and its object. */
  private static final Set<String> OBJECT =
      Set.of(
          "một", "số", "điều", "khoản", "điểm", "nội", "dung", "của", "các", "toàn", "bộ", "thi",
          "hành", "thực", "hiện", "và", "biện", "pháp", "để", "tổ", "chức", "văn", "bản", "quy",
          "định", "tại", "cho", "việc", "tên", "phụ", "lục", "mẫu", "cụm", "từ", "kèm", "theo",
          "phần", "chương", "mục", "đối", "với", "bằng", "hiệu", "lực", "sau", "đây", "dòng", "chữ",
          "tiêu", "đề", "tiết", "đoạn", "thứ", "đầu", "cuối", "vào", "trước", "hướng", "dẫn", "chi",
          "bổ", "sung", "sửa", "đổi", "biểu", "bảng", "nghị", "quyết", "thông", "tư", "luật", "chỉ",
          "thị", "hoặc", "ban", "nhất", "hai", "ba", "những", "liên", "tịch");

  /** A gap that ends so leads to the next member of a list (folded). */
  private static final Pattern NEXT_MEMBER =
      Pattern.compile("(?:[,;]|(?:^|\\s)và|;\\s*và)\\s*(?:các\\s*)?$");

  /** What a listed document is about may name others (folded). */
  private static final Pattern NESTS =
      Pattern.compile(
          "quy định chi tiết|hướng dẫn|sửa đổi|bổ sung|thi hành|căn cứ|theo |bởi |tại ");

  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");

  /** Where something is put, which is not changed itself: {@code vào sau khoản 5} (folded). */
  private static final Pattern PLACE = Pattern.compile("(?:vào )?(?:ngay )?(?:sau|trước)\\s*$");

  /** (folded) */
  private static final Pattern PART =
      Pattern.compile(
          "(?:điều|khoản|điểm|nội dung|quy định|phần|mục|cụm từ|một số .{1,30})\\s+(?:của|tại|trong)\\s+(?:các\\s+)?$");

  private static final int PART_CHARACTERS = 60;

  private static final Pattern QUOTED = Pattern.compile("[“\"][^”\"]*[”\"]");
  private static final Pattern EXCEPT = Pattern.compile("(?<!\\p{L})trừ(?!\\p{L})|ngoại trừ");
  private static final Pattern FROM_DAY = Pattern.compile("từ (?=ngày)");

  private RelationReader(Words words, List<Citation> citations, Optional<LocalDate> effective) {
    this.words = words;
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
      targets = members(span.start(), span.start() + verb.start(), cited);
      targets.forEach(target -> add(type(verb.type(), target), target, date));
    } else if (listed.isPresent()) {
      targets = members(span.start(), span.end(), cited);
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
    return members(span.start() + verb.end(), span.end(), cited);
  }

  /**
   * The documents that a stretch lists from its beginning on. What stands in brackets, behind "trừ"
   * or behind "vào sau" is none of them.
   */
  private List<Citation> members(int from, int to, List<Citation> cited) {
    List<Citation> members = new ArrayList<>();
    Matcher except = EXCEPT.matcher(words.folded()).region(from, to);
    int end = except.find() ? except.start() : to;
    int last = from;
    for (Citation citation : cited) {
      Span span = citation.evidence().span();
      if (span.start() < last || span.end() > end) {
        continue;
      }
      String printed = words.folded().substring(last, span.start());
      String gap = BRACKETS.matcher(printed).replaceAll(" ");
      if (gap.indexOf('(') >= 0) {
        continue;
      }
      if (PLACE.matcher(gap).find()) {
        last = span.end();
        continue;
      }
      boolean member = members.isEmpty() ? leads(gap) : goesOn(gap, last, span.start());
      if (member) {
        members.add(citation);
        last = span.end();
      } else if (members.isEmpty() && !(citation.target() instanceof Citation.Self)) {
        return members;
      } else if (members.isEmpty()) {
        last = span.end();
      }
    }
    return members;
  }

  /**
   * Whether only some provisions of a document are meant though it is cited as a whole: {@code bãi
   * bỏ một số điều của Nghị định số …}.
   */
  private boolean isPart(Citation citation) {
    int start = citation.evidence().span().start();
    String before = words.folded().substring(Math.max(0, start - PART_CHARACTERS), start);
    return citation.provision().isEmpty() && PART.matcher(before).find();
  }

  private RelationType type(RelationType said, Citation citation) {
    boolean ends =
        said == RelationType.REPEALS
            || said == RelationType.REPLACES
            || said == RelationType.SUSPENDS;
    return ends && isPart(citation) ? RelationType.AMENDS : said;
  }

  private static boolean leads(String gap) {
    String plain = QUOTED.matcher(gap).replaceAll("");
    int clause = Math.max(plain.lastIndexOf(','), plain.lastIndexOf(':'));
    String rest = clause >= 0 && plain.contains("hiệu lực") ? plain.substring(clause + 1) : plain;
    for (String word : rest.split("[^\\p{L}\\d]+", -1)) {
      if (!word.isEmpty() && !Character.isDigit(word.charAt(0)) && !OBJECT.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private boolean goesOn(String gap, int from, int to) {
    Joint joint = Joint.of(words, from, to);
    if (joint == Joint.AND || joint == Joint.COMMA) {
      return true;
    }
    if (!NEXT_MEMBER.matcher(gap).find()) {
      return false;
    }
    return gap.strip().replace("và", "").strip().endsWith(";") || !NESTS.matcher(gap).find();
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
