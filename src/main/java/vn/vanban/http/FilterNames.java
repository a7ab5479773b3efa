package vn.vanban.http;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vanban.law.Authority;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.EffectStatus;
import vn.vanban.search.Facet.Field;
import vn.vanban.search.Filters;

/** How filters are written in addresses. */
final class FilterNames {
  /** For programs: {@code status=in_force}. */
  static final FilterNames API =
      new FilterNames(
          List.of("type", "issuer", "level", "province", "year", "status", "kind"),
          Choices.ofConstants(Authority.Level.class),
          Choices.ofConstants(EffectStatus.class),
          Choices.ofConstants(DocumentKind.class));

  /** For people: {@code hieu-luc=con-hieu-luc}. */
  static final FilterNames PAGES =
      new FilterNames(
          List.of("loai", "co-quan", "cap", "tinh", "nam", "hieu-luc", "tinh-chat"),
          Choices.ofLabels(Authority.Level.class, Authority.Level::vietnamese),
          Choices.ofLabels(EffectStatus.class, EffectStatus::vietnamese),
          Choices.ofLabels(DocumentKind.class, DocumentKind::vietnamese));

  private final Map<Field, String> parameters = new EnumMap<>(Field.class);
  private final Choices<Authority.Level> levels;
  private final Choices<EffectStatus> statuses;
  private final Choices<DocumentKind> kinds;

  /**
   * @param parameters in the order of {@link Field}
   */
  private FilterNames(
      List<String> parameters,
      Choices<Authority.Level> levels,
      Choices<EffectStatus> statuses,
      Choices<DocumentKind> kinds) {
    Iterator<String> names = parameters.iterator();
    for (Field field : Field.values()) {
      this.parameters.put(field, names.next());
    }
    this.levels = levels;
    this.statuses = statuses;
    this.kinds = kinds;
  }

  /** The names of all. */
  List<String> parameters() {
    return List.copyOf(parameters.values());
  }

  /** The parameter of a field. */
  String parameter(Field field) {
    String name = parameters.get(field);
    if (name == null) {
      throw new IllegalStateException("a field without a name: " + field);
    }
    return name;
  }

  /**
   * Reads filters.
   *
   * @throws Problem if a value is none of those that there are
   */
  Filters read(Parameters given) {
    return new Filters(
        given.set(parameter(Field.TYPE)),
        given.set(parameter(Field.ISSUER)),
        given.choices(parameter(Field.LEVEL), levels),
        given.set(parameter(Field.PROVINCE)),
        given.years(parameter(Field.YEAR)),
        given.choices(parameter(Field.STATUS), statuses),
        given.choices(parameter(Field.KIND), kinds));
  }

  /** How a facet's value is written. */
  String written(Field field, String value) {
    String constant = value.toUpperCase(Locale.ROOT);
    return switch (field) {
      case LEVEL -> levels.name(Authority.Level.valueOf(constant));
      case STATUS -> statuses.name(EffectStatus.valueOf(constant));
      case KIND -> kinds.name(DocumentKind.valueOf(constant));
      case TYPE, ISSUER, PROVINCE, YEAR -> value;
    };
  }

  /** The same value as other addresses write it. */
  String translated(Field field, String written, FilterNames other) {
    return switch (field) {
      case LEVEL -> levels.find(written).map(other.levels::name).orElse(written);
      case STATUS -> statuses.find(written).map(other.statuses::name).orElse(written);
      case KIND -> kinds.find(written).map(other.kinds::name).orElse(written);
      case TYPE, ISSUER, PROVINCE, YEAR -> written;
    };
  }

  /** What readers call a value that is written like this. */
  String label(Field field, String written, Wording wording) {
    return switch (field) {
      case LEVEL -> levels.find(written).map(wording::level).orElse(written);
      case STATUS -> statuses.find(written).map(wording::status).orElse(written);
      case KIND -> kinds.find(written).map(wording::kind).orElse(written);
      case TYPE, ISSUER, PROVINCE, YEAR -> written;
    };
  }
}
