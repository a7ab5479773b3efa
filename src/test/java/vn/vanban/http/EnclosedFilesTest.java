package vn.vanban.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanban.extract.Limits;
import vn.vanban.extract.TikaExtractor;
import vn.vanban.registry.Act;
import vn.vanban.registry.Edits;
import vn.vanban.registry.Kinship;
import vn.vanban.registry.RegisteredDocument;
import vn.vanban.registry.Registry;

/** Archives, mail and portfolios become their documents, which tell of each other. */
class EnclosedFilesTest {
  private static final Act ACT = new Act("Trần Thị Mai", "thử");
  private final ObjectMapper mapper = new ObjectMapper();

  private static byte[] decision(int number, String about) {
    return """
    ỦY BAN NHÂN DÂN
    TỈNH GIA LAI

    Số: %d/QĐ-UBND

    Gia Lai, ngày 05 tháng 3 năm 2020

    QUYẾT ĐỊNH
    Về việc %s

    Điều 1. Phê duyệt kế hoạch %s.
    Điều 2. Quyết định có hiệu lực kể từ ngày ký.
    """
        .formatted(number, about, about)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mail(Map<String, byte[]> attachments) {
    StringBuilder mail =
        new StringBuilder(
            """
            From: van-thu@example.vn
            To: phong@example.vn
            Subject: =?UTF-8?B?R+G7rWkgdsSDbiBi4bqjbg==?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="ranh"

            --ranh
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            Kính gửi các đồng chí, xin gửi kèm những quyết định đã ký trong tuần.

            """);
    attachments.forEach((name, bytes) ->
        mail.append("--ranh\nContent-Type: application/octet-stream; name=\"")
            .append(name)
            .append(
                "\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"")
            .append(name)
            .append("\"\n\n")
            .append(Base64.getMimeEncoder().encodeToString(bytes))
            .append("\n\n"));
    return mail.append("--ranh--\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
      }
    }
    return out.toByteArray();
  }

  private static byte[] portfolio(Map<String, byte[]> members) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(member.getKey());
        file.setEmbeddedFile(
            new PDEmbeddedFile(pdf, new java.io.ByteArrayInputStream(member.getValue())));
        files.put(member.getKey(), file);
      }
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(files);
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      pdf.getDocumentCatalog().setNames(names);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }

  private JsonNode send(WritingServer server, String name, byte[] bytes) throws Exception {
    return json(
        HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/documents?name=" + name))
            .header("Authorization", "Bearer " + WritingServer.SECRET)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build());
  }

  private JsonNode json(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return mapper.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
    }
  }

  private static int status(WritingServer server, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(server.base() + path)).build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  private JsonNode document(WritingServer server, String id) throws Exception {
    return json(
        HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/documents/" + id)).build());
  }

  private static List<String> documents(JsonNode files) {
    return StreamSupport.stream(files.spliterator(), false)
        .map(file -> file.path("document").asText())
        .toList();
  }

  private static List<String> ids(JsonNode documents) {
    return documents.findValuesAsText("id");
  }

  private static List<String> ids(List<RegisteredDocument> documents) {
    return documents.stream().map(RegisteredDocument::id).toList();
  }

  private static WritingServer server(Path folder) {
    return new WritingServer(
        folder,
        new TikaExtractor(Limits.DEFAULT),
        Limits.DEFAULT,
        (directory, arguments, out, err) -> 0);
  }

  @Test
  void aMailItsAttachmentsAndWhatTheyHoldTellOfEachOther(@TempDir Path folder) throws Exception {
    byte[] known = decision(11, "phòng cháy");
    byte[] secret =
        new String(decision(14, "phòng thủ"), StandardCharsets.UTF_8)
            .replaceFirst("\n", "\nMẬT\n")
            .getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> inner = new LinkedHashMap<>();
    inner.put("c.txt", decision(13, "trồng rừng"));
    inner.put("mat.txt", secret);
    Map<String, byte[]> attachments = new LinkedHashMap<>();
    attachments.put("a.txt", known);
    attachments.put("b.txt", decision(12, "bình đẳng giới"));
    attachments.put("goi.zip", zip(inner));
    byte[] mail = mail(attachments);
    try (WritingServer server = server(folder)) {
      String a = send(server, "a.txt", known).path("files").path(0).path("document").asText();
      JsonNode files = send(server, "thu.eml", mail).path("files");
      List<String> all = documents(files);
      assertThat(all).hasSize(5).contains(a);
      String letter = all.getFirst();
      String b = all.get(2);
      String c = all.get(3);
      String withheld = all.get(4);

      assertThat(ids(document(server, letter).path("encloses"))).containsExactly(a, b, c);
      JsonNode member = document(server, c);
      assertThat(ids(member.path("enclosedIn"))).containsExactly(letter);
      assertThat(ids(member.path("besides"))).containsExactly(a, b);
      Kinship kin = server.registry().kinship(letter);
      assertThat(ids(kin.encloses())).containsExactly(a, b, c, withheld);

      // Whoever may not see a part may not have it by way of the whole.
      assertThat(status(server, "/api/v1/documents/" + letter + "/original")).isEqualTo(404);
      assertThat(status(server, "/api/v1/documents/" + a + "/original")).isEqualTo(200);
      assertThat(document(server, c).at("/copies/0/source").asText()).isEqualTo("c.txt");

      // What is erased must not live on in the mail.
      Edits edits = server.registry().by(ACT);
      assertThatThrownBy(() -> edits.erase(b)).hasMessageContaining(letter);
      edits.erase(letter);
      edits.erase(b);
      assertThat(ids(document(server, c).path("enclosedIn"))).isEmpty();
      send(server, "thu.eml", mail);
      assertThat(ids(server.registry().kinship(c).enclosedIn())).isEmpty();
    }
    try (Registry registry = Registry.open(folder.resolve("so"))) {
      assertThat(registry.verify()).isEmpty();
    }
  }

  @Test
  void whatIsNestedIsToldOnce(@TempDir Path folder) throws Exception {
    byte[] inner = mail(Map.of("c.txt", decision(13, "trồng rừng")));
    byte[] outer = mail(Map.of("trong.eml", inner));
    try (WritingServer server = server(folder)) {
      List<String> all = documents(send(server, "thu.eml", outer).path("files"));
      assertThat(all).hasSize(3);
      JsonNode letter = document(server, all.get(0));
      assertThat(ids(letter.path("encloses"))).containsExactly(all.get(1), all.get(2));
      assertThat(ids(letter.path("besides"))).isEmpty();
      JsonNode deepest = document(server, all.get(2));
      assertThat(ids(deepest.path("enclosedIn"))).containsExactly(all.get(0), all.get(1));
      assertThat(ids(deepest.path("besides"))).isEmpty();
    }
  }

  @Test
  void whatIsWithheldDoesNotCrowdOutWhatIsNot(@TempDir Path folder) throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      members.put(
          "mat-%02d.txt".formatted(i),
          ("MẬT\n" + new String(decision(100 + i, "phòng thủ " + i), StandardCharsets.UTF_8))
              .getBytes(StandardCharsets.UTF_8));
    }
    members.put("x.txt", decision(11, "phòng cháy"));
    members.put("y.txt", decision(12, "bình đẳng giới"));
    try (WritingServer server = server(folder)) {
      List<String> all = documents(send(server, "goi.zip", zip(members)).path("files"));
      assertThat(ids(document(server, all.get(60)).path("besides"))).containsExactly(all.get(61));
    }
  }

  @Test
  void theMembersOfAnArchiveAreBesidesEachOtherAlsoWhenItComesAgain(@TempDir Path folder)
      throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("a.txt", decision(11, "phòng cháy"));
    members.put("b.txt", decision(12, "bình đẳng giới"));
    try (WritingServer server = server(folder)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        send(server, member.getKey(), member.getValue());
      }
      List<String> found = documents(send(server, "goi.zip", zip(members)).path("files"));
      assertThat(ids(document(server, found.get(0)).path("besides"))).containsExactly(found.get(1));
      assertThat(ids(document(server, found.get(1)).path("enclosedIn"))).isEmpty();
    }
  }

  @Test
  void theDocumentsOfAPortfolioAreBesidesEachOther(@TempDir Path folder) throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("a.txt", decision(11, "phòng cháy"));
    members.put("b.txt", decision(12, "bình đẳng giới"));
    try (WritingServer server = server(folder)) {
      List<String> found = documents(send(server, "ho-so.pdf", portfolio(members)).path("files"));
      assertThat(found).hasSize(2);
      assertThat(ids(document(server, found.get(1)).path("besides"))).containsExactly(found.get(0));
    }
  }
}
