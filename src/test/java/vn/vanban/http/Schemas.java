package vn.vanban.http;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Holds XML against the RELAX NG schemas of this folder. */
final class Schemas {
  private Schemas() {}

  /** What is wrong with a document; empty if nothing is. */
  static String faults(String schema, String xml) {
    StringWriter faults = new StringWriter();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(faults));
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try {
      String at = Objects.requireNonNull(Schemas.class.getResource(schema)).toString();
      if (!driver.loadSchema(new InputSource(at))) {
        throw new AssertionError(schema + ": " + faults);
      }
      boolean valid = driver.validate(new InputSource(new StringReader(xml)));
      return valid ? "" : "invalid: " + faults;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException e) {
      return "not well-formed: " + e.getMessage();
    }
  }
}
