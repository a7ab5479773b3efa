package vn.vanban.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.vanban.law.Citation;

/**
 * What the short names of a text stand for: after {@code Luật Đất đai số 31/2024/QH15 (sau đây gọi
 * là Luật Đất đai)} the name means the number.
 */
final class ShortNames {
  private static final int MAX_DEFINITION = 40;
  private static final int MAX_SENTENCE = 1_000;

  private final Words words;
  private final List<Citation> citations;

  ShortNames(Words words, List<Citation> citations) {
    this.words = words;
    this.citations = citations;
  }

  /** The citations with what their short names stand for in place of them. */
  List<Citation> resolved() {
    Map<String, Citation.Target> meant = new HashMap<>();
    List<Citation> resolved = new ArrayList<>(citations.size());
    for (int i = 0; i < citations.size(); i++) {
      Citation citation = citations.get(i);
      if (citation.target() instanceof Citation.ByName(String name, var year) && year.isEmpty()) {
        String key = name.toLowerCase(Locale.ROOT);
        if (isDefinition(citation.evidence().span().start())) {
          full(i, key).ifPresent(target -> meant.put(key, target));
        }
        Citation.Target target = meant.getOrDefault(key, citation.target());
        citation =
            new Citation(target, citation.provision(), citation.until(), citation.evidence());
      }
      resolved.add(citation);
    }
    return resolved;
  }

  private boolean isDefinition(int at) {
    String before = words.folded().substring(Math.max(0, at - MAX_DEFINITION), at);
    int defined = before.lastIndexOf("sau đây");
    return defined >= 0 && (before.contains("gọi") || before.contains("viết"));
  }

  /** The document of the same type that its sentence names first. */
  private Optional<Citation.Target> full(int at, String name) {
    int start = citations.get(at).evidence().span().start();
    String type = name.substring(0, Math.max(1, name.indexOf(' ')));
    Optional<Citation.Target> first = Optional.empty();
    for (int i = at - 1; i >= 0; i--) {
      var span = citations.get(i).evidence().span();
      String between = words.folded().substring(span.end(), start);
      if (between.length() > MAX_SENTENCE || between.indexOf('\n') >= 0 || between.contains(". ")) {
        break;
      }
      boolean self = citations.get(i).target() instanceof Citation.Self;
      if (!self && words.folded().startsWith(type, span.start())) {
        first = Optional.of(citations.get(i).target());
      }
    }
    return first;
  }
}
