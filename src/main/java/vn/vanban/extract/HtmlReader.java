package vn.vanban.extract;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads the article of a web page, or all of a page that is nothing but a document. */
final class HtmlReader {
  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)");
  private static final int PROLOGUE = 8192;

  void read(byte[] bytes, TextSink sink) {
    Document page = Jsoup.parse(new String(bytes, charset(bytes)));
    new HtmlArticle(page).read(sink);
  }

  /** Valid UTF-8 and byte order marks outweigh what the page declares. */
  private static Charset charset(byte[] bytes) {
    Charset found = PlainTextReader.charset(bytes);
    if (!found.name().startsWith("windows")) {
      return found;
    }
    String start =
        new String(bytes, 0, Math.min(bytes.length, PROLOGUE), StandardCharsets.ISO_8859_1);
    Matcher declared = CHARSET.matcher(start);
    if (declared.find()) {
      try {
        Charset charset = Charset.forName(declared.group(1));
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.ISO_8859_1)
            ? found
            : charset;
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        return found;
      }
    }
    return found;
  }
}
