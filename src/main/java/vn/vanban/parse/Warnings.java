package vn.vanban.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vanban.law.Span;
import vn.vanban.law.Warning;

/** Collects the doubts of one parse. */
final class Warnings {
  private final List<Warning> all = new ArrayList<>();

  void add(String field, String message) {
    all.add(new Warning(field, message, Optional.empty()));
  }

  void add(String field, String message, Span span) {
    all.add(new Warning(field, message, Optional.of(span)));
  }

  List<Warning> list() {
    return List.copyOf(all);
  }
}
