package vn.vanban.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Static files; the address of each carries its hash, so that browsers may keep it for ever. */
final class Assets {

  /** One file. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Asset(String mediaType, byte[] bytes) {}

  private final Map<String, Asset> byFile = new LinkedHashMap<>();
  private final String stylesheet;
  private final String icon;
  private final String script;
  private final String readingScript;

  Assets() {
    stylesheet = add("vanban", "css", "text/css; charset=utf-8");
    icon = add("bieu-tuong", "svg", "image/svg+xml");
    script = add("goi-y", "js", "text/javascript; charset=utf-8");
    readingScript = add("doc-van-ban", "js", "text/javascript; charset=utf-8");
  }

  /** The address of the style sheet. */
  String stylesheet() {
    return stylesheet;
  }

  /** The address of the icon. */
  String icon() {
    return icon;
  }

  /** The address of the script that suggests while one types. */
  String script() {
    return script;
  }

  /** The address of the script of a document's page. */
  String readingScript() {
    return readingScript;
  }

  /** The file with this name, hash included. */
  Optional<Asset> find(String file) {
    return Optional.ofNullable(byFile.get(file));
  }

  private String add(String name, String extension, String mediaType) {
    String resource = name + "." + extension;
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: " + resource);
      }
      byte[] bytes = in.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      String file = name + "." + HexFormat.of().formatHex(hash, 0, 6) + "." + extension;
      byFile.put(file, new Asset(mediaType, bytes));
      return "/tinh/" + file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
