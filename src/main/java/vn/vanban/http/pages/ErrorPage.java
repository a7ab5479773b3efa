package vn.vanban.http.pages;

/**
 * A request that cannot be answered as asked.
 *
 * @param frame around it
 * @param status HTTP status
 * @param title in short
 * @param detail what is wrong and what would be right
 */
public record ErrorPage(Frame frame, int status, String title, String detail) {}
