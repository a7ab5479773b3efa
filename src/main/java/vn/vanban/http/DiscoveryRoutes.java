package vn.vanban.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.vanban.http.pages.Language;
import vn.vanban.search.SearchEngine;
import vn.vanban.search.Suggestion;

/** What browsers and crawlers read of this server to use it by themselves. */
final class DiscoveryRoutes {
  private static final int SUGGESTIONS = 8;

  private final SearchEngine engine;
  private final Lane searches;
  private final Responses responses;
  private final Assets assets;

  DiscoveryRoutes(SearchEngine engine, Lane searches, Responses responses, Assets assets) {
    this.engine = engine;
    this.searches = searches;
    this.responses = responses;
    this.assets = assets;
  }

  /** By which a browser adds this search to its own (OpenSearch 1.1, draft 6). */
  void description(Context ctx) {
    Parameters.of(ctx);
    PublicAddress base = PublicAddress.of(ctx);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XmlWriter xml =
        new XmlWriter(out, "OpenSearchDescription", "http://a9.com/-/spec/opensearch/1.1/");
    xml.text("ShortName", "Văn bản");
    xml.text(
        "Description",
        LanguageRoute.of(ctx)
            .say(
                "Tìm văn bản pháp luật và hành chính",
                "Search Vietnamese legal and administrative documents"));
    xml.text("Language", Language.VIETNAMESE.code());
    xml.text("InputEncoding", "UTF-8").text("OutputEncoding", "UTF-8");
    xml.begin("Image").attribute("type", "image/svg+xml");
    xml.attribute("width", "16").attribute("height", "16");
    xml.characters(base.absolute(assets.icon())).end();
    url(xml, "results", "text/html", base.absolute("/tim-kiem?q={searchTerms}"));
    url(xml, "results", "application/atom+xml", base.absolute("/tim-kiem.atom?q={searchTerms}"));
    url(
        xml,
        "suggestions",
        "application/x-suggestions+json",
        base.absolute("/goi-y?q={searchTerms}"));
    url(xml, "self", "application/opensearchdescription+xml", base.absolute("/opensearch.xml"));
    xml.close();
    responses.bytes(ctx, "application/opensearchdescription+xml; charset=utf-8", out.toByteArray());
  }

  private static void url(XmlWriter xml, String relation, String type, String template) {
    xml.begin("Url").attribute("rel", relation).attribute("type", type);
    xml.attribute("template", template).end();
  }

  /** Suggestions as browsers read them (OpenSearch Suggestions 1.1): what was typed, then texts. */
  void suggestions(Context ctx) {
    String typed = Parameters.of(ctx, "q").text("q").orElse("");
    List<Suggestion> found =
        typed.isEmpty() ? List.of() : searches.call(() -> engine.suggest(typed, SUGGESTIONS));
    ArrayNode answer = JsonNodeFactory.instance.arrayNode().add(typed);
    ArrayNode texts = answer.addArray();
    found.forEach(suggestion -> texts.add(suggestion.text()));
    responses.bytes(
        ctx, "application/x-suggestions+json", answer.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Documents may be crawled; what is made for each question anew has no end. For everybody the
   * same (RFC 9309).
   */
  void robots(Context ctx) {
    Parameters.of(ctx);
    String text =
        """
        User-agent: *
        Disallow: /api/
        Disallow: /control/
        Disallow: /goi-y
        Disallow: /ngon-ngu/
        Disallow: /tim-kiem
        Disallow: /tra-so
        Disallow: /day-so?
        Disallow: /van-ban?
        Disallow: /van-ban/*/

        Sitemap: %s
        """
            .formatted(PublicAddress.of(ctx).absolute(SitemapRoutes.INDEX));
    responses.bytes(ctx, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }
}
