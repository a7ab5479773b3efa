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
    @Nullable Value secrecy,
    @Nullable Value urgency,
    @Nullable Value visibility,
    @Nullable Value effective,
    @Nullable Value expires,
    List<StoredPart> parts,
    @Nullable StoredPanel panel,
    List<Value> legalBases,
    List<StoredCitation> citations,
    List<StoredRelation> relations,
    List<StoredProvision> provisions,
    List<StoredWarning> warnings) {

  static final int FORMAT = 2;

  /** A value with its evidence. */
  record Value(String value, int start, int end, String rule, double confidence) {}

  /** A signer with the evidence. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SignerValue(
      String name, @Nullable String capacity, int start, int end, String rule, double confidence) {}

  /** Steps of the path as {@code LEVEL number}, outermost first. */
  record StoredProvision(List<String> path, String label, String heading, int start, int end) {}

  /** A provision with a date of effect of its own. */
  record StoredPart(
      List<String> path, String effective, int start, int end, String rule, double confidence) {}

  /** The panel of a database's page. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StoredPanel(
      @Nullable Value number,
      @Nullable Value type,
      @Nullable Value issuer,
      @Nullable Value issued,
      @Nullable Value effective,
      @Nullable Value expires,
      @Nullable Value status,
      @Nullable Value signer) {}

  /** One of number, name and neither (the document itself); a year only beside a name. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StoredTarget(@Nullable String number, @Nullable String name, @Nullable Integer year) {}

  /** Paths as in {@link StoredProvision}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StoredCitation(
      StoredTarget target,
      @Nullable List<String> provision,
      @Nullable List<String> until,
      int start,
      int end,
      String rule,
      double confidence) {}

  /** Paths as in {@link StoredProvision}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StoredRelation(
      String type,
      StoredTarget target,
      List<List<String>> provisions,
      @Nullable String date,
      int start,
      int end,
      String rule,
      double confidence) {}

  /** Offsets are both there or both absent. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StoredWarning(
      String field, String message, @Nullable Integer start, @Nullable Integer end) {}
}
