package vn.vanban.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import vn.vanban.law.Authority;
import vn.vanban.law.DocumentKind;
import vn.vanban.law.EffectStatus;
import vn.vanban.search.Filters;
import vn.vanban.search.SearchRequest;
import vn.vanban.search.SearchRequest.Order;

/** What narrows and orders a search; values are named as in the API. */
final class SearchOptions {
  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Loại văn bản, lặp lại được: 'Nghị định'. / Type; repeatable, as are the next.")
  private List<String> types = List.of();

  @Option(
      names = "--issuer",
      paramLabel = "NAME",
      description = "Cơ quan ban hành, tên đầy đủ. / Issuer by its full name.")
  private List<String> issuers = List.of();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      converter = Levels.class,
      description = "Cấp của cơ quan: central, province, district, commune. / Level of the issuer.")
  private List<Authority.Level> levels = List.of();

  @Option(
      names = "--province",
      paramLabel = "NAME",
      description = "Tỉnh, thành phố của cơ quan: 'Gia Lai'. / Province of the issuer.")
  private List<String> provinces = List.of();

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      converter = Years.class,
      description = "Năm ban hành. / Year of issue.")
  private List<Integer> years = List.of();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      converter = Statuses.class,
      description =
          "Hiệu lực: not_yet, in_force, partly, suspended, expired, unknown. / Effect on the day.")
  private List<EffectStatus> statuses = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = Kinds.class,
      description = "Tính chất: original, draft, copy, … / What the file is to the document.")
  private List<DocumentKind> kinds = List.of();

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      defaultValue = "relevance",
      converter = Orders.class,
      description = "Thứ tự: relevance, newest, oldest, number. / Order.")
  private Order order = Order.RELEVANCE;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Days.class,
      description = "Ngày xét hiệu lực, như 2020-02-26 (mặc định hôm nay). / Day of effect.")
  private @Nullable LocalDate day;

  @Option(names = "--facets", description = "Đếm theo loại, cơ quan, năm… / Print counts.")
  private boolean facets;

  @Option(names = "--explain", description = "Nói vì sao theo thứ tự này. / Say why.")
  private boolean explain;

  /** The request with these options. */
  SearchRequest of(SearchRequest plain) {
    SearchRequest request =
        plain
            .with(
                new Filters(
                    set(types),
                    set(issuers),
                    set(levels),
                    set(provinces),
                    set(years),
                    set(statuses),
                    set(kinds)))
            .with(order);
    request = Optional.ofNullable(day).map(request::on).orElse(request);
    request = facets ? request.withFacets() : request;
    return explain ? request.explained() : request;
  }

  private static <T> Set<T> set(List<T> values) {
    return new LinkedHashSet<>(values);
  }

  /** A constant by its name in lower case. */
  private abstract static class OneOf<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] constants;

    OneOf(E[] constants) {
      this.constants = constants;
    }

    @Override
    public E convert(String text) {
      return Arrays.stream(constants)
          .filter(constant -> name(constant).equals(text))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "không có “%s”; các giá trị có: %s."
                      .formatted(
                          text,
                          Arrays.stream(constants)
                              .map(OneOf::name)
                              .collect(Collectors.joining(", ")))));
    }

    private static String name(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
  }

  private static final class Levels extends OneOf<Authority.Level> {
    Levels() {
      super(Authority.Level.values());
    }
  }

  private static final class Statuses extends OneOf<EffectStatus> {
    Statuses() {
      super(EffectStatus.values());
    }
  }

  private static final class Kinds extends OneOf<DocumentKind> {
    Kinds() {
      super(DocumentKind.values());
    }
  }

  private static final class Orders extends OneOf<Order> {
    Orders() {
      super(Order.values());
    }
  }

  private static final class Years implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("[12][0-9]{3}")) {
        throw new TypeConversionException("“" + text + "” không phải năm gồm bốn chữ số.");
      }
      return Integer.valueOf(text);
    }
  }

  private static final class Days implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("“" + text + "” không phải một ngày như 2020-02-26.");
      }
    }
  }
}
