package vn.vanban.http;

import java.util.Optional;
import vn.vanban.law.BodyRecord;
import vn.vanban.law.ProvisionPath;
import vn.vanban.law.Span;

/** The addresses of this server. */
final class Links {
  private Links() {}

  static String page(String id) {
    return "/van-ban/" + Responses.encoded(id);
  }

  /** A provision on the document's page, whichever part of a long text it is in. */
  static String provision(String id, String path) {
    return page(id) + "?muc=" + Responses.encoded(path) + "#" + Responses.encoded(path);
  }

  /**
   * A passage outside provisions.
   *
   * @param copy which copy's text it is in, 0 for the first
   */
  static String passage(String id, int copy, Span span) {
    return page(id)
        + (copy == 0 ? "?" : "?ban=" + (copy + 1) + "&")
        + ("doan=" + span.start() + "-" + span.end() + "#doan");
  }

  /** What a document means by one that it cites. */
  static String cited(String id, String label, Optional<ProvisionPath> provision) {
    return page(id)
        + "/vien-dan?den="
        + Responses.encoded(label)
        + provision.map(path -> "&muc=" + Responses.encoded(path.toString())).orElse("");
  }

  /** Two states or copies of a document side by side, to be chosen. */
  static String comparison(String id) {
    return page(id) + "/so-sanh";
  }

  static String comparison(String id, String one, String other) {
    return comparison(id) + "?cu=" + Responses.encoded(one) + "&moi=" + Responses.encoded(other);
  }

  /** The text of a copy; 0 is the first. */
  static String copy(String id, int copy) {
    return page(id) + (copy == 0 ? "" : "?ban=" + (copy + 1)) + "#van-ban";
  }

  /**
   * @param number of the part, from 1
   */
  static String part(String id, int copy, int number) {
    String ban = copy == 0 ? "" : "&ban=" + (copy + 1);
    return page(id) + "?phan=" + number + ban + "#van-ban";
  }

  /** Documents like this one. */
  static String similar(String id) {
    return page(id) + "/tuong-tu";
  }

  /** Documents that cite this one. */
  static String citing(String id) {
    return page(id) + "/dan-chieu";
  }

  /** A body, by its name. */
  static String body(String name) {
    return "/co-quan/" + BodyRecord.id(name);
  }

  /** The number series of a body in a year. */
  static String series(String body, int year) {
    return "/day-so?co-quan=" + Responses.encoded(body) + "&nam=" + year;
  }

  static String api(String id) {
    return "/api/v1/documents/" + Responses.encoded(id);
  }

  static String text(String id) {
    return api(id) + "/text";
  }

  static String original(String id) {
    return api(id) + "/original";
  }

  static String original(String id, String sha256) {
    return original(id) + "?copy=" + sha256;
  }
}
