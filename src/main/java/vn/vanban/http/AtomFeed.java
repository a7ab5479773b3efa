package vn.vanban.http;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An Atom feed (RFC 4287), a page of it as in RFC 5005, section 3.
 *
 * @param id names it, wherever it is had from
 * @param title what it is about
 * @param self its own address
 * @param alternate the same for people
 * @param next the entries after these
 * @param entries the latest first, or by relevance
 */
record AtomFeed(
    String id,
    String title,
    String self,
    String alternate,
    Optional<String> next,
    List<Entry> entries) {
  static final String MEDIA_TYPE = "application/atom+xml; charset=utf-8";

  AtomFeed {
    entries = List.copyOf(entries);
  }

  /**
   * One entry.
   *
   * @param id names it
   * @param title in one line
   * @param summary more of it, or empty
   * @param author who issued it, or empty
   * @param category its type, or empty
   * @param updated when it last changed
   * @param url its page
   */
  record Entry(
      String id,
      String title,
      String summary,
      String author,
      String category,
      Instant updated,
      String url) {}

  /** When any entry last changed; a feed without entries has not changed since time began. */
  Instant updated() {
    return entries.stream()
        .map(Entry::updated)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  byte[] xml() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XmlWriter xml = new XmlWriter(out, "feed", "http://www.w3.org/2005/Atom");
    xml.attribute("xml:lang", "vi");
    xml.text("id", id).text("title", title).text("updated", time(updated()));
    xml.begin("author").text("name", "Văn bản").end();
    link(xml, "self", "application/atom+xml", self);
    link(xml, "alternate", "text/html", alternate);
    next.ifPresent(address -> link(xml, "next", "application/atom+xml", address));
    entries.forEach(entry -> write(xml, entry));
    xml.close();
    return out.toByteArray();
  }

  private static void write(XmlWriter xml, Entry entry) {
    xml.begin("entry").text("id", entry.id()).text("title", entry.title());
    xml.text("updated", time(entry.updated()));
    if (!entry.author().isEmpty()) {
      xml.begin("author").text("name", entry.author()).end();
    }
    if (!entry.category().isEmpty()) {
      xml.begin("category").attribute("term", entry.category()).end();
    }
    link(xml, "alternate", "text/html", entry.url());
    if (!entry.summary().isEmpty()) {
      xml.text("summary", entry.summary());
    }
    xml.end();
  }

  private static void link(XmlWriter xml, String relation, String type, String address) {
    xml.begin("link").attribute("rel", relation).attribute("type", type);
    xml.attribute("href", address).end();
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
