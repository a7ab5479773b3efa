package vn.vanban.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanban.registry.Accounts;
import vn.vanban.registry.RegistryException;
import vn.vanban.registry.Scope;

/**
 * Decides who may do what: the owner by the secret of this server and from this machine, programs
 * by tokens, people by sessions. Each request is held against the database, so that what is revoked
 * ends at once.
 */
final class Access {
  /** What a form carries beside its own fields. */
  static final String FORM_KEY = "ma-phien";

  private static final Logger LOG = LoggerFactory.getLogger(Access.class);
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([!-~]+)");
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String CALLER = "vanban.caller";

  /** What stays open where reading is not. */
  private static final Pattern OPEN =
      Pattern.compile("/health|/ready|/tinh/[^/]+|/ngon-ngu/[^/]+|/dang-nhap");

  private final Accounts accounts;
  private final Writing writing;
  private final Lane lane;

  Access(Accounts accounts, Writing writing, Lane lane) {
    this.accounts = accounts;
    this.writing = writing;
    this.lane = lane;
  }

  /** Before every request: finds out who asks, and whether they may read at all. */
  void recognize(Context ctx) {
    String path = ctx.path();
    if (path.equals("/health") || path.startsWith("/tinh/")) {
      return;
    }
    Caller caller = caller(ctx);
    ctx.attribute(CALLER, caller);
    if (caller.kind() != Caller.Kind.GUEST) {
      ctx.header("Cache-Control", "private, no-cache");
    }
    if (writing.reading() == Writing.Reading.TOKEN && !OPEN.matcher(path).matches()) {
      require(ctx, Scope.READ);
    }
  }

  /** Who asks, as far as it was found out. */
  static Caller of(Context ctx) {
    return Optional.<Caller>ofNullable(ctx.attribute(CALLER)).orElse(Caller.GUEST);
  }

  /** Whether people can sign in here. */
  static boolean isGuarded(Context ctx) {
    return ctx.attribute(CALLER) != null;
  }

  /** Whether documents that are withheld from guests are shown: to who corrects them. */
  static boolean seesWithheld(Context ctx) {
    return of(ctx).may(Scope.CORRECT);
  }

  /**
   * Lets pass who may do this. Changes by who is signed in must carry the form key in the header
   * {@code X-CSRF-Token}.
   *
   * @throws Problem 401 or 403
   */
  Caller require(Context ctx, Scope scope) {
    Caller caller = allowed(ctx, scope);
    if (caller.kind() == Caller.Kind.PERSON && !SAFE.contains(ctx.method().toString())) {
      refuseForged(ctx, caller, Optional.ofNullable(ctx.header("X-CSRF-Token")).orElse(""));
    }
    return caller;
  }

  /** A form of a page, sent by who is signed in and may do this. */
  Parameters form(Context ctx, Scope scope, String... known) {
    Caller caller = allowed(ctx, scope);
    List<String> names = new ArrayList<>(List.of(known));
    names.add(FORM_KEY);
    Parameters form = Parameters.ofForm(ctx, names);
    refuseForged(ctx, caller, form.raw(FORM_KEY));
    return form;
  }

  /**
   * Lets pass the owner alone.
   *
   * @throws Problem 401 or 403
   */
  Caller requireOwner(Context ctx) {
    Caller caller = of(ctx);
    if (caller.kind() == Caller.Kind.GUEST) {
      throw Problem.unauthorized();
    }
    if (caller.kind() != Caller.Kind.OWNER) {
      throw Problem.forbidden("Việc này chỉ dành cho người giữ thư mục dữ liệu.");
    }
    return caller;
  }

  private Caller allowed(Context ctx, Scope scope) {
    Caller caller = of(ctx);
    if (caller.kind() == Caller.Kind.GUEST) {
      if (asksForPage(ctx)) {
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        throw new SignInException(ctx.path() + query);
      }
      throw Problem.unauthorized();
    }
    if (!caller.may(scope)) {
      throw Problem.lacking(scope.jsonName());
    }
    return caller;
  }

  private static boolean asksForPage(Context ctx) {
    return SAFE.contains(ctx.method().toString())
        && !ctx.path().startsWith("/api/")
        && Optional.ofNullable(ctx.header("Accept")).orElse("").contains("text/html");
  }

  /** Leads to the sign-in, and from there back. */
  static void toSignIn(SignInException needed, Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.redirect("/dang-nhap?ve=" + Responses.encoded(needed.back()), HttpStatus.SEE_OTHER);
  }

  /**
   * Refuses what another site makes a browser send. Browsers say by {@code Sec-Fetch-Site} or
   * {@code Origin} whose page asks (OWASP Cross-Site Request Forgery Prevention Cheat Sheet).
   */
  static void refuseForeign(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    String origin = ctx.header("Origin");
    boolean own =
        site != null
            ? site.equals("same-origin") || site.equals("none")
            : origin == null || isOwn(origin.replaceFirst("^https?://", ""), ctx);
    if (!own) {
      throw Problem.forbidden("Yêu cầu này đến từ một trang khác.");
    }
  }

  /** A proxy may ask in another name than guests do. */
  private static boolean isOwn(String authority, Context ctx) {
    return authority.equalsIgnoreCase(ctx.header("Host"))
        || authority.equalsIgnoreCase(PublicAddress.of(ctx).authority());
  }

  private static void refuseForged(Context ctx, Caller caller, String formKey) {
    refuseForeign(ctx);
    if (caller.kind() != Caller.Kind.PERSON || !same(caller.formKey(), formKey)) {
      throw Problem.forbidden(
          "Biểu mẫu này không thuộc phiên đăng nhập hiện tại. Hãy mở lại trang rồi gửi lần nữa.");
    }
  }

  private Caller caller(Context ctx) {
    Matcher bearer = BEARER.matcher(Optional.ofNullable(ctx.header("Authorization")).orElse(""));
    if (bearer.matches()) {
      String given = Objects.requireNonNull(bearer.group(1));
      if (same(writing.secret(), given)) {
        refuseRemote(ctx);
        return Caller.OWNER;
      }
      return given.startsWith(Secrets.TOKEN_PREFIX) ? token(given) : Caller.GUEST;
    }
    return SessionCookie.read(ctx).flatMap(this::person).orElse(Caller.GUEST);
  }

  private Caller token(String given) {
    Instant now = Instant.now();
    Accounts.Token token =
        lane.call(() -> accounts.tokenOf(Secrets.hash(given)))
            .filter(found -> !found.isExpired(now))
            .orElseThrow(Problem::invalidToken);
    note(() -> accounts.tokenUsed(token, now));
    return new Caller(Caller.Kind.TOKEN, token.name(), Scope.implied(token.scopes()), "");
  }

  private Optional<Caller> person(String secret) {
    Instant now = Instant.now();
    String hash = Secrets.hash(secret);
    Optional<Accounts.Session> found =
        lane.call(() -> accounts.session(hash))
            .filter(session ->
                !session.account().disabled()
                    && now.isBefore(session.made().plus(SessionRoutes.LONGEST))
                    && now.isBefore(session.used().plus(SessionRoutes.IDLE)));
    found.ifPresent(session -> note(() -> accounts.sessionUsed(hash, session, now)));
    return found.map(session ->
        new Caller(
            Caller.Kind.PERSON,
            session.account().name(),
            Scope.implied(session.account().scopes()),
            Secrets.formKey(secret)));
  }

  /** A full disk keeps nobody from reading. */
  private void note(Runnable use) {
    try {
      lane.call(() -> {
        use.run();
        return true;
      });
    } catch (RegistryException e) {
      LOG.warn("the time of use is not written", e);
    }
  }

  private static void refuseRemote(Context ctx) {
    if (!Peers.local(ctx)) { // a proxy on this machine asks for others
      throw Problem.forbidden("Chỉ nhận mã bí mật của máy chủ từ chính máy này.");
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
