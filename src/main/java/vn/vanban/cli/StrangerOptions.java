package vn.vanban.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import vn.vanban.http.AddressRange;
import vn.vanban.http.StrangerSettings;

/** How {@code serve} behaves toward strangers. */
final class StrangerOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Tệp cấu hình (mặc định vanban.properties trong thư mục dữ liệu, hay VANBAN_CONFIG). / Configuration file.")
  @SuppressWarnings("unused") // Configuration reads it before the command line is parsed
  private @Nullable Path config;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "Địa chỉ công khai, ví dụ https://vanban.example.vn (mặc định: theo yêu cầu). / Public address.")
  private @Nullable String baseUrl;

  @Option(
      names = "--trusted-proxies",
      paramLabel = "CIDR",
      split = ",",
      description =
          "Máy chủ trung gian được tin: loopback hay dải địa chỉ như 10.0.0.0/8 (mặc định: không có). / Proxies whose forwarding headers are believed.")
  private List<String> proxies = new ArrayList<>();

  @Option(
      names = "--rate",
      paramLabel = "TOKENS",
      defaultValue = "600",
      description =
          "Số phiếu mỗi phút cho mỗi máy khách, hay off; một lần tìm tốn 1 (mặc định ${DEFAULT-VALUE}). / Tokens a minute for each client, or off.")
  private String rate = "600";

  @Option(
      names = "--cors",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Cho trang của nơi khác đọc API: on hay off (mặc định ${DEFAULT-VALUE}). / Whether pages of other sites may read the API.")
  private String cors = "on";

  @Option(
      names = "--idle-seconds",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description =
          "Kết nối im lặng lâu hơn thì bị cắt (mặc định ${DEFAULT-VALUE}). / How long a connection may be silent.")
  private int idleSeconds = 30;

  /**
   * The settings.
   *
   * @throws ParameterException that says what is allowed
   */
  StrangerSettings settings(CommandSpec spec) {
    WrongUse.unlessWithin(spec, "--idle-seconds", idleSeconds, 1, 600);
    if (!cors.equals("on") && !cors.equals("off")) {
      throw WrongUse.of(spec, "--cors", cors, "on, off");
    }
    return new StrangerSettings(
        Optional.ofNullable(baseUrl).map(url -> url(spec, url)),
        proxies.stream().flatMap(range -> ranges(spec, range).stream()).toList(),
        tokens(spec),
        cors.equals("on"),
        Duration.ofSeconds(idleSeconds));
  }

  private int tokens(CommandSpec spec) {
    if (rate.equals("off")) {
      return 0;
    }
    if (!rate.matches("[1-9][0-9]{0,6}")) {
      throw WrongUse.of(spec, "--rate", rate, "off, 1–9999999");
    }
    return Integer.parseInt(rate);
  }

  private static URI url(CommandSpec spec, String text) {
    try {
      URI url = new URI(text.replaceFirst("/$", ""));
      if (String.valueOf(url.getScheme()).matches("https?")
          && url.getHost() != null
          && url.getRawPath().isEmpty()
          && url.getRawQuery() == null
          && url.getRawFragment() == null
          && url.getRawUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Told like any other text that is no such address.
    }
    throw WrongUse.of(spec, "--base-url", text, "http(s)://HOST[:PORT]");
  }

  private static List<AddressRange> ranges(CommandSpec spec, String text) {
    try {
      return text.equals("loopback")
          ? List.of(AddressRange.parse("127.0.0.0/8"), AddressRange.parse("::1"))
          : List.of(AddressRange.parse(text.strip()));
    } catch (IllegalArgumentException e) {
      throw WrongUse.of(spec, "--trusted-proxies", text, "loopback, 10.0.0.0/8, 2001:db8::/32, …");
    }
  }
}
