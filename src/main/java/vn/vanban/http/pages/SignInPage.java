package vn.vanban.http.pages;

/**
 * The page to sign in.
 *
 * @param frame around it
 * @param back where it leads
 * @param name as typed
 * @param failed whether name or password were wrong
 */
public record SignInPage(Frame frame, String back, String name, boolean failed) {}
