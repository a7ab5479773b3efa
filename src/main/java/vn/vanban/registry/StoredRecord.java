package vn.vanban.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a record in the database. It stands apart from {@link
 * vn.vanban.law.LegalDocument}, so that the vocabulary can change without silently changing what is
 * on disk: {@link #FORMAT} rises with every change that an older program cannot read.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredRecord(
    int format,
    String kind,
    @Nullable Value number,
    @Nullable Value type,
    List<Value> issuers,
    @Nullable Value issued,
    @Nullable Value subject,
    List<SignerValue> signers,
    @Nullable Value effective,
    List<Value> legalBases,
    List<StoredProvision> provisions,
    List<StoredWarning> warnings) {

  static final int FORMAT = 1;

  /** A value with its evidence. */
  record Value(String value, int start, int end, String rule, double confidence) {}

  /** A signer with the evidence. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SignerValue(
      String name, @Nullable String capacity, int start, int end, String rule, double confidence) {}

  /** Steps of the path as {@code LEVEL number}, outermost first. */
  record StoredProvision(List<String> path, String label, String heading, int start, int end) {}

  /** Offsets are both there or both absent. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StoredWarning(
      String field, String message, @Nullable Integer start, @Nullable Integer end) {}
}
