package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vanban.law.EffectInterval;
import vn.vanban.law.EffectStatus;
import vn.vanban.law.EffectTimeline;
import vn.vanban.law.Evidence;
import vn.vanban.law.RelationType;

/**
 * The JSON form of a document's effect: {@code status} on a day with its proof, all {@code
 * intervals}, and the {@code provisions} that something touches. Offsets of evidence count in the
 * text of the document that the step names, or of the document itself.
 */
public final class EffectJson {
  private EffectJson() {}

  /**
   * The effect of a document.
   *
   * @param effect through time
   * @param day on which the status is asked
   * @return a new tree, free to be added to
   */
  public static ObjectNode of(EffectTimeline effect, LocalDate day) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("asOf", day.toString());
    json.setAll(interval(effect.statusOn(day)));
    intervals(json.putArray("intervals"), effect.whole());
    ArrayNode provisions = json.putArray("provisions");
    effect
        .provisions()
        .forEach((path, intervals) -> {
          ObjectNode provision = provisions.addObject().put("path", path.toString());
          provision.put("status", name(effect.provisionStatusOn(path, day).orElseThrow().status()));
          intervals(provision.putArray("intervals"), intervals);
        });
    return json;
  }

  /** The name used in JSON: {@code in_force}. */
  static String name(EffectStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static void intervals(ArrayNode array, List<EffectInterval> intervals) {
    for (EffectInterval interval : intervals) {
      ObjectNode json = array.addObject();
      day(json, "from", interval.from());
      day(json, "until", interval.until());
      json.setAll(interval(interval));
    }
  }

  private static ObjectNode interval(EffectInterval interval) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("status", name(interval.status()));
    json.put("label", interval.status().vietnamese());
    json.put("reason", interval.reason().orElse(null));
    interval.doubts().forEach(json.putArray("doubts")::add);
    ArrayNode proof = json.putArray("proof");
    for (EffectInterval.Step step : interval.proof()) {
      ObjectNode one = proof.addObject();
      one.put("document", step.documentId().orElse(null));
      one.put("relation", step.relation().map(RelationType::jsonName).orElse(null));
      step.provisions().forEach(path -> one.withArray("provisions").add(path.toString()));
      day(one, "date", step.date());
      one.put("dateFrom", step.source().name().toLowerCase(Locale.ROOT));
      one.put("note", step.note());
      Evidence evidence = step.evidence();
      one.putObject("evidence")
          .put("start", evidence.span().start())
          .put("end", evidence.span().end())
          .put("rule", evidence.rule())
          .put("confidence", evidence.confidence());
    }
    return json;
  }

  private static void day(ObjectNode json, String name, Optional<LocalDate> day) {
    json.put(name, day.map(LocalDate::toString).orElse(null));
  }
}
