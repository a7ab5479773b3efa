package vn.vanban.http.pages;

import java.util.List;

/**
 * What programs can ask.
 *
 * @param frame around it
 * @param about paragraphs that hold for all of it
 * @param groups of addresses
 */
public record ApiPage(Frame frame, List<String> about, List<Group> groups) {
  public ApiPage {
    about = List.copyOf(about);
    groups = List.copyOf(groups);
  }

  /** Addresses for one purpose. */
  public record Group(String name, List<Operation> operations) {
    public Group {
      operations = List.copyOf(operations);
    }
  }

  /**
   * A method of an address.
   *
   * @param id its name in the description
   * @param method {@code GET}
   * @param path with its parameters in braces
   * @param summary what it does
   * @param secured whether it needs the secret
   * @param parameters in its path and query
   * @param example a command to try; empty where there is none
   */
  public record Operation(
      String id,
      String method,
      String path,
      String summary,
      boolean secured,
      List<Parameter> parameters,
      String example) {
    public Operation {
      parameters = List.copyOf(parameters);
    }

    /** Whether the example asks in Vietnamese. */
    public boolean asksInVietnamese() {
      return !example.matches("\\p{ASCII}*");
    }
  }

  /**
   * A parameter.
   *
   * @param name as written in addresses
   * @param required whether it must be given
   * @param values what it takes
   * @param description what it means
   */
  public record Parameter(String name, boolean required, String values, String description) {}
}
