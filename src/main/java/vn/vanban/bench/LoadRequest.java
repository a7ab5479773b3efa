package vn.vanban.bench;

/**
 * One request of a load.
 *
 * @param kind of what sort
 * @param path with its query, encoded
 */
public record LoadRequest(Kind kind, String path) {

  /** Sorts of requests, with their share of the mix in hundredths. */
  public enum Kind {
    WORDS("two words", 30),
    QUESTION("question, 12 words", 20),
    NUMBER("number", 15),
    SUGGESTION("suggestions", 15),
    FACETS("two words, facets", 5),
    RESULTS_PAGE("results page", 10),
    DOCUMENT_PAGE("document page", 5);

    private final String shown;
    private final int hundredths;

    Kind(String shown, int hundredths) {
      this.shown = shown;
      this.hundredths = hundredths;
    }

    String shown() {
      return shown;
    }

    int hundredths() {
      return hundredths;
    }
  }
}
