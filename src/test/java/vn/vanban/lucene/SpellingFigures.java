package vn.vanban.lucene;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import vn.vanban.bench.RetrievalEvaluation;
import vn.vanban.bench.RetrievalEvaluation.Row;
import vn.vanban.viet.Folding;
import vn.vanban.viet.Keystrokes;

/**
 * How often another spelling is proposed where nothing is wrong, and how often the right one where
 * something is: {@code SpellingFigures FOLDER [INDEX]}, with corpus.jsonl and queries.dev.jsonl in
 * the folder; an index made by an earlier run is used again.
 */
final class SpellingFigures {
  private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": \"((?:[^\"\\\\]|\\\\.)*+)\"");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long SEED = 20200226;

  private SpellingFigures() {}

  /** Prints the figures. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path index =
        arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("vanban-spelling");
    if (!Files.exists(index.resolve("write.lock"))) {
      List<Row> rows = new ArrayList<>();
      for (String line : Files.readAllLines(data.resolve("corpus.jsonl"))) {
        rows.add(
            new Row(
                field(line, "id"),
                field(line, "title"),
                field(line, "law_id"),
                field(line, "article_id"),
                field(line, "text")));
      }
      try (LuceneEngine engine = LuceneEngine.open(index)) {
        new RetrievalEvaluation(engine).run(rows, List.of(), 1, new StringBuilder());
      }
    }
    List<String> questions = new ArrayList<>();
    for (String line : Files.readAllLines(data.resolve("queries.dev.jsonl"))) {
      questions.add(field(line, "text"));
    }
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      new Run(reader, questions).all();
    }
  }

  private static String field(String line, String name) {
    Matcher fields = FIELD.matcher(line);
    while (fields.find()) {
      if (fields.group(1).equals(name)) {
        return fields.group(2).translateEscapes().replace("\\/", "/");
      }
    }
    throw new IllegalArgumentException(name + " is missing in " + line);
  }

  private record Run(DirectoryReader reader, List<String> questions) {
    void all() throws IOException {
      Random random = new Random(SEED);
      List<String> shorter = questions.stream().map(text -> part(text, random)).toList();
      for (boolean whole : new boolean[] {true, false}) {
        List<String> texts = whole ? questions : shorter;
        System.out.println(whole ? "whole questions" : "three to six words of them");
        ask("as typed", texts, UnaryOperator.identity());
        ask("without marks", texts, Folding::unaccented);
        ask("Telex", texts, Keystrokes::telex);
        ask("VNI", texts, Keystrokes::vni);
        ask("one slip", texts, text -> slip(text, random));
        ask("one slip, without marks", texts, text -> Folding.unaccented(slip(text, random)));
        ask("a tone wrong", texts, text -> mistone(text, random));
        ask("a tenth of the tones wrong", texts, text -> mistones(text, random));
        ask("marks of a word missing", texts, text -> bareWord(text, random));
        ask("a blank missing", texts, text -> joined(text, random));
      }
    }

    private void ask(String what, List<String> texts, UnaryOperator<String> damage)
        throws IOException {
      Schema.Fields fields = Schema.PASSAGE;
      SpellingCheck spelling =
          new SpellingCheck(fields.accented(), fields.bare(), fields.barePairs());
      int asked = 0;
      int damaged = 0;
      int proposed = 0;
      int right = 0;
      List<Long> nanos = new ArrayList<>();
      List<String> shown = new ArrayList<>();
      for (String text : texts) {
        String typed = damage.apply(text);
        boolean bare = !Folding.hasMarks(typed) && Keystrokes.read(typed).isEmpty();
        String meant = Folding.canonical(bare ? Folding.unaccented(text) : text);
        long begun = THREADS.getCurrentThreadCpuTime();
        Optional<String> better = spelling.better(typed, new TermCachingSearcher(reader));
        nanos.add(THREADS.getCurrentThreadCpuTime() - begun);
        asked++;
        damaged += typed.equals(text) || Folding.canonical(typed).equals(meant) ? 0 : 1;
        proposed += better.isPresent() ? 1 : 0;
        boolean same = better.map(Folding::canonical).filter(meant::equals).isPresent();
        right += same ? 1 : 0;
        if (better.isPresent() && !same) {
          shown.add(typed + "\n      → " + better.get());
        }
      }
      nanos.sort(null);
      System.out.printf(
          "  %-26s %4d asked, %4d damaged, %4d proposals, %4d right; p50 %.2f ms, p99 %.2f ms of the processor%n",
          what,
          asked,
          damaged,
          proposed,
          right,
          nanos.get(nanos.size() / 2) / 1e6,
          nanos.get(nanos.size() * 99 / 100) / 1e6);
      shown.stream()
          .limit(Integer.getInteger("show", 0))
          .forEach(s -> System.out.println("    " + s));
    }

    private static String part(String text, Random random) {
      String[] words = text.replaceAll("[^\\p{L}\\p{N} ]", "").strip().split(" +", -1);
      int length = Math.min(words.length, 3 + random.nextInt(4));
      int start = random.nextInt(words.length - length + 1);
      return String.join(" ", List.of(words).subList(start, start + length));
    }

    private static int letter(String text, Random random) {
      for (int i = 0; i < 200; i++) {
        int at = random.nextInt(Math.max(1, text.length() - 1));
        boolean inside =
            Character.isLowerCase(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowerCase(text.charAt(at + 1));
        if (inside) {
          return at;
        }
      }
      return -1;
    }

    /** A letter doubled, left out, changed with the next, or hit beside. */
    private static String slip(String text, Random random) {
      int at = letter(text, random);
      if (at < 0) {
        return text;
      }
      String before = text.substring(0, at);
      String after = text.substring(at + 1);
      char c = text.charAt(at);
      return switch (random.nextInt(4)) {
        case 0 -> before + c + c + after;
        case 1 -> before + after;
        case 2 -> before + after.charAt(0) + c + after.substring(1);
        default -> before + (char) ('a' + random.nextInt(26)) + after;
      };
    }

    private static String mistone(String text, Random random) {
      List<Integer> toned = new ArrayList<>();
      String tones = "\u0300\u0301\u0303\u0309\u0323";
      String parts = Normalizer.normalize(text, Form.NFD);
      for (int i = 0; i < parts.length(); i++) {
        if (tones.indexOf(parts.charAt(i)) >= 0) {
          toned.add(i);
        }
      }
      if (toned.isEmpty()) {
        return text;
      }
      int at = toned.get(random.nextInt(toned.size()));
      char other = tones.charAt((tones.indexOf(parts.charAt(at)) + 1 + random.nextInt(4)) % 5);
      return Normalizer.normalize(
          parts.substring(0, at) + other + parts.substring(at + 1), Form.NFC);
    }

    private static String mistones(String text, Random random) {
      String tones = "\u0300\u0301\u0303\u0309\u0323";
      StringBuilder parts = new StringBuilder(Normalizer.normalize(text, Form.NFD));
      for (int i = 0; i < parts.length(); i++) {
        int tone = tones.indexOf(parts.charAt(i));
        if (tone >= 0 && random.nextInt(10) == 0) {
          parts.setCharAt(i, tones.charAt((tone + 1 + random.nextInt(4)) % 5));
        }
      }
      return Normalizer.normalize(parts, Form.NFC);
    }

    private static String bareWord(String text, Random random) {
      String[] words = text.split(" ", -1);
      int at = random.nextInt(words.length);
      words[at] = Folding.unaccented(words[at]);
      return String.join(" ", words);
    }

    private static String joined(String text, Random random) {
      int at = text.indexOf(' ', random.nextInt(text.length()));
      return at < 0 ? text : text.substring(0, at) + text.substring(at + 1);
    }
  }
}
