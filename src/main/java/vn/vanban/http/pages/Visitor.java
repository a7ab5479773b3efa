package vn.vanban.http.pages;

/**
 * Who reads a page.
 *
 * @param name of who is signed in; empty for others
 * @param formKey what their forms carry
 * @param corrects whether they correct documents
 * @param signIn address where strangers sign in; empty where nobody can
 */
public record Visitor(String name, String formKey, boolean corrects, String signIn) {
  /** Somebody of whom nothing is known, where nobody can sign in. */
  public static final Visitor STRANGER = new Visitor("", "", false, "");

  /** Whether this person is signed in. */
  public boolean isSignedIn() {
    return !name.isEmpty();
  }
}
