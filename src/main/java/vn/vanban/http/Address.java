package vn.vanban.http;

import java.util.ArrayList;
import java.util.List;

/**
 * An address of this server with its parameters, to be changed one at a time.
 *
 * @param path without parameters
 * @param parameters in the order in which they are written
 */
record Address(String path, List<Parameter> parameters) {

  /** One parameter. */
  record Parameter(String name, String value) {}

  Address {
    parameters = List.copyOf(parameters);
  }

  /** With one more parameter. */
  Address with(String name, String value) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.add(new Parameter(name, value));
    return new Address(path, all);
  }

  /** Without a parameter of this value. */
  Address without(String name, String value) {
    List<Parameter> rest = new ArrayList<>(parameters);
    rest.remove(new Parameter(name, value));
    return new Address(path, rest);
  }

  /** Without any parameter of these names. */
  Address without(List<String> names) {
    return new Address(
        path, parameters.stream().filter(parameter -> !names.contains(parameter.name())).toList());
  }

  /** With one parameter of this name. */
  Address changed(String name, String value) {
    return without(List.of(name)).with(name, value);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(path);
    char sign = '?';
    for (Parameter parameter : parameters) {
      text.append(sign)
          .append(Responses.encoded(parameter.name()))
          .append('=')
          .append(Responses.encoded(parameter.value()));
      sign = '&';
    }
    return text.toString();
  }
}
