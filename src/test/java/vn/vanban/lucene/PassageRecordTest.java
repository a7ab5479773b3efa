package vn.vanban.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanban.law.Span;
import vn.vanban.search.Passage;

class PassageRecordTest {
  private static PassageRecord kept(String path, String label, String text) {
    Passage passage = new Passage(2, path, label, new Span(7, 7 + text.length()));
    return PassageRecord.read(PassageRecord.of(passage, text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "chuong-1.dieu-5, Điều 5. Phạm vi, \"Điều 5. Phạm vi\n1. Luật này quy định …\", Phạm vi",
        "dieu-5, Điều 5. Phạm vi, \"Chương II\nĐiều 5. Phạm vi\n1. Luật này\", Phạm vi",
        "chuong-2, Chương II, Chương II, \"\"",
        "\"\", \"\", Quyết định về việc bổ nhiệm, \"\"",
        "dieu-1, Điều 1. , Điều 1. , \"\"",
        "dieu-3, Điều 3. 😀. Hai, Điều 3. 😀. Hai và hết, 😀. Hai",
      })
  void aPassageComesBackAsItWas(String path, String label, String text, String heading) {
    PassageRecord record = kept(path, label, text);
    assertThat(record.path()).isEqualTo(path);
    assertThat(record.label()).isEqualTo(label);
    assertThat(record.body()).isEqualTo(text);
    assertThat(record.copy()).isEqualTo(2);
    assertThat(record.span()).isEqualTo(new Span(7, 7 + text.length()));
    assertThat(PassageRecord.text(record.heading())).isEqualTo(heading);
  }

  @Test
  void aRecordWithinOtherBytesIsRead() {
    Passage passage = new Passage(0, "dieu-1", "Điều 1. Tên", new Span(0, 30));
    BytesRef alone = PassageRecord.of(passage, "Điều 1. Tên gọi của cơ quan này");
    byte[] around = new byte[alone.length + 20];
    System.arraycopy(alone.bytes, alone.offset, around, 9, alone.length);
    PassageRecord record = PassageRecord.read(new BytesRef(around, 9, alone.length));
    assertThat(record.body()).isEqualTo("Điều 1. Tên gọi của cơ quan này");
    assertThat(record.label()).isEqualTo("Điều 1. Tên");
  }
}
