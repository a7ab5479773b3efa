package vn.vanban.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;
import vn.vanban.law.DocumentNumber;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;

/** The parameter that names a document: its number, in any spelling, or its id. */
final class WhichDocument {
  @Parameters(
      index = "0",
      paramLabel = "NUMBER|ID",
      description = "Ví dụ 383/KH-UBND, hoặc mã văn bản. / A number, or an id.")
  private String which = "";

  /** As the command line names it. */
  WhichDocument() {}

  WhichDocument(String typed) {
    which = typed;
  }

  String typed() {
    return which;
  }

  /**
   * Every document that it may mean: the one with this id (or the one that answers for it after a
   * merge), or all that bear this number.
   */
  List<RegisteredDocument> all(Registry registry) {
    Optional<RegisteredDocument> byId =
        registry.document(registry.mergedInto(which.strip()).orElse(which.strip()));
    if (byId.isPresent()) {
      return List.of(byId.get());
    }
    return DocumentNumber.parse(which)
        .map(number -> registry.documentsByNumber(number.key()))
        .orElseGet(() -> registry.documentsByNumber(which.strip()));
  }

  /**
   * {@link #id} of a document that is about to be changed: an id that leads on to another document
   * is refused, for nobody named that one.
   */
  String idToChange(Registry registry) {
    registry
        .mergedInto(which.strip())
        .ifPresent(kept -> {
          throw new CommandFailedException(
              "Văn bản %s đã được gộp vào văn bản %s; hãy nêu mã ấy nếu muốn thay đổi nó. / It was merged into that one: name it if it is meant."
                  .formatted(which.strip(), kept));
        });
    return id(registry);
  }

  /**
   * The id of the one document that it means, also of one that was removed.
   *
   * @throws CommandFailedException if there is none, or several bear the number: which they are
   */
  String id(Registry registry) {
    List<RegisteredDocument> found = all(registry);
    if (found.isEmpty()) {
      if (registry.tombstone(which.strip()).isPresent()) {
        return which.strip();
      }
      List<String> removed =
          DocumentNumber.parse(which)
              .map(number -> registry.removedByNumber(number.key()))
              .orElse(List.of());
      if (removed.size() == 1) {
        return removed.getFirst();
      }
      throw removed.isEmpty()
          ? none()
          : new CommandFailedException(
              "Có %d văn bản mang số này đã được gỡ; hãy nêu mã của một văn bản: %s"
                  .formatted(removed.size(), String.join(", ", removed)));
    }
    if (found.size() > 1) {
      StringBuilder several = new StringBuilder("Có ");
      several.append(found.size()).append(" văn bản mang số này; hãy nêu mã của một văn bản:");
      for (RegisteredDocument document : found) {
        several
            .append(System.lineSeparator())
            .append("  ")
            .append(document.id())
            .append("  ")
            .append(document.document().issuerNames())
            .append(document.document().issued().map(d -> ", " + d.value()).orElse(""));
      }
      throw new CommandFailedException(several.toString());
    }
    return found.getFirst().id();
  }

  /** What is said where there is no such document. */
  CommandFailedException none() {
    return new CommandFailedException(
        "Không có văn bản nào có số hoặc mã \"%s\". Thử: vanban search '%s'"
            .formatted(which, which));
  }
}
