package vn.vanban;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the room table of the README. */
class ArchitectureTest {
  private static final String ROOT = "vn.vanban.";

  /** A room: which other rooms it may use, and which outside packages. */
  private record Room(Set<String> rooms, List<String> libraries) {}

  private static final List<String> LUCENE = List.of("org.apache.lucene.");
  private static final List<String> ANYWHERE =
      List.of("java.", "javax.", "org.slf4j.", "org.jspecify.");
  private static final Set<String> ALL_BUT_CLI =
      Set.of(
          "viet",
          "law",
          "extract",
          "text",
          "parse",
          "registry",
          "analysis",
          "search",
          "lucene",
          "ingest",
          "http",
          "bench");

  private static final Map<String, Room> ROOMS =
      Map.ofEntries(
          Map.entry("viet", new Room(Set.of(), List.of())),
          Map.entry("law", new Room(Set.of("viet"), List.of())),
          Map.entry(
              "extract",
              new Room(
                  Set.of(),
                  List.of(
                      "org.apache.tika.",
                      "org.apache.pdfbox.",
                      "org.apache.poi.",
                      "org.jsoup.",
                      "org.xml.sax."))),
          Map.entry("text", new Room(Set.of("viet", "extract"), List.of())),
          Map.entry("parse", new Room(Set.of("viet", "law", "extract", "text"), List.of())),
          Map.entry(
              "registry",
              new Room(
                  Set.of("viet", "law"),
                  List.of(
                      "org.sqlite.",
                      "org.jdbi.",
                      "org.flywaydb.",
                      "com.dynatrace.hash4j.",
                      "com.zaxxer.hikari.",
                      "com.fasterxml.jackson."))),
          Map.entry("analysis", new Room(Set.of("viet"), LUCENE)),
          Map.entry("search", new Room(Set.of("viet", "law"), List.of())),
          Map.entry("lucene", new Room(Set.of("viet", "law", "search", "analysis"), LUCENE)),
          Map.entry(
              "ingest",
              new Room(
                  Set.of("viet", "law", "extract", "text", "parse", "registry", "search"),
                  List.of())),
          Map.entry(
              "http",
              new Room(
                  Set.of("viet", "law", "registry", "search", "ingest"),
                  List.of(
                      "io.javalin.",
                      "org.eclipse.jetty.",
                      "com.fasterxml.jackson.",
                      "gg.jte.",
                      "com.password4j.",
                      "io.github.bucket4j.",
                      "com.github.difflib.",
                      "jakarta.servlet.",
                      "io.micrometer."))),
          Map.entry(
              "bench",
              new Room(
                  ALL_BUT_CLI,
                  List.of(
                      "org.apache.lucene.",
                      "org.apache.tika.",
                      "org.postgresql.",
                      "com.sun.management."))),
          Map.entry(
              "cli",
              new Room(ALL_BUT_CLI, List.of("picocli.", "com.fasterxml.jackson.", "me.tongfei."))));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.vanban");

  @Test
  void everyRoomUsesOnlyWhatTheTableAllows() {
    List<String> breaches = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      String name = room(type);
      Room room = ROOMS.get(name);
      if (room == null) {
        breaches.add(type.getName() + " is in no room");
        continue;
      }
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        String targetName = target.getName();
        if (target.isPrimitive()) {
          continue;
        }
        boolean allowed =
            targetName.startsWith(ROOT)
                ? room(target).equals(name) || room.rooms().contains(room(target))
                : Stream.concat(ANYWHERE.stream(), room.libraries().stream())
                    .anyMatch(targetName::startsWith);
        if (!allowed) {
          breaches.add(dependency.getDescription());
        }
      }
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching("vn.vanban.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noStateInStatics() {
    List<String> mutable = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      for (JavaField field : type.getFields()) {
        Set<JavaModifier> modifiers = field.getModifiers();
        if (modifiers.contains(JavaModifier.STATIC)
            && !modifiers.contains(JavaModifier.FINAL)
            && !modifiers.contains(JavaModifier.SYNTHETIC)) {
          mutable.add(field.getFullName());
        }
      }
    }
    assertThat(mutable).isEmpty();
  }

  @Test
  void namesSayWhatThingsAre() {
    Pattern vague = Pattern.compile("(?i).*(utils?|common|helpers?|manager|impl|misc)$|^base.+");
    TreeSet<String> bad = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (!type.getPackageName().equals("vn.vanban.http.pages")
          && (vague.matcher(type.getSimpleName()).matches()
              || vague.matcher(room(type)).matches())) {
        bad.add(type.getName());
      }
    }
    assertThat(bad).isEmpty();
  }

  private static String room(JavaClass type) {
    String rest = type.getPackageName().substring(ROOT.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
