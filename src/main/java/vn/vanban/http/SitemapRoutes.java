package vn.vanban.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import vn.vanban.registry.FeedPosition;
import vn.vanban.registry.PublicView;
import vn.vanban.registry.Registry;
import vn.vanban.search.Facet;

/**
 * The addresses of all that guests may see, as crawlers read them (sitemaps.org, 0.9): an index, a
 * part of pages about the collection, and parts of documents. A part holds a fixed stretch of the
 * order of registration, so that new documents change the last part alone.
 */
final class SitemapRoutes {
  static final String INDEX = "/sitemap.xml";

  /** The protocol's bound for one file. */
  static final int ADDRESSES = 50_000;

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String MEDIA_TYPE = "application/xml; charset=utf-8";
  private static final String PAGES = "trang";

  /** Rows read at a time. */
  private static final int BATCH = 1_000;

  private final Registry registry;
  private final Statistics statistics;
  private final Lane records;
  private final Responses responses;
  private final Kept<FeedPosition, SortedMap<Integer, Instant>> stretches;

  SitemapRoutes(Registry registry, Statistics statistics, Lane records, Responses responses) {
    this.registry = registry;
    this.statistics = statistics;
    this.records = records;
    this.responses = responses;
    this.stretches =
        new Kept<>(registry::position, () -> registry.publicView().stretches(ADDRESSES));
  }

  void index(Context ctx) {
    Parameters.of(ctx);
    PublicAddress base = PublicAddress.of(ctx);
    SortedMap<Integer, Instant> parts = records.call(stretches::get);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XmlWriter xml = new XmlWriter(out, "sitemapindex", NAMESPACE);
    xml.begin("sitemap").text("loc", base.absolute(part(PAGES))).end();
    parts.forEach((stretch, changed) -> {
      xml.begin("sitemap").text("loc", base.absolute(part(Integer.toString(stretch + 1))));
      xml.text("lastmod", time(changed)).end();
    });
    xml.close();
    responses.bytes(ctx, MEDIA_TYPE, out.toByteArray());
  }

  /** One part, sent while it is read. */
  void part(Context ctx) {
    Parameters.of(ctx);
    PublicAddress base = PublicAddress.of(ctx);
    String name = ctx.pathParam("phan");
    if (name.equals(PAGES)) {
      List<Facet.Value> bodies = records.call(statistics::figures).by(Facet.Field.ISSUER);
      XmlWriter xml = begin(ctx);
      List.of("/", "/co-quan", "/day-so", "/thong-ke")
          .forEach(path -> xml.begin("url").text("loc", base.absolute(path)).end());
      bodies.forEach(
          body -> xml.begin("url").text("loc", base.absolute(Links.body(body.value()))).end());
      xml.close();
      return;
    }
    int stretch = name.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(name) - 1 : -1;
    if (!records.call(stretches::get).containsKey(stretch)) {
      throw Problem.notFound("Không có phần này trong sơ đồ trang.");
    }
    long after = (long) stretch * ADDRESSES;
    long until = after + ADDRESSES;
    List<PublicView.Listed> batch = batch(after, until);
    XmlWriter xml = begin(ctx);
    while (!batch.isEmpty()) {
      for (PublicView.Listed document : batch) {
        xml.begin("url").text("loc", base.absolute(Links.page(document.id())));
        xml.text("lastmod", time(document.changed())).end();
      }
      batch = batch(batch.getLast().ordinal(), until);
    }
    xml.close();
  }

  private List<PublicView.Listed> batch(long after, long until) {
    return records.call(() -> registry.publicView().listed(after, until, BATCH));
  }

  private static XmlWriter begin(Context ctx) {
    ctx.contentType(MEDIA_TYPE);
    return new XmlWriter(ctx.outputStream(), "urlset", NAMESPACE);
  }

  private static String part(String name) {
    return "/sitemap-" + name + ".xml";
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
