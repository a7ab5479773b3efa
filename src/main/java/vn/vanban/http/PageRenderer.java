package vn.vanban.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import vn.vanban.http.pages.Frame;
import vn.vanban.http.pages.Language;
import vn.vanban.http.pages.Visitor;
import vn.vanban.registry.Scope;

/** Renders the templates of {@code src/main/jte}, which are compiled with the program. */
final class PageRenderer {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageRenderer.class.getClassLoader(), "vn.vanban.http.pages");
  private final Assets assets;

  PageRenderer(Assets assets) {
    this.assets = assets;
  }

  /** The address of the script that makes reading a document easier. */
  String readingScript() {
    return assets.readingScript();
  }

  /** Answers with a page that is made for this reader alone, and kept by no cache. */
  void send(Context ctx, int status, String template, Object model) {
    ctx.status(status).header("Cache-Control", "no-store");
    ctx.contentType("text/html; charset=utf-8").result(render(template, model));
  }

  byte[] render(String template, Object model) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template, model, output);
    return output.toByteArray();
  }

  private static Visitor visitor(Context ctx, String here) {
    Caller caller = Access.of(ctx);
    String signIn =
        Access.isGuarded(ctx) && !ctx.path().equals("/dang-nhap")
            ? "/dang-nhap?ve=" + Responses.encoded(here)
            : "";
    return caller.kind() == Caller.Kind.PERSON
        ? new Visitor(caller.name(), caller.formKey(), caller.may(Scope.CORRECT), "")
        : new Visitor("", "", false, signIn);
  }

  /** What the frame around a page needs. */
  Frame frame(Context ctx, String title, String query) {
    Language language = LanguageRoute.of(ctx);
    String here = ctx.path() + (ctx.queryString() == null ? "" : "?" + ctx.queryString());
    return new Frame(
        language,
        LanguageRoute.address(language, here),
        title,
        query,
        assets.stylesheet(),
        assets.icon(),
        assets.script(),
        visitor(ctx, here));
  }
}
