package vn.vanban.registry;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the schema, as SQL files beside this class. They are named here one by one:
 * Flyway's search of the class path fails in jars that have no entries for folders.
 */
final class Migrations implements ResourceProvider {
  private static final List<String> FILES =
      List.of(
          "V1__documents_copies_changes.sql",
          "V2__history_corrections_references.sql",
          "V3__similar_texts.sql",
          "V4__merged_documents.sql",
          "V5__past_places_of_copies.sql",
          "V6__enclosures.sql",
          "V7__accounts.sql",
          "V8__withheld_by.sql");

  private final List<LoadableResource> resources =
      FILES.stream().<LoadableResource>map(SqlFile::new).toList();

  private Migrations() {}

  /** Brings a database to the last version; one that is there already is left as it is. */
  static void apply(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .locations(new String[0])
        .resourceProvider(new Migrations())
        .cleanDisabled(true)
        .load()
        .migrate();
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return resources.stream().filter(r -> r.getFilename().equals(name)).findFirst().orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return resources.stream()
        .filter(r -> r.getFilename().startsWith(prefix))
        .filter(r -> Arrays.stream(suffixes).anyMatch(r.getFilename()::endsWith))
        .toList();
  }

  private static final class SqlFile extends LoadableResource {
    private final String name;

    SqlFile(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      InputStream in =
          Objects.requireNonNull(Migrations.class.getResourceAsStream("migration/" + name), name);
      return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return "vn/vanban/registry/migration/" + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return getAbsolutePath();
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
