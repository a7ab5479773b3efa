package vn.vanban.search;

import java.util.Set;
import vn.vanban.law.Authority;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.EffectStatus;

/**
 * What documents must be. Values of one field are alternatives, fields are all to be met; an empty
 * set asks nothing.
 *
 * @param types loại văn bản
 * @param issuers cơ quan ban hành: whole names, compared without case and marks, also with common
 *     abbreviations
 * @param levels the level of the issuer
 * @param provinces the province of the issuer: its name without its unit ({@code Gia Lai})
 * @param years years of issue
 * @param statuses effect on the day of {@link SearchRequest#asOf}
 * @param kinds what the file is to the document
 */
public record Filters(
    Set<String> types,
    Set<String> issuers,
    Set<Authority.Level> levels,
    Set<String> provinces,
    Set<Integer> years,
    Set<EffectStatus> statuses,
    Set<DocumentKind> kinds) {
  /** Everything passes. */
  public static final Filters NONE =
      new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  public Filters {
    types = Set.copyOf(types);
    issuers = Set.copyOf(issuers);
    levels = Set.copyOf(levels);
    provinces = Set.copyOf(provinces);
    years = Set.copyOf(years);
    statuses = Set.copyOf(statuses);
    kinds = Set.copyOf(kinds);
  }
}
