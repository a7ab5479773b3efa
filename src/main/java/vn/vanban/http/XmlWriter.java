package vn.vanban.http;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML 1.0 in UTF-8, element by element. What XML cannot hold becomes U+FFFD. */
final class XmlWriter {
  private static final int REPLACEMENT = 0xFFFD;

  private final XMLStreamWriter writer;

  /**
   * Begins a document.
   *
   * @param out stays open
   * @param root its outermost element
   * @param namespace of all its elements
   */
  XmlWriter(OutputStream out, String root, String namespace) {
    try {
      writer =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      writer.writeStartElement(root);
      writer.writeDefaultNamespace(namespace);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Begins an element; {@link #end} ends it. */
  XmlWriter begin(String name) {
    try {
      writer.writeStartElement(name);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
    return this;
  }

  XmlWriter end() {
    try {
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
    return this;
  }

  /** An attribute of the element just begun. */
  XmlWriter attribute(String name, String value) {
    try {
      writer.writeAttribute(name, clean(value));
    } catch (XMLStreamException e) {
      throw failed(e);
    }
    return this;
  }

  /** Text within the element just begun. */
  XmlWriter characters(String text) {
    try {
      writer.writeCharacters(clean(text));
    } catch (XMLStreamException e) {
      throw failed(e);
    }
    return this;
  }

  /** An element with nothing but text. */
  XmlWriter text(String name, String text) {
    return begin(name).characters(text).end();
  }

  /** Ends what is open, and hands all to the stream. */
  void close() {
    try {
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Only what XML allows (Extensible Markup Language 1.0, production 2, Char). */
  static String clean(String text) {
    if (text.codePoints().allMatch(XmlWriter::isChar)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(isChar(c) ? c : REPLACEMENT));
    return clean.toString();
  }

  private static boolean isChar(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static IllegalStateException failed(XMLStreamException e) {
    return new IllegalStateException("XML could not be written", e);
  }
}
