package vn.vanban.http.pages;

import java.util.List;

/**
 * One document found.
 *
 * @param url of its page
 * @param name type and number: {@code Kế hoạch 383/KH-UBND}; empty if unknown
 * @param badge what the file is to the document, if not simply the document; empty otherwise
 * @param statusCode of its effect on the day asked: {@code in_force}
 * @param status its effect as people call it; empty where it is not known
 * @param title what it is about
 * @param issuer who issued it, or empty
 * @param issued when, as people read it, or empty
 * @param passages that match
 * @param reasons why it stands here; empty unless asked for
 */
public record HitEntry(
    String url,
    String name,
    String badge,
    String statusCode,
    String status,
    Marked title,
    String issuer,
    String issued,
    List<Passage> passages,
    List<String> reasons) {
  public HitEntry {
    passages = List.copyOf(passages);
    reasons = List.copyOf(reasons);
  }

  /**
   * A passage that matches.
   *
   * @param url of its place in the document
   * @param provision whether the label is a provision's, in Vietnamese
   * @param label what the link says; empty where it is the same place as the passage before
   * @param name what the link is called where it is read without what stands around it
   * @param snippet of its text
   */
  public record Passage(String url, boolean provision, String label, String name, Marked snippet) {}
}
