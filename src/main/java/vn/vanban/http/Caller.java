package vn.vanban.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanban.registry.Act;
import vn.vanban.registry.Scope;

/**
 * Who asks, as far as it is proven.
 *
 * @param kind by what
 * @param name of the token or person; empty for others
 * @param scopes what they may do
 * @param formKey what their forms carry; empty for who is not signed in
 */
record Caller(Kind kind, String name, Set<Scope> scopes, String formKey) {
  static final Caller GUEST = new Caller(Kind.GUEST, "", Set.of(), "");

  /** Who runs this server, or reads its data folder. */
  static final Caller OWNER = new Caller(Kind.OWNER, "", Scope.implied(List.of(Scope.ADMIN)), "");

  /** By what somebody is known. */
  enum Kind {
    GUEST,
    OWNER,
    TOKEN,
    PERSON
  }

  boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  /**
   * An act of theirs. The owner may name who did it; nobody else can act as another.
   *
   * @throws Problem 403 if they try to
   */
  Act act(Optional<String> actor, Optional<String> reason) {
    Optional<String> named = actor.filter(text -> !text.isBlank());
    if (kind == Kind.OWNER) {
      return new Act(named.orElse("api"), reason.orElse(""));
    }
    if (named.isPresent() && !named.get().equals(name)) {
      throw Problem.forbidden("Không thể ghi thay người khác: mã này mang tên “" + name + "”.");
    }
    return new Act(name, reason.orElse(""));
  }
}
