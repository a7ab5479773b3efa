package vn.vanban.lucene;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Abbreviations within names of bodies, whatever their case and marks. */
final class BodyWords {
  /** Nghị định 30/2020/NĐ-CP, Phụ lục III, and practice. */
  private static final Map<String, String> FULL =
      Map.of(
          "ubnd", "uy ban nhan dan",
          "hdnd", "hoi dong nhan dan",
          "tp", "thanh pho",
          "tand", "toa an nhan dan",
          "vksnd", "vien kiem sat nhan dan",
          "hcm", "ho chi minh",
          "tphcm", "thanh pho ho chi minh");

  private BodyWords() {}

  /** {@code ubnd tinh gia lai} as {@code uy ban nhan dan tinh gia lai}. */
  static String writtenOut(String name) {
    return Arrays.stream(Blocks.key(name).split("[ .]+", -1))
        .map(word -> FULL.getOrDefault(word, word))
        .collect(Collectors.joining(" "));
  }
}
