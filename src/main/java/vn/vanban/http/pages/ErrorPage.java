package vn.vanban.http.pages;

/**
 * A request that cannot be answered as asked.
 *
 * @param frame around it
 * @param status HTTP status
 * @param title in short
 * @param explanation what that means, where the detail is of another language; else empty
 * @param detail what is wrong and what would be right, in Vietnamese
 */
public record ErrorPage(Frame frame, int status, String title, String explanation, String detail) {}
