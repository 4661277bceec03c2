package org.diestra.platform.data;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertyResolver;

/**
 * The settings that an operator may make, and what each may be. All are optional; one that is
 * malformed stops the start before anything is touched.
 */
final class Settings implements EnvironmentPostProcessor {
  private static final int KEY_BYTES = 32;

  /**
   * @param expected goes on from "must be"
   * @param fine decides about a value that is set
   */
  private record Setting(String name, String expected, Predicate<String> fine) {}

  private static final List<Setting> ALL =
      List.of(
          new Setting("DIESTRA_PORT", "a port, 1–65535", Settings::isPort),
          new Setting(
              "DIESTRA_DATA", "a folder, or a path where one can be made", Settings::isData),
          new Setting(
              "DIESTRA_BASE_URL",
              "an http or https address without a path, such as https://diestra.example",
              text -> isUrl(text, Set.of("http", "https")) && hasNoPath(text)),
          new Setting(
              "DIESTRA_DATABASE_URL",
              "a JDBC address, such as jdbc:postgresql://localhost:5432/diestra",
              text ->
                  text.startsWith("jdbc:")
                      && isUrl(text.substring("jdbc:".length()), Set.of("postgresql"))
                      && !hasNoPath(text.substring("jdbc:".length()))),
          new Setting(
              "DIESTRA_SMTP_URL",
              "smtp://user:password@host:port or smtps://…",
              text -> isUrl(text, Set.of("smtp", "smtps"))),
          new Setting(
              "DIESTRA_MAIL_FROM",
              "an address, such as diestra@example.org",
              text -> text.matches("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+")),
          new Setting(
              "DIESTRA_MAIL_IN",
              "smtp://host:port to take answers to mails at, such as smtp://0.0.0.0:25",
              text -> isUrl(text, Set.of("smtp")) && hasNoPath(text) && hasPort(text)),
          new Setting(
              "DIESTRA_REPLY_DOMAIN",
              "a domain whose mail comes to DIESTRA_MAIL_IN, such as reply.example.org",
              text -> text.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")),
          new Setting(
              "DIESTRA_IMAP_URL",
              "imap://user:password@host:port or imaps://…",
              text -> isUrl(text, Set.of("imap", "imaps"))),
          new Setting(
              "DIESTRA_BLOBS_URL",
              "a bucket, such as s3://KEY:SECRET@s3.eu-west-1.amazonaws.com/bucket?region=eu-west-1",
              text ->
                  text.matches(
                      "s3(\\+http)?://([^\\s/@:]+:[^\\s/@:]+@)?[^\\s/@?#:]+(:\\d{1,5})?"
                          + "/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9._-]+)*/?"
                          + "(\\?region=[a-z0-9-]{1,40})?")),
          new Setting(
              "DIESTRA_RATES_URL",
              "empty, or the address of a folder, such as https://www.ecb.europa.eu/stats/eurofxref/",
              text -> text.isEmpty() || isUrl(text, Set.of("http", "https"))),
          new Setting("DIESTRA_SEARCH_URL", "unset: other indexes come later", text -> false),
          new Setting(
              "DIESTRA_TURN_URL",
              "turn:host:port, turns:host:port or stun:host:port, or several with commas between",
              text ->
                  Arrays.stream(text.split(","))
                      .map(String::strip)
                      .allMatch(url ->
                          url.matches(
                              "(stun|turn)s?:[^\\s/@?,]+(:\\d+)?(\\?transport=(udp|tcp))?"))),
          new Setting(
              "DIESTRA_FETCH_NETWORKS",
              "networks of your own to fetch from, such as 10.1.0.0/16 or fd00::/8, with commas"
                  + " between",
              text ->
                  Arrays.stream(text.split(","))
                      .allMatch(block -> block.strip().matches("[0-9a-fA-F.:]+/\\d{1,3}"))),
          new Setting("DIESTRA_TURN_SECRET", "at least 8 characters", text -> text.length() >= 8),
          new Setting(
              "DIESTRA_ROOM_URL",
              "an https address with {room} in it, such as https://meet.example.org/{room}",
              text -> text.matches("https?://[^\\s/]+/\\S*") && text.contains("{room}")),
          new Setting("DIESTRA_ROOM_SECRET", "at least 8 characters", text -> text.length() >= 8),
          new Setting(
              "DIESTRA_SECRET_KEY",
              "32 bytes in Base64, such as `openssl rand -base64 32` makes",
              Settings::isKey),
          new Setting(
              "DIESTRA_METRICS_TOKEN",
              "at least 16 letters and digits",
              text -> text.matches("[A-Za-z0-9._~+/=-]{16,}")),
          new Setting(
              "DIESTRA_STRIPE_KEY",
              "a secret or restricted key of Stripe, which begins with sk_ or rk_",
              text -> text.matches("[sr]k_(test|live)_\\w{8,240}")),
          new Setting(
              "DIESTRA_STRIPE_WEBHOOK_SECRETS",
              "signing secrets of Stripe, which begin with whsec_, with commas between",
              text ->
                  Arrays.stream(text.split(",", -1))
                      .allMatch(secret -> secret.strip().matches("whsec_[\\w+/=-]{8,240}"))),
          new Setting(
              "DIESTRA_STRIPE_CURRENCIES",
              "codes of currencies, such as EUR or EUR,USD",
              text -> Arrays.stream(text.split(",", -1)).allMatch(Settings::isCurrency)),
          new Setting(
              "DIESTRA_STRIPE_API",
              "unset, or for tests an address such as http://localhost:12111",
              text ->
                  isUrl(text, Set.of("https", "http"))
                      && hasNoPath(text)
                      && (text.startsWith("https:") || isOwn(text))),
          new Setting("DIESTRA_TEST_CLOCK", "true or false", Settings::isSwitch),
          new Setting("DIESTRA_DEMO", "true or false", Settings::isSwitch));

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
    check(environment);
  }

  /**
   * @throws CannotStart naming the first setting that is wrong, never its value, which may be a
   *     secret
   */
  static void check(PropertyResolver settings) {
    for (var setting : ALL) {
      var value = settings.getProperty(setting.name());
      if (value != null && !setting.fine().test(value)) {
        throw new CannotStart(setting.name() + " must be " + setting.expected() + ".");
      }
    }
    if (settings.containsProperty("DIESTRA_STRIPE_API")
        && settings.getProperty("DIESTRA_STRIPE_KEY", "").contains("_live_")) {
      throw new CannotStart(
          "DIESTRA_STRIPE_API must be unset with a live DIESTRA_STRIPE_KEY: it is for tests alone.");
    }
    if (isExternal(settings)) {
      if (settings.getProperty("DIESTRA_DATABASE_USER", "").isBlank()) {
        throw new CannotStart("DIESTRA_DATABASE_USER must be set beside DIESTRA_DATABASE_URL.");
      }
      if (settings.getProperty("DIESTRA_TEST_CLOCK", "false").equals("true")) {
        throw new CannotStart(
            "DIESTRA_TEST_CLOCK must be unset with DIESTRA_DATABASE_URL: it is for tests alone.");
      }
    }
  }

  private static boolean isExternal(PropertyResolver settings) {
    return settings.containsProperty("DIESTRA_DATABASE_URL");
  }

  private static boolean isPort(String text) {
    return text.matches("\\d{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= 65535;
  }

  private static boolean isSwitch(String text) {
    return text.equals("true") || text.equals("false");
  }

  private static boolean isCurrency(String text) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(text.strip()));
  }

  /** Whether it is on this machine: what is said to it in the clear is heard by nobody else. */
  private static boolean isOwn(String url) {
    return Set.of("localhost", "127.0.0.1", "[::1]").contains(URI.create(url).getHost());
  }

  /** It need not be there, but what is there on its way must be folders. */
  private static boolean isData(String text) {
    try {
      var path = text.isBlank() ? null : Path.of(text).toAbsolutePath();
      while (path != null && !Files.exists(path)) {
        path = path.getParent();
      }
      return path != null && Files.isDirectory(path) && Files.isWritable(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isUrl(String text, Set<String> schemes) {
    try {
      var url = new URI(text);
      return url.getScheme() != null
          && schemes.contains(url.getScheme())
          && url.getHost() != null
          && url.getPort() <= 65535
          && url.getFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean hasPort(String url) {
    return URI.create(url).getPort() >= 0;
  }

  private static boolean hasNoPath(String url) {
    var rest = URI.create(url);
    return (rest.getPath() == null || rest.getPath().isEmpty() || rest.getPath().equals("/"))
        && rest.getQuery() == null;
  }
}
