package vn.vanban.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.ProvisionPath.Level;
import vn.vanban.law.ProvisionPath.Step;
import vn.vanban.parse.Mention.Item;
import vn.vanban.parse.Mention.Provisions;

/**
 * Tells which inner provision belongs to which outer one within a run, and takes the run apart into
 * its single references. The inner level stands first: in {@code điểm a, điểm b khoản 1, khoản 2
 * Điều 3} each belongs to the next outer level that follows. The reverse order ({@code Điều 5,
 * khoản 2}) is read where nothing outer follows.
 */
final class ProvisionChain {
  private final List<Provisions> members;
  private final List<Joint> joints;
  private final int[] outer;
  private final boolean[] hasInner;

  /**
   * One reference.
   *
   * @param path from the outermost level inwards
   * @param until the last of a range
   */
  record Atom(ProvisionPath path, Optional<ProvisionPath> until, int start, int end) {
    boolean saysThis() {
      return path.steps().stream().anyMatch(step -> step.number().equals(Mention.THIS));
    }
  }

  private static final List<Level> OUTER_FIRST =
      List.of(
          Level.PHU_LUC,
          Level.PHAN,
          Level.CHUONG,
          Level.MUC,
          Level.TIEU_MUC,
          Level.DIEU,
          Level.KHOAN,
          Level.DIEM);

  /** No list in print is longer; it bounds the search in hostile text. */
  private static final int MAX_AHEAD = 40;

  /**
   * A run.
   *
   * @param joints what stands before each member; the first does not count
   */
  ProvisionChain(List<Provisions> members, List<Joint> joints) {
    this.members = members;
    this.joints = joints;
    outer = new int[members.size()];
    hasInner = new boolean[members.size()];
    Arrays.setAll(outer, this::following);
    for (int i = 0; i < outer.length; i++) {
      outer[i] = outer[i] < 0 ? preceding(i) : outer[i];
      if (outer[i] >= 0) {
        hasInner[outer[i]] = true;
      }
    }
  }

  private int rank(int i) {
    return OUTER_FIRST.indexOf(members.get(i).level());
  }

  private int following(int i) {
    int limit = Math.min(members.size(), i + MAX_AHEAD);
    for (int j = i + 1; j < limit; j++) {
      if (rank(j) < rank(i)) {
        boolean comma = joints.get(j) == Joint.COMMA && rank(i) > rank(j) && isInner(i);
        return joints.get(j) == Joint.DIRECT || comma ? j : -1;
      }
    }
    return -1;
  }

  private boolean isInner(int i) {
    return members.get(i).level() == Level.KHOAN || members.get(i).level() == Level.DIEM;
  }

  private int preceding(int i) {
    boolean joined =
        i > 0 && (joints.get(i) == Joint.DIRECT || joints.get(i) == Joint.COMMA) && isInner(i);
    if (!joined) {
      return -1;
    }
    if (rank(i - 1) < rank(i)) {
      return members.get(i - 1).isThis() ? -1 : i - 1;
    }
    return rank(i - 1) == rank(i) && outer[i - 1] < i - 1 ? outer[i - 1] : -1;
  }

  /** The single references in reading order; their spans do not overlap. */
  List<Atom> atoms() {
    List<Atom> atoms = new ArrayList<>();
    int[] spread = new int[members.size()];
    boolean[] told = new boolean[members.size()];
    for (int i = 0; i < members.size(); i++) {
      spread[i] = spreadFrom(i);
      Arrays.fill(told, spread[i], i, true);
    }
    for (int i = 0; i < members.size(); i++) {
      Provisions member = members.get(i);
      if (told[i] || isDoubtful(i)) {
        continue;
      }
      boolean spreads = spread[i] < i;
      List<Step> inner = spreads ? innermost(spread[i], i) : List.of();
      for (int k = hasInner[i] && !spreads ? 1 : 0; k < member.items().size(); k++) {
        Item item = member.items().get(k);
        int start = spreads && k == 0 ? members.get(spread[i]).start() : item.start();
        add(atoms, i, k, start, inner);
      }
    }
    return atoms;
  }

  /**
   * Where the inner part of {@code khoản 1 các điều 134, 135 và 156} begins, which belongs to every
   * one of them; the member's own index if there is none.
   */
  private int spreadFrom(int i) {
    Provisions member = members.get(i);
    int from = i;
    if (member.plural() && member.items().size() > 1) {
      while (from > 0 && outer[from - 1] == from && members.get(from - 1).items().size() == 1) {
        from--;
      }
      boolean alone = from == 0 || outer[from - 1] < from;
      return alone ? from : i;
    }
    return from;
  }

  private List<Step> innermost(int from, int to) {
    List<Step> steps = new ArrayList<>();
    for (int i = to - 1; i >= from; i--) {
      steps.add(step(i, members.get(i).items().getFirst().number()));
    }
    return steps;
  }

  /** "điểm 5" alone is more often a mark at school. */
  private boolean isDoubtful(int i) {
    Provisions member = members.get(i);
    return member.level() == Level.DIEM
        && outer[i] < 0
        && Character.isDigit(member.items().getFirst().number().charAt(0));
  }

  private void add(List<Atom> atoms, int i, int k, int start, List<Step> inner) {
    Item item = members.get(i).items().get(k);
    List<Step> around = new ArrayList<>();
    int end = item.end();
    for (int j = outer[i]; j >= 0; j = outer[j]) {
      around.addFirst(step(j, members.get(j).items().getFirst().number()));
      if (j > i && k + 1 == members.get(i).items().size() && isNext(i, j)) {
        end = members.get(j).items().getFirst().end();
      }
    }
    Optional<ProvisionPath> until = item.until().map(number -> path(around, i, number, inner));
    Atom atom = new Atom(path(around, i, item.number(), inner), until, start, end);
    boolean closesRange =
        k == 0 && !atoms.isEmpty() && joints.get(first(i)) == Joint.RANGE && first(i) > 0;
    if (closesRange) {
      Atom opening = atoms.removeLast();
      atom = new Atom(opening.path(), Optional.of(atom.path()), opening.start(), end);
    }
    atoms.add(atom);
  }

  /** Whether only outer levels of the same reference stand between. */
  private boolean isNext(int i, int j) {
    for (int between = i; between < j; between++) {
      if (outer[between] != between + 1) {
        return false;
      }
    }
    return true;
  }

  /** The first member of the reference that ends with this one. */
  private int first(int i) {
    int first = i;
    while (first > 0 && outer[first - 1] == first) {
      first--;
    }
    return first;
  }

  private ProvisionPath path(List<Step> around, int i, String number, List<Step> inner) {
    List<Step> steps = new ArrayList<>(around);
    steps.add(step(i, number));
    steps.addAll(inner);
    return new ProvisionPath(steps);
  }

  private Step step(int i, String number) {
    return new Step(members.get(i).level(), number);
  }
}
