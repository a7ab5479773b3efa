package vn.vanban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Hands a command over to the server that holds the data folder, and prints what it prints. */
final class HandOver {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final ControlFile control;
  private final ObjectMapper mapper = new ObjectMapper();

  HandOver(ControlFile control) {
    this.control = control;
  }

  /**
   * Runs a command in the server.
   *
   * @param arguments as typed; relative paths are of this process's working directory
   * @return its exit code; empty if no server answers there
   * @throws CommandFailedException if the server refuses, or ends before the command does
   */
  OptionalInt run(List<String> arguments, PrintWriter out, PrintWriter err) {
    ObjectNode body = mapper.createObjectNode();
    body.put("directory", Path.of("").toAbsolutePath().toString());
    arguments.forEach(body.putArray("arguments")::add);
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(control.address() + "/control/commands"))
              .header("Authorization", "Bearer " + control.secret())
              .header("Accept", "application/x-ndjson")
              .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)))
              .build();
      HttpResponse<Stream<String>> answer =
          client.send(request, HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new CommandFailedException(
              "Máy chủ đang giữ thư mục dữ liệu không nhận lệnh này (HTTP %d): %s"
                  .formatted(answer.statusCode(), String.join(" ", lines.toList())));
        }
        return OptionalInt.of(print(lines.iterator(), out, err));
      }
    } catch (ConnectException e) {
      return OptionalInt.empty();
    } catch (IOException e) {
      throw new CommandFailedException(
          "Mất liên lạc với máy chủ đang giữ thư mục dữ liệu trước khi lệnh xong; những gì đã báo là"
              + " xong thì đã được giữ. Hãy chạy lại lệnh.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("Lệnh bị ngắt.", e);
    }
  }

  private int print(Iterator<String> lines, PrintWriter out, PrintWriter err) throws IOException {
    while (lines.hasNext()) {
      JsonNode line = mapper.readTree(lines.next());
      if (line.has("exit")) {
        return line.path("exit").asInt();
      }
      out.print(line.path("out").asText());
      out.flush();
      err.print(line.path("err").asText());
      err.flush();
    }
    throw new IOException("the answer ended before the command");
  }
}
