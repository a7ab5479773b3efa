package vn.vanban.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import vn.vanban.search.IndexChange;

/**
 * PostgreSQL's full text search on the same rows: a generated tsvector of the configuration {@code
 * simple} with a GIN index, all words required, the ten of the highest ts_rank. The table is
 * dropped at the end.
 */
final class PostgresBaseline implements Contender {
  private static final String TABLE = "vanban_bench_search";

  private static final String CREATE =
      """
      CREATE TABLE %s (
        document text NOT NULL,
        title text NOT NULL,
        heading text NOT NULL,
        body text NOT NULL,
        words tsvector GENERATED ALWAYS AS (
          to_tsvector('simple', title || ' ' || heading || ' ' || body)) STORED)
      """
          .formatted(TABLE);

  private static final String COPY =
      "COPY " + TABLE + " (document, title, heading, body) FROM STDIN";

  private static final String INDEX =
      "CREATE INDEX %s_words ON %s USING gin (words)".formatted(TABLE, TABLE);

  private static final String FIND =
      """
      SELECT document, body FROM %s, websearch_to_tsquery('simple', ?) asked
      WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC LIMIT %d
      """
          .formatted(TABLE, VanbanContender.HITS);

  private static final String SIZE =
      "SELECT pg_table_size('%s'), pg_indexes_size('%s')".formatted(TABLE, TABLE);

  /** Ranking every row that has two common words takes seconds each. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String url;
  private final Connection connection;

  private PostgresBaseline(String url, Connection connection) {
    this.url = url;
    this.connection = connection;
  }

  /**
   * Makes the table.
   *
   * @param url {@code jdbc:postgresql://host/database?user=…}
   * @throws DatabaseFailedException if it cannot be reached, or has such a table already
   */
  static PostgresBaseline open(String url) {
    Connection connection = connected(url);
    PostgresBaseline baseline = new PostgresBaseline(url, connection);
    try {
      baseline.run(CREATE);
      return baseline;
    } catch (DatabaseFailedException e) {
      try {
        connection.close();
      } catch (SQLException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  private static Connection connected(String url) {
    try {
      return DriverManager.getConnection(url);
    } catch (SQLException e) {
      throw new DatabaseFailedException("Không nối được với " + withoutSecrets(url), e);
    }
  }

  private static String withoutSecrets(String url) {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  private void run(String statement) {
    try (Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static DatabaseFailedException failed(SQLException e) {
    return new DatabaseFailedException("PostgreSQL không làm được", e);
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }

  @Override
  public boolean holdsCorpus() {
    return false;
  }

  @Override
  public void clear() {
    run("TRUNCATE " + TABLE);
  }

  @Override
  public void add(List<IndexChange.Put> documents) {
    try {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
      for (IndexChange.Put put : documents) {
        for (ProvisionRow row : ProvisionRow.of(put)) {
          String line =
              String.join(
                  "\t",
                  escaped(row.document()),
                  escaped(row.title()),
                  escaped(row.heading()),
                  escaped(row.body()));
          byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
          copy.writeToCopy(bytes, 0, bytes.length);
        }
      }
      copy.endCopy();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** For COPY's text format; PostgreSQL has no room for U+0000 at all. */
  private static String escaped(String value) {
    return value
        .replace("\0", "")
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  @Override
  public void finish() {
    run(INDEX);
    run("ANALYZE " + TABLE);
  }

  /** Of the rows with their tsvectors, and of the index upon them. */
  IndexSize size() {
    try (Statement asked = connection.createStatement();
        ResultSet sizes = asked.executeQuery(SIZE)) {
      sizes.next();
      return new IndexSize(
          1,
          Map.of(
              IndexSize.Part.STORED, sizes.getLong(1), IndexSize.Part.POSTINGS, sizes.getLong(2)));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public Client client() {
    Connection own = connected(url);
    try {
      return new Asking(own, own.prepareStatement(FIND));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private record Asking(Connection connection, PreparedStatement find) implements Client {
    @Override
    public boolean finds(BenchQuery query) {
      try {
        find.setString(1, query.text());
        boolean found = false;
        try (ResultSet hits = find.executeQuery()) {
          while (hits.next()) {
            found |= query.document().equals(hits.getString(1)) && !hits.getString(2).isEmpty();
          }
        }
        return found;
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    @Override
    public void close() throws IOException {
      try (connection) {
        find.close();
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }

  @Override
  public void close() {
    try (connection) {
      run("DROP TABLE " + TABLE);
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
