package vn.vanban.http.pages;

import java.util.List;

/**
 * Bodies to choose from.
 *
 * @param frame around it
 * @param typed the name looked for, or empty
 * @param nearest those whose names come near it
 * @param held those with the most documents
 * @param central the list of central bodies that exist
 * @param former central bodies that ended
 */
public record BodiesPage(
    Frame frame,
    String typed,
    List<BodyPage.Link> nearest,
    List<BodyPage.Link> held,
    List<BodyPage.Link> central,
    List<BodyPage.Link> former) {
  public BodiesPage {
    nearest = List.copyOf(nearest);
    held = List.copyOf(held);
    central = List.copyOf(central);
    former = List.copyOf(former);
  }
}
