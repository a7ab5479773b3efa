package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import vn.vanban.law.NumberSeries;
import vn.vanban.law.NumberSeries.Bearers;
import vn.vanban.law.SeriesEntry;
import vn.vanban.law.SeriesReport;

/**
 * The JSON form of a body's number series in a year, the same in the API and on the command line.
 * Every key is always there; {@code first} and {@code last} are null where no number is held.
 */
public final class SeriesJson {
  private SeriesJson() {}

  /**
   * The series of a body.
   *
   * @param issuer the body's name
   * @param year the year asked for
   * @param report what was found
   */
  public static ObjectNode of(String issuer, int year, SeriesReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("issuer", issuer);
    json.put("year", year);
    json.put("passedOver", report.passedOver());
    ArrayNode all = json.putArray("series");
    report.series().forEach(series -> all.add(of(series)));
    ArrayNode unplaced = json.putArray("unplaced");
    for (SeriesReport.Unplaced outside : report.unplaced()) {
      unplaced.add(document(outside.entry()).put("reason", name(outside.reason())));
    }
    return json;
  }

  private static ObjectNode of(NumberSeries series) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    series.types().forEach(json.putArray("types")::add);
    json.put("secret", series.secret());
    json.put("period", name(series.period()));
    json.put("source", series.source());
    json.put("basis", name(series.basis()));
    json.put("reason", series.reason());
    json.put("count", series.count());
    json.put("missing", series.missing());
    put(json, "first", series.first());
    put(json, "last", series.last());
    ArrayNode gaps = json.putArray("gaps");
    series
        .gaps()
        .forEach(gap -> gaps.addObject().put("first", gap.first()).put("last", gap.last()));
    bearers(json.putArray("doubles"), series.doubles());
    documents(json.putArray("outOfOrder"), series.outOfOrder());
    bearers(json.putArray("reported"), series.reported());
    documents(json.putArray("irregular"), series.irregular());
    return json;
  }

  private static void put(ObjectNode json, String name, OptionalInt number) {
    if (number.isPresent()) {
      json.put(name, number.getAsInt());
    } else {
      json.putNull(name);
    }
  }

  private static void bearers(ArrayNode json, List<Bearers> all) {
    for (Bearers bearers : all) {
      ObjectNode one = json.addObject().put("number", bearers.number());
      documents(one.putArray("documents"), bearers.documents());
    }
  }

  private static void documents(ArrayNode json, List<SeriesEntry> entries) {
    entries.forEach(entry -> json.add(document(entry)));
  }

  private static ObjectNode document(SeriesEntry entry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", entry.documentId());
    json.put("number", entry.number().canonical());
    json.put("issued", entry.issued().map(LocalDate::toString).orElse(null));
    json.put("kind", entry.kind().jsonName());
    return json;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
