package vn.vanban.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Arrays;
import java.util.regex.Pattern;
import vn.vanban.http.pages.Language;

/** The switch between Vietnamese and English pages: a cookie that says nothing else. */
final class LanguageRoute {
  private static final String COOKIE = "ngon-ngu";
  private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

  /** A path of ours; {@code //elsewhere} and {@code /\elsewhere} would lead away. */
  private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]{0,2000}");

  private LanguageRoute() {}

  /** What this guest's pages speak: Vietnamese, unless switched. */
  static Language of(Context ctx) {
    String chosen = ctx.cookie(COOKIE);
    return Language.ENGLISH.code().equals(chosen) ? Language.ENGLISH : Language.VIETNAMESE;
  }

  /** The address that switches from a language to the other, and leads back. */
  static String address(Language from, String back) {
    Language to = from == Language.VIETNAMESE ? Language.ENGLISH : Language.VIETNAMESE;
    return "/ngon-ngu/" + to.code() + "?ve=" + Responses.encoded(back);
  }

  /** A path that leads to another page of ours; any other leads home. */
  static String ownPath(String back) {
    return OWN_PATH.matcher(back).matches() ? back : "/";
  }

  /** Remembers the language and leads back. */
  static void choose(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "ve");
    String code = ctx.pathParam("code");
    Language language =
        Arrays.stream(Language.values())
            .filter(candidate -> candidate.code().equals(code))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("Trang chỉ có tiếng Việt (vi) và tiếng Anh (en)."));
    String back = parameters.text("ve").orElse("/");
    Cookie cookie = new Cookie(COOKIE, language.code());
    cookie.setPath("/");
    cookie.setMaxAge(YEAR_SECONDS);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    ctx.cookie(cookie);
    ctx.header("Cache-Control", "no-store");
    ctx.redirect(ownPath(back), HttpStatus.SEE_OTHER);
  }
}
