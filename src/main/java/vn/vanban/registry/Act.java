package vn.vanban.registry;

/**
 * Who does something to the registry, and why.
 *
 * @param actor a name as the office knows it; not blank
 * @param reason in the actor's words; may be empty where the act speaks for itself
 */
public record Act(String actor, String reason) {
  public Act {
    if (actor.isBlank()) {
      throw new IllegalArgumentException("an act has an actor");
    }
  }

  /** An act of whoever runs this process, without a reason. */
  public static Act ofThisProcess() {
    String user = System.getProperty("user.name", "");
    return new Act(user.isBlank() ? "vanban" : user, "");
  }
}
