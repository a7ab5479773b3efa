package vn.vanban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareTikaTest {
  @Test
  void countsWhatItReadAndWhatItCouldNot(@TempDir Path folder) throws Exception {
    Path text = Files.writeString(folder.resolve("a.txt"), "Kế hoạch trồng cây");
    Path broken = Files.writeString(folder.resolve("b.pdf"), "%PDF-1.7 hỏng");
    BareTika.Count count = new BareTika().extractAll(List.of(text, broken), 2);
    assertThat(count.files()).isEqualTo(1);
    assertThat(count.failures()).isEqualTo(1);
    assertThat(count.characters()).isGreaterThanOrEqualTo(18);
  }
}
