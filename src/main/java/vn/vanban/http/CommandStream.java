package vn.vanban.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * What a command prints, as lines of JSON while it runs: {@code {"out": "…"}}, {@code {"err":
 * "…"}}, and at the end {@code {"exit": 0}}.
 */
final class CommandStream implements AutoCloseable {
  private final OutputStream stream;
  private final ObjectMapper mapper;

  CommandStream(OutputStream stream, ObjectMapper mapper) {
    this.stream = stream;
    this.mapper = mapper;
  }

  /** A writer whose every flush becomes a line. */
  Writer writer(String name) {
    return new Writer() {
      private final StringBuilder text = new StringBuilder();

      @Override
      public synchronized void write(char[] chars, int from, int count) {
        text.append(chars, from, count);
      }

      @Override
      public synchronized void flush() throws IOException {
        if (!text.isEmpty()) {
          String all = text.toString();
          text.setLength(0);
          line(mapper.writeValueAsBytes(JsonNodeFactory.instance.objectNode().put(name, all)));
        }
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  void exit(int code) throws IOException {
    line(mapper.writeValueAsBytes(JsonNodeFactory.instance.objectNode().put("exit", code)));
  }

  private synchronized void line(byte[] json) throws IOException {
    stream.write(json);
    stream.write('\n');
    stream.flush();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
