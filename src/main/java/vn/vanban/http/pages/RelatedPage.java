package vn.vanban.http.pages;

import java.util.List;
import java.util.Optional;

/**
 * Documents that have to do with one.
 *
 * @param frame around it
 * @param heading how they have to do with it
 * @param name what the document is called
 * @param url of its page
 * @param nothing what is said where there are none
 * @param hits of this page
 * @param page from 1
 * @param previous address of the page before
 * @param next address of the page after
 */
public record RelatedPage(
    Frame frame,
    String heading,
    String name,
    String url,
    String nothing,
    List<HitEntry> hits,
    int page,
    Optional<String> previous,
    Optional<String> next) {
  public RelatedPage {
    hits = List.copyOf(hits);
  }
}
