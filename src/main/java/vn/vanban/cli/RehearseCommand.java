package vn.vanban.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vanban.bench.TemporaryFolder;
import vn.vanban.extract.Extractor;
import vn.vanban.http.WebServer;
import vn.vanban.registry.Act;

/**
 * {@code vanban rehearse FILE…}: goes once through what a service does, in a folder that is deleted
 * afterwards, so that Java can note which classes are needed (JEP 514) and the launcher's next
 * start is faster.
 */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    hidden = true,
    header = "Đi qua những việc của một dịch vụ một lần, để lần khởi động sau nhanh hơn.",
    description = "Go once through what a service does, for the launcher's AOT cache.",
    footer = {"", "Ví dụ / Examples:", "  vanban rehearse sample-docs/*.docx"})
final class RehearseCommand implements Callable<Integer> {
  private static final List<String> VISITS =
      List.of(
          "/",
          "/tim-kiem?q=binh+dang+gioi",
          "/tim-kiem?q=",
          "/api/v1/search?q=383%2FKH-UBND&facets=true",
          "/api/v1/search?q=quyet+dinh+ve+viec",
          "/api/v1/suggest?q=383",
          "/health",
          "/ready",
          "/metrics");

  @Parameters(paramLabel = "FILE", description = "Files to register.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataFolder data = new DataFolder();
    try (TemporaryFolder folder = new TemporaryFolder("vanban-rehearsal")) {
      data.use(folder.path());
      try (DataFolder.Opened opened = data.openStill();
          Extractor extractor = Isolation.none().extractor();
          WebServer server = new WebServer(opened.registry(), opened.engine());
          HttpClient client = HttpClient.newHttpClient()) {
        for (Path file : files) {
          ServeCommand.receiver(opened, extractor)
              .receive(file.toString(), Files.readAllBytes(file), Act.ofThisProcess());
        }
        opened.index();
        URI base = URI.create("http://127.0.0.1:" + server.start("127.0.0.1", 0));
        for (String visit : VISITS) {
          visit(client, base.resolve(visit));
        }
        for (var document : opened.registry().documents(0, 3)) {
          visit(client, base.resolve("/van-ban/" + document.id()));
          visit(client, base.resolve("/api/v1/documents/" + document.id()));
        }
      }
    }
    return 0;
  }

  private static void visit(HttpClient client, URI address)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new CommandFailedException(address + " answered " + answer.statusCode());
    }
  }
}
