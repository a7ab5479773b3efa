package vn.vanban.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vanban.http.pages.SignInPage;
import vn.vanban.registry.Accounts;

/** Signing in and out. */
final class SessionRoutes {
  /** NIST SP 800-63B, AAL2: twelve hours, or thirty minutes without a request. */
  static final Duration LONGEST = Duration.ofHours(12);

  static final Duration IDLE = Duration.ofMinutes(30);

  private final Accounts accounts;
  private final Peers peers;
  private final Lane records;
  private final Lane hashing;
  private final PageRenderer renderer;
  private final Attempts byName = new Attempts(10);
  private final Attempts byClient = new Attempts(30);

  SessionRoutes(Accounts accounts, Peers peers, Lane records, Lane hashing, PageRenderer renderer) {
    this.accounts = accounts;
    this.peers = peers;
    this.records = records;
    this.hashing = hashing;
    this.renderer = renderer;
  }

  void page(Context ctx) {
    String back = LanguageRoute.ownPath(Parameters.of(ctx, "ve").text("ve").orElse("/"));
    show(ctx, 200, back, "", false);
  }

  void signIn(Context ctx) {
    Parameters.of(ctx);
    Access.refuseForeign(ctx);
    Parameters form = Parameters.ofForm(ctx, List.of("ten", "mat-khau", "ve"));
    String back = LanguageRoute.ownPath(form.raw("ve"));
    String name = Accounts.composed(form.text("ten").orElse(""));
    Instant now = Instant.now();
    if (!byClient.take(peers.client(ctx), now) || !byName.take(name, now)) {
      throw Problem.tooManyAttempts();
    }
    Optional<Accounts.Account> account = records.call(() -> accounts.account(name));
    String password = form.raw("mat-khau");
    boolean right =
        hashing.call(() ->
            account
                .map(known -> Passwords.matches(password, known.password()))
                .orElseGet(() -> Passwords.matchesNobody(password)));
    String secret = Secrets.random();
    boolean signedIn =
        right
            && records.call(() ->
                accounts.addSession(
                    Secrets.hash(secret), account.orElseThrow(), now, now.minus(LONGEST)));
    if (!signedIn) {
      show(ctx, 422, back, name, true);
      return;
    }
    byName.forget(name);
    end(ctx);
    SessionCookie.set(ctx, secret);
    ctx.header("Cache-Control", "no-store").redirect(back, HttpStatus.SEE_OTHER);
  }

  void signOut(Context ctx) {
    Parameters.of(ctx);
    Access.refuseForeign(ctx);
    Parameters.ofForm(ctx, List.of(Access.FORM_KEY));
    end(ctx);
    SessionCookie.clear(ctx);
    ctx.header("Cache-Control", "no-store").redirect("/", HttpStatus.SEE_OTHER);
  }

  private void end(Context ctx) {
    SessionCookie.read(ctx)
        .ifPresent(secret ->
            records.call(() -> {
              accounts.removeSession(Secrets.hash(secret));
              return true;
            }));
  }

  private void show(Context ctx, int status, String back, String name, boolean failed) {
    String title = LanguageRoute.of(ctx).say("Đăng nhập", "Sign in");
    SignInPage page = new SignInPage(renderer.frame(ctx, title, ""), back, name, failed);
    renderer.send(ctx, status, "signin.jte", page);
  }
}
