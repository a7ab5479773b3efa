package vn.vanban.http;

/** A page for people that asks to sign in first. */
final class SignInException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String back;

  SignInException(String back) {
    super("sign in first", null, false, false);
    this.back = back;
  }

  /** Where to come back to. */
  String back() {
    return back;
  }
}
