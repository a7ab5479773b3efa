package vn.vanban.registry;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An export: a folder that other programs can read, and from which a registry can be made again.
 *
 * <ul>
 *   <li>{@code manifest.json}: one {@link Manifest}
 *   <li>{@code changes.ndjson}: a {@link Change} a line, in the order of their numbers
 *   <li>{@code documents.ndjson}: a {@link Document} a line, in order of registration
 *   <li>{@code originals/SHA256}: the bytes of every copy that is not erased
 *   <li>{@code quarantine/SHA256} and {@code SHA256.txt}: files that could not be read, and why
 * </ul>
 *
 * Texts are UTF-8; times are UTC as in ISO 8601. What follows from the rest (how documents cite
 * each other, legal effect, the index) is not in it and is made anew.
 */
final class ExportFormat {
  static final int VERSION = 3;

  /** The oldest that can be imported: it told of no containers. */
  static final int OLDEST = 2;

  static final String MANIFEST = "manifest.json";
  static final String CHANGES = "changes.ndjson";
  static final String DOCUMENTS = "documents.ndjson";

  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ExportFormat() {}

  /**
   * What the export is of.
   *
   * @param format {@link #VERSION}
   * @param registry the registry's id
   * @param sequence its last change
   * @param documents how many lines {@link #DOCUMENTS} has
   * @param originals how many files {@code originals} has
   * @param sha256 of the files {@link #CHANGES} and {@link #DOCUMENTS}, by name
   * @param made when
   */
  record Manifest(
      int format,
      String registry,
      long sequence,
      long documents,
      long originals,
      SortedMap<String, String> sha256,
      String made) {}

  /**
   * One change.
   *
   * @param action as {@link Action} names it
   */
  record Change(
      long sequence,
      String document,
      boolean removed,
      String at,
      String action,
      String actor,
      String reason) {}

  /**
   * One document.
   *
   * @param state LIVE, REMOVED, ERASED or MERGED
   * @param mergedInto the id of the document that it was found to be one with; null for all others
   * @param kind as {@link vn.vanban.law.DocumentKind} names it; with the next three what makes two
   *     files one document
   * @param withheld whether it is kept from guests
   * @param doubts how many warnings wait for review
   */
  record Document(
      String id,
      String registered,
      String state,
      @Nullable String mergedInto,
      String kind,
      @Nullable String numberKey,
      @Nullable String issuerKey,
      @Nullable Integer year,
      boolean withheld,
      int doubts,
      List<Copy> copies,
      List<Correction> corrections) {}

  /**
   * A file that carries a document.
   *
   * @param sha256 of its bytes, which lie in {@code originals} unless the document is erased
   * @param sequence the change that brought it
   * @param merged whether it came from a document that was merged into this one
   * @param first what was read of it then; null if erased
   * @param readings what later parsers read
   * @param places where it was before merges took it elsewhere
   * @param containers SHA-256 of the files that it came within; not in format 2
   */
  record Copy(
      String sha256,
      long bytes,
      String source,
      String mediaType,
      String registered,
      long sequence,
      boolean merged,
      @Nullable Reading first,
      List<Reading> readings,
      List<Place> places,
      List<String> containers) {}

  /**
   * The document that a file carried until a merge.
   *
   * @param document its id
   * @param sequence the change that had brought the file there
   * @param merged whether that was an earlier merge
   * @param until the change that took it elsewhere
   */
  record Place(String document, long sequence, boolean merged, long until) {}

  /**
   * What was read of a file.
   *
   * @param sequence the change that brought it
   * @param doubts how many warnings it has
   * @param record fields and structure, as in the database
   * @param text the repaired text that its spans refer to
   * @param extracted the text before repair; null where it is the same
   */
  record Reading(
      long sequence, int doubts, JsonNode record, String text, @Nullable String extracted) {}

  /**
   * What an official says of a field.
   *
   * @param made the change that made it
   * @param withdrawn the change that withdrew it, if any
   */
  record Correction(
      long number,
      String field,
      boolean accepted,
      @Nullable String value,
      long made,
      @Nullable Long withdrawn) {}
}
