package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.vanban.registry.Correction;
import vn.vanban.registry.FieldDifference;
import vn.vanban.registry.Revision;

/** The JSON form of what happened to a document. */
public final class HistoryJson {
  private HistoryJson() {}

  /**
   * The revisions of a document, in the order given.
   *
   * @return a new tree, free to be added to
   */
  public static ArrayNode of(List<Revision> revisions) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Revision revision : revisions) {
      ObjectNode one = json.addObject();
      one.put("sequence", revision.sequence());
      one.put("at", revision.at().toString());
      one.put("action", revision.action().jsonName());
      one.put("actor", revision.act().actor());
      one.put("reason", revision.act().reason());
      ArrayNode differences = one.putArray("differences");
      for (FieldDifference difference : revision.differences()) {
        differences
            .addObject()
            .put("field", difference.field())
            .put("before", difference.before().orElse(null))
            .put("after", difference.after().orElse(null));
      }
    }
    return json;
  }

  /** The corrections that hold. */
  static ArrayNode corrections(List<Correction> corrections) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Correction correction : corrections) {
      json.addObject()
          .put("number", correction.number())
          .put("field", correction.field())
          .put("accepted", correction.accepted())
          .put("value", correction.value().orElse(null))
          .put("at", correction.at().toString())
          .put("actor", correction.act().actor())
          .put("reason", correction.act().reason());
    }
    return json;
  }
}
