package vn.vanban.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import vn.vanban.http.pages.ErrorPage;

/** Writes answers: JSON, pages and problems, with what every answer carries. */
final class Responses {
  /** Nothing but our own style sheet and script, and forms and questions to ourselves. */
  static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
          + "img-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  private final ObjectMapper mapper = new ObjectMapper();
  private final PageRenderer renderer;

  Responses(PageRenderer renderer) {
    this.renderer = renderer;
  }

  /** Headers that hold for everything; single answers overwrite them. */
  void defaults(Context ctx) {
    ctx.header("Content-Security-Policy", PAGE_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        .header("Cache-Control", "no-cache")
        .header("Vary", "Accept, Accept-Encoding, Cookie");
  }

  /** Answers with JSON, or 304 if the client has it; how long it took makes no difference. */
  void json(Context ctx, ObjectNode body) {
    JsonNode took = body.get(SearchJson.TOOK);
    if (took == null) {
      bytes(ctx, "application/json", encoded(body));
      return;
    }
    String etag = etag(encoded(body.put(SearchJson.TOOK, 0)));
    if (!unchanged(ctx, etag)) {
      body.set(SearchJson.TOOK, took);
      ctx.contentType("application/json").result(encoded(body));
    }
  }

  /** Answers with JSON that is made for this request alone. */
  void body(Context ctx, ObjectNode body) {
    ctx.contentType("application/json").result(encoded(body));
  }

  void page(Context ctx, String template, Object model) {
    bytes(ctx, "text/html; charset=utf-8", renderer.render(template, model));
  }

  /** Sends bytes, or 304 if the client has them. */
  void bytes(Context ctx, String mediaType, byte[] body) {
    if (!unchanged(ctx, etag(body))) {
      ctx.contentType(mediaType).result(body);
    }
  }

  /** Weak, since compression changes the bytes on the wire. */
  private static String etag(byte[] body) {
    return "W/\"" + digest(body) + "\"";
  }

  /** Sets the ETag; answers 304 if the client's copy is the same (RFC 9110, 13.1.2). */
  boolean unchanged(Context ctx, String etag) {
    ctx.header("ETag", etag);
    for (String candidate :
        Optional.ofNullable(ctx.header("If-None-Match")).orElse("").split(",", -1)) {
      String bare = candidate.strip();
      if (bare.equals("*") || opaque(bare).equals(opaque(etag))) {
        ctx.status(304);
        return true;
      }
    }
    return false;
  }

  void problem(Context ctx, Problem problem) {
    ctx.status(problem.status()).header("Cache-Control", "no-store").removeHeader("ETag");
    ctx.header("Content-Security-Policy", PAGE_POLICY).removeHeader("Content-Disposition");
    if (problem.status() == 503) {
      ctx.header("Retry-After", "2");
    }
    if (problem.status() == 429 && ctx.res().getHeader("Retry-After") == null) {
      ctx.header("Retry-After", "900"); // who guesses passwords
    }
    if (problem.status() == 401) {
      ctx.header("WWW-Authenticate", "Bearer realm=\"vanban\"");
    }
    if (problem.status() == 405) {
      ctx.header("Allow", String.join(", ", problem.allowed()));
    }
    if (wantsPage(ctx)) {
      ErrorPage page =
          ErrorView.of(problem, LanguageRoute.of(ctx), title -> renderer.frame(ctx, title, ""));
      ctx.contentType("text/html; charset=utf-8").result(renderer.render("error.jte", page));
    } else {
      ctx.contentType("application/problem+json").result(encoded(details(ctx, problem)));
    }
  }

  /** Browsers name text/html; programs mostly do not. */
  private static boolean wantsPage(Context ctx) {
    return Optional.ofNullable(ctx.header("Accept")).orElse("").contains("text/html");
  }

  private ObjectNode details(Context ctx, Problem problem) {
    ObjectNode body = mapper.createObjectNode();
    body.put("type", "urn:vanban:problem:" + problem.code());
    body.put("title", problem.title());
    body.put("status", problem.status());
    body.put("detail", problem.detail());
    body.put("instance", ctx.path());
    RequestLog.id(ctx).ifPresent(id -> body.put("requestId", id));
    problem.parameter().ifPresent(name -> body.put("parameter", name));
    problem.position().ifPresent(position -> body.put("position", position));
    if (!problem.allowed().isEmpty()) {
      problem.allowed().forEach(body.putArray("allowed")::add);
    }
    if (!problem.stored().isEmpty()) {
      problem.stored().forEach(body.putArray("stored")::add);
    }
    return body;
  }

  private byte[] encoded(ObjectNode body) {
    try {
      return mapper.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }

  private static String opaque(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }

  private static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Percent-encodes one segment of an address or one value of a query. */
  static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
