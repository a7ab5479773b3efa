package vn.vanban.http;

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

  /** A passage outside provisions. */
  static String passage(String id, Span span) {
    return page(id) + "?doan=" + span.start() + "-" + span.end() + "#doan";
  }

  static String part(String id, int number) {
    return page(id) + (number == 1 ? "" : "?phan=" + number) + "#noi-dung";
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
