package vn.vanban.http.pages;

/**
 * A place in a text with what stands around it.
 *
 * @param before text before it
 * @param marked the place
 * @param after text after it
 * @param url where it is shown in the whole text
 */
public record Snippet(String before, String marked, String after, String url) {}
