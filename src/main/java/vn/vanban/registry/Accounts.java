package vn.vanban.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who may write, in the database of the registry: what one process changes, others see with their
 * next request. It knows secrets only by hashes that others make. In backups, without sessions, but
 * not in exports. Every method throws {@link RegistryException} when disk or database fail.
 */
public final class Accounts {
  /** Letters of any script, for names stand in the history as people write them. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

  private static final Duration TOKEN_USE = Duration.ofHours(1);
  private static final Duration SESSION_USE = Duration.ofMinutes(1);

  /** What the registry does for its accounts. */
  interface Transactions {
    <T> T read(Function<Handle, T> work);

    <T> T write(Function<Handle, T> work);
  }

  /**
   * A program's right to write.
   *
   * @param id given once
   * @param name under which it acts
   * @param scopes as given
   * @param made when
   * @param used when last, within the hour
   * @param expires the first moment at which it is no longer valid
   */
  public record Token(
      String id,
      String name,
      List<Scope> scopes,
      Instant made,
      Optional<Instant> used,
      Optional<Instant> expires) {
    public Token {
      scopes = List.copyOf(scopes);
    }

    /** Whether it is over. */
    public boolean isExpired(Instant now) {
      return expires.isPresent() && !now.isBefore(expires.get());
    }
  }

  /**
   * A person who signs in.
   *
   * @param name under which they act
   * @param password its hash with the hash's parameters
   * @param scopes as given
   * @param made when
   * @param disabled whether they may not sign in
   */
  public record Account(
      String name, String password, List<Scope> scopes, Instant made, boolean disabled) {
    public Account {
      scopes = List.copyOf(scopes);
    }

    /** Without the hash, so that it gets into no log. */
    @Override
    public String toString() {
      return name + " " + scopes + (disabled ? " disabled" : "");
    }
  }

  /**
   * A person who is signed in.
   *
   * @param account who
   * @param made when they signed in
   * @param used when they asked last, within the minute
   */
  public record Session(Account account, Instant made, Instant used) {}

  private final Transactions transactions;

  Accounts(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A name in the form in which it is kept.
   *
   * @throws IllegalArgumentException in Vietnamese, if it can be none
   */
  public static String name(String typed) {
    String name = composed(typed);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Tên gồm 1 đến 64 chữ cái, chữ số, dấu cách, chấm, gạch; không thể là “%s”."
              .formatted(name.replaceAll("\\p{Cntrl}", " ")));
    }
    return name;
  }

  /** A name as typed, letters and marks as one; it may be none that can be kept. */
  public static String composed(String typed) {
    return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
  }

  /**
   * Keeps a token.
   *
   * @param hash of its secret
   * @return its id
   * @throws IllegalArgumentException in Vietnamese, if a token or person has that name
   */
  public String addToken(
      String name, String hash, List<Scope> scopes, Instant made, Optional<Instant> expires) {
    String kept = name(name);
    String id = Database.newName().substring(0, 8);
    transactions.write(handle -> {
      refuseTaken(handle, kept);
      return handle.execute(
          "INSERT INTO token (id, name, hash, scopes, made, expires) VALUES (?, ?, ?, ?, ?, ?)",
          id,
          kept,
          hash,
          Scope.written(scopes),
          made.toString(),
          expires.map(Instant::toString).orElse(null));
    });
    return id;
  }

  /** All tokens, by name. */
  public List<Token> tokens() {
    return transactions.read(handle ->
        handle
            .createQuery("SELECT * FROM token ORDER BY name")
            .map((row, context) -> token(row))
            .list());
  }

  /** The token whose secret has this hash, expired or not. */
  public Optional<Token> tokenOf(String hash) {
    return transactions.read(handle ->
        handle
            .createQuery("SELECT * FROM token WHERE hash = :hash")
            .bind("hash", hash)
            .map((row, context) -> token(row))
            .findOne());
  }

  /** Notes that a token was used, unless that is known for this hour. */
  public void tokenUsed(Token token, Instant now) {
    if (isDue(token.used(), now, TOKEN_USE)) {
      transactions.write(handle ->
          handle.execute("UPDATE token SET used = ? WHERE id = ?", now.toString(), token.id()));
    }
  }

  /** Ends a token; whether there was one. */
  public boolean removeToken(String nameOrId) {
    String kept = composed(nameOrId);
    return transactions.write(
            handle -> handle.execute("DELETE FROM token WHERE name = ? OR id = ?", kept, kept))
        > 0;
  }

  /**
   * Keeps a person.
   *
   * @throws IllegalArgumentException in Vietnamese, if a token or person has that name
   */
  public void add(String name, String password, List<Scope> scopes, Instant made) {
    String kept = name(name);
    transactions.write(handle -> {
      refuseTaken(handle, kept);
      return handle.execute(
          "INSERT INTO account (name, password, scopes, made) VALUES (?, ?, ?, ?)",
          kept,
          password,
          Scope.written(scopes),
          made.toString());
    });
  }

  /** All people, by name. */
  public List<Account> accounts() {
    return transactions.read(handle ->
        handle
            .createQuery("SELECT * FROM account ORDER BY name")
            .map((row, context) -> account(row))
            .list());
  }

  /** The person of that name. */
  public Optional<Account> account(String name) {
    return transactions.read(handle ->
        handle
            .createQuery("SELECT * FROM account WHERE name = :name")
            .bind("name", composed(name))
            .map((row, context) -> account(row))
            .findOne());
  }

  /** Gives a person another password, and ends their sessions; whether there is such a person. */
  public boolean password(String name, String password) {
    return ending(name, "UPDATE account SET password = :value WHERE name = :name", password);
  }

  /**
   * Lets a person sign in, or no longer and ends their sessions; whether there is such a person.
   */
  public boolean disable(String name, boolean disabled) {
    return ending(
        name, "UPDATE account SET disabled = :value WHERE name = :name", disabled ? "1" : "0");
  }

  /** Takes a person away; their name stays in the history. Whether there was such a person. */
  public boolean remove(String name) {
    return ending(name, "DELETE FROM account WHERE name = :name AND :value = ''", "");
  }

  private boolean ending(String name, String change, String value) {
    String kept = composed(name);
    return transactions.write(handle -> {
      handle.execute("DELETE FROM session WHERE account = ?", kept);
      return handle.createUpdate(change).bind("name", kept).bind("value", value).execute() > 0;
    });
  }

  /**
   * Keeps a session of a person whose password is still the one that was checked, and clears away
   * those that are over.
   *
   * @param hash of its secret
   * @param over sessions that began before are over
   * @return whether it is kept
   */
  public boolean addSession(String hash, Account account, Instant made, Instant over) {
    return transactions.write(handle -> {
      handle.execute("DELETE FROM session WHERE made < ?", over.toString());
      return handle.execute(
              """
              INSERT INTO session (hash, account, made, used) SELECT ?, name, ?, ? FROM account
              WHERE name = ? AND password = ? AND disabled = 0
              """,
              hash,
              made.toString(),
              made.toString(),
              account.name(),
              account.password())
          > 0;
    });
  }

  /** The session whose secret has this hash, over or not. */
  public Optional<Session> session(String hash) {
    return transactions.read(handle ->
        handle
            .createQuery(
                """
                SELECT a.*, s.made AS began, s.used FROM session s
                JOIN account a ON a.name = s.account WHERE s.hash = :hash
                """)
            .bind("hash", hash)
            .map((row, context) ->
                new Session(
                    account(row),
                    Instant.parse(row.getString("began")),
                    Instant.parse(row.getString("used"))))
            .findOne());
  }

  /** Notes that a session was used, unless that is known for this minute. */
  public void sessionUsed(String hash, Session session, Instant now) {
    if (isDue(Optional.of(session.used()), now, SESSION_USE)) {
      transactions.write(handle ->
          handle.execute("UPDATE session SET used = ? WHERE hash = ?", now.toString(), hash));
    }
  }

  /** Ends a session. */
  public void removeSession(String hash) {
    transactions.write(handle -> handle.execute("DELETE FROM session WHERE hash = ?", hash));
  }

  private static boolean isDue(Optional<Instant> used, Instant now, Duration grain) {
    return used.isEmpty() || used.get().plus(grain).isBefore(now);
  }

  /** One name, one actor: the history must not confuse a program with a person. */
  private static void refuseTaken(Handle handle, String name) {
    int taken =
        handle
            .createQuery(
                """
                SELECT (SELECT count(*) FROM token WHERE name = :name)
                  + (SELECT count(*) FROM account WHERE name = :name)
                """)
            .bind("name", name)
            .mapTo(Integer.class)
            .one();
    if (taken > 0) {
      throw new IllegalArgumentException("Đã có người dùng hoặc mã mang tên “" + name + "”.");
    }
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getString("id"),
        row.getString("name"),
        Scope.read(row.getString("scopes")),
        Instant.parse(row.getString("made")),
        time(row.getString("used")),
        time(row.getString("expires")));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"),
        row.getString("password"),
        Scope.read(row.getString("scopes")),
        Instant.parse(row.getString("made")),
        row.getInt("disabled") != 0);
  }

  private static Optional<Instant> time(@Nullable String text) {
    return Optional.ofNullable(text).map(Instant::parse);
  }
}
