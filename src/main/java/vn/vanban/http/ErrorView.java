package vn.vanban.http;

import java.util.function.Function;
import vn.vanban.http.pages.ErrorPage;
import vn.vanban.http.pages.Frame;
import vn.vanban.http.pages.Language;

/** Makes the page of a problem. Details are Vietnamese; in English stands before what they mean. */
final class ErrorView {
  private record English(String title, String explanation) {}

  private ErrorView() {}

  static ErrorPage of(Problem problem, Language language, Function<String, Frame> frame) {
    if (language == Language.VIETNAMESE) {
      return new ErrorPage(
          frame.apply(problem.title()), problem.status(), problem.title(), "", problem.detail());
    }
    English english = english(problem);
    return new ErrorPage(
        frame.apply(english.title()),
        problem.status(),
        english.title(),
        english.explanation(),
        problem.detail());
  }

  private static English english(Problem problem) {
    String parameter = problem.parameter().orElse("");
    String allowed =
        problem.allowed().isEmpty()
            ? ""
            : " Allowed: " + String.join(", ", problem.allowed()) + ".";
    return switch (problem.code()) {
      case "unknown-parameter" ->
          new English(
              "Unknown parameter",
              "This address has no parameter “%s”.%s".formatted(parameter, allowed));
      case "bad-parameter" ->
          new English(
              "Invalid parameter",
              "The value of the parameter “%s” cannot be used.%s".formatted(parameter, allowed));
      case "query-too-complex" ->
          new English(
              "The query is too complex",
              "It joins more phrases, fields and groups of words than are searched at once.");
      case "bad-request" -> new English("Invalid request", "The address is not well formed.");
      case "not-found" ->
          new English("Not found", "There is no such page or document here." + allowed);
      case "gone" -> new English("Removed", "This document was removed from the registry.");
      case "expired" -> new English("Expired", "These results are no longer kept; search again.");
      case "unauthorized" -> new English("Not authorized", "This needs a sign-in or a token.");
      case "forbidden" -> new English("Forbidden", "You may not do this.");
      case "too-large" -> new English("Too large", "What was sent is larger than is taken.");
      case "unprocessable" -> new English("Cannot be done", "This cannot be done as asked.");
      case "conflict" ->
          new English("No longer fits", "The document has changed since you looked at it.");
      case "method-not-allowed" ->
          new English("Method not allowed", "This address does not take that method." + allowed);
      case "busy" ->
          new English(
              "The server is busy", "Too many requests at once; try again in some seconds.");
      case "index-rebuilding" ->
          new English(
              "The index is being rebuilt",
              "Nothing can be searched until that is done; documents can be read.");
      case "reading-unavailable" ->
          new English(
              "Files cannot be read now", "This machine is at fault, not the file; send it again.");
      default ->
          problem.status() >= 500
              ? new English("Server error", "The server could not answer; please try again later.")
              : new English("Invalid request", "The server does not take this request." + allowed);
    };
  }
}
