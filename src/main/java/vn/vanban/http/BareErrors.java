package vn.vanban.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Requests so malformed that they reach no route: problem details without any inner detail. */
final class BareErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = Math.max(400, response.getStatus());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(body(status)), callback);
    return true;
  }

  static byte[] body(int status) {
    return "{\"type\":\"urn:vanban:problem:http-%1$d\",\"title\":\"%2$s\",\"status\":%1$d}"
        .formatted(status, status >= 500 ? "Lỗi máy chủ" : "Yêu cầu không hợp lệ")
        .getBytes(StandardCharsets.UTF_8);
  }
}
