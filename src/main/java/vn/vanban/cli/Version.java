package vn.vanban.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version written into the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
            .orElse("(chưa đóng gói)");
    return new String[] {"vanban " + version};
  }
}
