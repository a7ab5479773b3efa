package vn.vanban.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vanban.http.StrangerSettings;

/** {@code vanban demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = "Đăng ký tài liệu mẫu rồi mở trang tra cứu.",
    description = "Register the sample documents into index-data/demo and serve them.",
    footer = {
      "",
      "Ví dụ / Examples:",
      "  vanban demo",
      "  vanban demo --port 8080",
      "  vanban search 'binh dang gioi' --data index-data/demo"
    })
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServeCommand.Address address = new ServeCommand.Address();
  @Mixin private ServiceSettings service = new ServiceSettings();

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      defaultValue = DataFolder.HOME + "/sample-docs",
      description = "Thư mục tài liệu mẫu (mặc định ${DEFAULT-VALUE}). / Folder of samples.")
  private Path samples = Path.of("sample-docs");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = DataFolder.HOME + "/index-data/demo",
      description = "Thư mục dữ liệu (mặc định ${DEFAULT-VALUE}). / Data folder.")
  private Path folder = Path.of("index-data/demo");

  @Override
  public Integer call() throws InterruptedException {
    address.check(spec);
    service.check(spec);
    service.log();
    if (!Files.isDirectory(samples)) {
      throw new CommandFailedException(
          "Không thấy thư mục tài liệu mẫu %s. Hãy chỉ ra bằng --samples."
              .formatted(samples.normalize()));
    }
    PrintWriter out = spec.commandLine().getOut();
    DataFolder data = new DataFolder();
    data.use(folder);
    try (DataFolder.Opened opened = data.open()) {
      PrintWriter err = spec.commandLine().getErr();
      IngestCommand.print(
          out, IngestCommand.ingest(opened, List.of(samples.normalize()), new Isolation(), err));
      opened.index();
      return ServeCommand.serve(
          opened, address, service.options(StrangerSettings.DEFAULT), service.inbox(), out);
    }
  }
}
