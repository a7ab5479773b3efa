package vn.vanban.extract;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads what parsing needs from this process's class path, and nothing of the other rooms: to a
 * parser in a child there is no registry, no database, no index and no server.
 */
final class ParsingClassLoader extends URLClassLoader {
  private static final String OURS = "vn.vanban.";
  private static final String ROOM = "vn.vanban.extract.";

  /** The libraries of the other rooms. */
  private static final List<String> REFUSED =
      List.of(
          "org.sqlite.",
          "org.jdbi.",
          "org.flywaydb.",
          "com.zaxxer.hikari.", // POI needs com.zaxxer.sparsebits
          "org.postgresql.",
          "org.apache.lucene.",
          "io.javalin.",
          "org.eclipse.jetty.",
          "gg.jte.",
          "picocli.");

  ParsingClassLoader() {
    super("parsing", classPath(), ClassLoader.getPlatformClassLoader());
  }

  private static URL[] classPath() {
    List<URL> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      try {
        entries.add(Path.of(entry).toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalStateException(entry, e);
      }
    }
    return entries.toArray(URL[]::new);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean refused =
        name.startsWith(OURS)
            ? !name.startsWith(ROOM)
            : REFUSED.stream().anyMatch(name::startsWith);
    if (refused) {
      throw new ClassNotFoundException(name + " is not for parsing");
    }
    return super.loadClass(name, resolve);
  }
}
