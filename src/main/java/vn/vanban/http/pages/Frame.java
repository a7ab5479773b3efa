package vn.vanban.http.pages;

/**
 * What surrounds every page.
 *
 * @param title of the page
 * @param query what stands in the search box
 * @param stylesheet address of the style sheet
 * @param icon address of the icon
 * @param script address of the script that suggests while one types
 */
public record Frame(String title, String query, String stylesheet, String icon, String script) {}
