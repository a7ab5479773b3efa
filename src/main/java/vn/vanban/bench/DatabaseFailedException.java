package vn.vanban.bench;

import java.sql.SQLException;

/** A database that cannot be reached or refuses something; the message says what, in Vietnamese. */
public final class DatabaseFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DatabaseFailedException(String what, SQLException cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}
