package vn.vanban.registry;

/** A data folder is held by another process; the message says which. */
public final class FolderHeldException extends RegistryException {
  private static final long serialVersionUID = 1L;

  FolderHeldException(String message) {
    super(message);
  }
}
