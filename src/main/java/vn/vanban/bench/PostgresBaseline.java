package vn.vanban.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.vanban.law.Provision;
import vn.vanban.search.IndexChange;

/**
 * PostgreSQL's full text search on the same provisions: a {@code tsvector} of the {@code simple}
 * configuration, a GIN index, the ten best by {@code ts_rank}. Its table is dropped at the end.
 */
final class PostgresBaseline implements AutoCloseable {
  private static final String TABLE = "vanban_bench_provisions";
  private static final int BATCH = 1_000;

  private final Connection connection;
  private final PreparedStatement insert;
  private int waiting;

  /**
   * Connects and makes the table.
   *
   * @param url {@code jdbc:postgresql://host/database?user=…}
   * @throws SQLException if that cannot be done
   */
  PostgresBaseline(String url) throws SQLException {
    connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS " + TABLE);
      statement.execute(
          "CREATE TABLE "
              + TABLE
              + " (id bigserial PRIMARY KEY, title text, body text, words tsvector GENERATED ALWAYS"
              + " AS (to_tsvector('simple', title || ' ' || body)) STORED)");
    }
    connection.setAutoCommit(false);
    insert = connection.prepareStatement("INSERT INTO " + TABLE + " (title, body) VALUES (?, ?)");
  }

  void add(IndexChange.Put put) throws SQLException {
    String text = put.texts().getFirst();
    for (Provision provision : put.document().provisions()) {
      insert.setString(1, put.document().title());
      insert.setString(2, text.substring(provision.span().start(), provision.span().end()));
      insert.addBatch();
      if (++waiting == BATCH) {
        insert.executeBatch();
        waiting = 0;
      }
    }
  }

  /** Makes all that was added searchable. */
  void commit() throws SQLException {
    insert.executeBatch();
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE INDEX ON " + TABLE + " USING gin (words)");
      statement.execute("VACUUM ANALYZE " + TABLE);
    }
  }

  /**
   * Asks; returns how many characters were found. The words of a question are alternatives, as they
   * are for the others: all of them together would find nothing.
   */
  int ask(String query) throws SQLException {
    String sql =
        "SELECT body FROM "
            + TABLE
            + ", (SELECT replace(plainto_tsquery('simple', ?)::text, '&', '|')::tsquery AS q) AS asked"
            + " WHERE words @@ q ORDER BY ts_rank(words, q) DESC LIMIT 10";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, query);
      int characters = 0;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          characters += rows.getString(1).length();
        }
      }
      return characters;
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS " + TABLE);
    }
  }
}
