package vn.vanban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that is full and folders that cannot be written, as the system itself refuses them: it is
 * told in both languages, nothing is half done, and the same files are taken afterwards.
 */
class FaultyDiskTest {
  private static final String ADDED = "added 1, ";

  @TempDir Path folder;
  private SmallDisk disk;
  private Path data;

  @BeforeEach
  void registerOne() throws IOException, InterruptedException {
    disk = SmallDisk.at(folder.resolve("dia"), 8);
    data = disk.root().resolve("so");
    Path first = Files.writeString(folder.resolve("1.txt"), Letters.plan("1", "Trồng cây"));
    assertThat(ingest(first).out()).contains(ADDED);
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    disk.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFullDiskTakesNothingAndLosesNothing(boolean large) throws IOException {
    Path next = next(large);
    disk.fill();
    CommandLineRun refused = ingest(next);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.complaint()).contains(data.toString(), "dung lượng", "space");
    assertThat(refused.out()).doesNotContain(ADDED);
    disk.empty();
    assertSoundWith(1);
    assertTaken(next);
    assertSoundWith(2);
  }

  @ParameterizedTest
  @CsvSource({".,false", ".,true", "originals,true", "originals/incoming,true"})
  void aReadOnlyFolderIsNamedAndTakesNothing(String part, boolean large)
      throws IOException, InterruptedException {
    Path next = next(large);
    Path frozen = data.resolve(part).normalize();
    disk.freeze(frozen);
    CommandLineRun refused = ingest(next);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.complaint()).contains(data.toString(), "chỉ cho đọc", "Read-only folder");
    disk.thaw(frozen);
    assertSoundWith(1);
    assertTaken(next);
    assertSoundWith(2);
  }

  @Test
  void anIndexThatCannotBeWrittenHoldsNothingBack() throws IOException, InterruptedException {
    Path next = next(true);
    Path frozen = data.resolve("index");
    disk.freeze(frozen);
    CommandLineRun refused = ingest(next);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.complaint()).contains(frozen.toString(), "chỉ cho đọc", "Read-only folder");
    disk.thaw(frozen);
    assertThat(ingest(next).exit()).isZero();
    assertSoundWith(2);
    assertThat(CommandLineRun.of("search", "phòng cháy", "--data", data).out())
        .contains("2/KH-UBND");
  }

  private Path next(boolean large) throws IOException {
    String text = Letters.plan("2", "Phòng cháy, chữa cháy");
    return Files.writeString(
        folder.resolve("2.txt"),
        large ? text + "Mỗi thôn một đội chữa cháy có đủ vòi và thang. ".repeat(2000) : text);
  }

  private CommandLineRun ingest(Path file) {
    return CommandLineRun.of("ingest", file, "--data", data);
  }

  private void assertTaken(Path file) {
    CommandLineRun taken = ingest(file);
    assertThat(taken.out()).as("%s", taken.err()).contains(ADDED);
  }

  private void assertSoundWith(int documents) {
    CommandLineRun verified = CommandLineRun.of("verify", "--data", data);
    assertThat(verified.out())
        .doesNotContain("LỖI")
        .contains("Đã kiểm tra %d văn bản".formatted(documents));
    assertThat(verified.exit()).isZero();
  }
}
