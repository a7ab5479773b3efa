package vn.vanban.cli;

import picocli.CommandLine.Option;
import vn.vanban.extract.Extractor;
import vn.vanban.extract.IsolatedExtractor;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;

/** The option that says where files are parsed. */
final class Isolation {
  @Option(
      names = "--in-process",
      description = {
        "Đọc tệp ngay trong tiến trình này, không qua tiến trình con: chỉ cho tệp tin cậy.",
        "Parse in this process instead of in child processes: for trusted files only."
      })
  private boolean inProcess;

  /** In this process, for benchmarks over trusted files. */
  static Isolation none() {
    Isolation none = new Isolation();
    none.inProcess = true;
    return none;
  }

  /** What reads files, to be closed by the caller. */
  Extractor extractor() {
    return inProcess ? new TikaExtractor(Limits.DEFAULT) : isolated();
  }

  /** Reads files in as many child processes as there are processors. */
  static IsolatedExtractor isolated() {
    return new IsolatedExtractor(Limits.DEFAULT, Runtime.getRuntime().availableProcessors());
  }
}
