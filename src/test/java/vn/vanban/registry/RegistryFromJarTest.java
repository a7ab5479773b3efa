package vn.vanban.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry where it is run: from a jar, and in folders that others own. */
class RegistryFromJarTest {
  @TempDir Path temp;

  @Test
  void migrationsAreFoundWithinAJar() throws Exception {
    Path classes =
        Path.of(Registry.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = temp.resolve("program.jar");
    pack(classes, jar);
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty() && !Path.of(entry).equals(classes))
            .collect(Collectors.joining(File.pathSeparator));
    Path data = temp.resolve("data");
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    jar + File.pathSeparator + classPath,
                    RegisterForever.class.getName(),
                    data.toString(),
                    "0",
                    "1"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).startsWith("0 ");
      assertThatThrownBy(() -> Registry.open(data))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("PID " + child.pid())
          .hasMessageContaining("RegisterForever");
      try (Registry reader = Registry.openReadOnly(data)) {
        assertThat(reader.documentCount()).isPositive();
      }
    } finally {
      child.toHandle().destroyForcibly();
      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aFolderThatCannotBeWrittenSaysSoAndCanStillBeRead() throws Exception {
    Path data = temp.resolve("data");
    String id;
    try (Registry registry = Registry.open(data)) {
      id = registry.register(List.of(Samples.plan("a.txt"))).getFirst().documentId();
    }
    assumeTrue(forbidWriting(data), "this account can write everywhere");
    try {
      assertThatThrownBy(() -> Registry.open(data))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("chỉ cho đọc")
          .hasMessageContaining(data.toString());
      try (Registry reader = Registry.openReadOnly(data)) {
        assertThat(reader.document(id)).isPresent();
        assertThat(reader.verify()).isEmpty();
      }
    } finally {
      allowWriting(data);
    }
  }

  /** By permissions; for root, whom these do not bind, by the attribute of ext4. */
  private static boolean forbidWriting(Path folder) throws Exception {
    if (!folder.toFile().setWritable(false)) {
      return false;
    }
    if (Files.isWritable(folder)) {
      run("chattr", "+i", folder.toString());
    }
    return !Files.isWritable(folder);
  }

  private static void allowWriting(Path folder) throws Exception {
    run("chattr", "-i", folder.toString());
    assertThat(folder.toFile().setWritable(true)).isTrue();
  }

  private static void run(String... command) throws Exception {
    try {
      new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      System.out.println("not on this system: " + command[0]);
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        entries.putNextEntry(new JarEntry(name));
        Files.copy(file, entries);
      }
    }
  }
}
