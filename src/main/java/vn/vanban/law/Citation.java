package vn.vanban.law;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One reference (viện dẫn) to a document or to one of its provisions. A list such as "khoản 1 và
 * khoản 3 Điều 5" is one citation for each of its members, a range is one for the whole.
 *
 * @param target the document
 * @param provision the provision as cited, outermost level first; absent when the whole document is
 *     cited. A step {@code này} points to the provision that holds the citation
 * @param until the last provision of a range
 * @param evidence the words of this reference; members of a list have spans of their own, without
 *     overlap
 */
public record Citation(
    Target target,
    Optional<ProvisionPath> provision,
    Optional<ProvisionPath> until,
    Evidence evidence) {

  /** A document as cited. */
  public sealed interface Target {
    /** The form used in JSON and in labels: number, name with year, or {@code này}. */
    String label();
  }

  /**
   * {@code Nghị định số 30/2020/NĐ-CP}.
   *
   * @param number as cited, canonical
   */
  public record ByNumber(DocumentNumber number) implements Target {
    @Override
    public String label() {
      return number.canonical();
    }
  }

  /**
   * {@code Luật Đất đai năm 2013}.
   *
   * @param name type and subject as printed, the type's first letter a capital
   * @param year the year given with it, if any
   */
  public record ByName(String name, OptionalInt year) implements Target {
    @Override
    public String label() {
      return year.isPresent() ? name + " " + year.getAsInt() : name;
    }
  }

  /** The citing document itself, or the quoted one that says "này" of itself. */
  public record Self() implements Target {
    @Override
    public String label() {
      return "này";
    }
  }
}
