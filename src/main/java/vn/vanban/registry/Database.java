package vn.vanban.registry;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import vn.vanban.law.VietnamTime;

/**
 * The SQLite database of a registry: one connection that writes, a few that read. In WAL mode
 * readers neither wait nor make the writer wait, in this process or in others.
 */
final class Database implements AutoCloseable {
  /** The version that the last migration leaves; {@code PRAGMA user_version}. */
  static final int SCHEMA_VERSION = 8;

  private static final DateTimeFormatter BACKUP_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(VietnamTime.ZONE);

  private static final int NAME_BYTES = 12;
  private static final int READERS = 8;
  private static final int BUSY_MILLIS = 10_000;

  private final HikariDataSource readers;
  private final Jdbi reading;
  private final Optional<Connection> writer;
  private final Optional<Jdbi> writing;

  private Database(HikariDataSource readers, Optional<Connection> writer) {
    this.readers = readers;
    this.reading = Jdbi.create(readers);
    this.writer = writer;
    this.writing = writer.map(Jdbi::create);
  }

  /** Asks a database in memory, so that what the libraries load at first is loaded. */
  static void prepare() {
    Jdbi.create("jdbc:sqlite::memory:")
        .useHandle(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
  }

  /** Opens for writing; makes the file and brings its schema up to date as needed. */
  static Database open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = source("jdbc:sqlite:" + file, config);
    Connection writer = source.getConnection();
    try {
      int version = version(writer);
      refuseNewer(version);
      if (version > 0 && version < SCHEMA_VERSION) {
        copyBefore(writer, file, version);
      }
      if (version < SCHEMA_VERSION) {
        Migrations.apply(source);
      }
      execute(writer, "PRAGMA secure_delete = ON"); // what is erased leaves no bytes in free pages
      nameRegistry(writer);
      return new Database(pool(file, false), Optional.of(writer));
    } catch (SQLException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** Opens for reading, also while another process writes. */
  static Database openReadOnly(Path file) throws SQLException, IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    // Readers of a WAL database share memory through a file beside it. Where that cannot be made,
    // nobody writes either, and the file can be read as it is, unless a log waits to be replayed.
    boolean still = !Files.isWritable(folder) && (!Files.exists(log) || Files.size(log) == 0);
    HikariDataSource readers = pool(file, still);
    try (Connection connection = readers.getConnection()) {
      int version = version(connection);
      refuseNewer(version);
      if (version < SCHEMA_VERSION) {
        throw new RegistryException(
            "Sổ đăng ký "
                + file
                + " thuộc phiên bản cũ hơn. Hãy chạy một lệnh ghi (ingest hoặc serve) để nâng cấp.");
      }
      return new Database(readers, Optional.empty());
    } catch (SQLException | RuntimeException e) {
      readers.close();
      throw e;
    }
  }

  Jdbi reading() {
    return reading;
  }

  /** The only connection that writes; to be used by one thread at a time. */
  Jdbi writing() {
    return writing.orElseThrow();
  }

  /**
   * Empties the log of changes that SQLite keeps beside the database, where erased content would
   * live on.
   */
  void emptyLog() throws SQLException {
    execute(writer.orElseThrow(), "PRAGMA wal_checkpoint(TRUNCATE)");
  }

  @Override
  public void close() throws SQLException {
    readers.close();
    if (writer.isPresent()) {
      writer.get().close();
    }
  }

  private static HikariDataSource pool(Path file, boolean still) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    String url = "jdbc:sqlite:" + (still ? "file:" + file + "?immutable=1" : file.toString());
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source(url, config));
    pool.setReadOnly(true);
    pool.setMaximumPoolSize(READERS);
    pool.setMinimumIdle(1);
    pool.setPoolName("registry-readers");
    return new HikariDataSource(pool);
  }

  private static SQLiteDataSource source(String url, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  /**
   * Keeps the database as it was before its schema is changed: {@code backups/registry-v1-….db}
   * beside it. Originals are never changed by a migration.
   */
  private static void copyBefore(Connection connection, Path file, int version)
      throws SQLException {
    Path backups = file.resolveSibling("backups");
    try {
      Files.createDirectories(backups);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path copy =
        backups.resolve("registry-v%d-%s.db".formatted(version, BACKUP_TIME.format(Instant.now())));
    try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, copy.toString());
      statement.execute();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("PRAGMA user_version")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static void refuseNewer(int version) {
    if (version > SCHEMA_VERSION) {
      throw new RegistryException(
          "Sổ đăng ký có lược đồ phiên bản "
              + version
              + ", mới hơn phiên bản "
              + SCHEMA_VERSION
              + " mà chương trình này hiểu. Hãy dùng phiên bản chương trình mới hơn.");
    }
  }

  /** A name that no other registry or epoch has. */
  static String newName() {
    byte[] name = new byte[NAME_BYTES];
    new SecureRandom().nextBytes(name);
    return HexFormat.of().formatHex(name);
  }

  private static void nameRegistry(Connection connection) throws SQLException {
    for (String name : new String[] {"registry_id", "epoch"}) {
      setIfAbsent(connection, name, newName());
    }
    setIfAbsent(connection, "created", Instant.now().toString());
  }

  private static void setIfAbsent(Connection connection, String name, String value)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")) {
      insert.setString(1, name);
      insert.setString(2, value);
      insert.executeUpdate();
    }
  }
}
