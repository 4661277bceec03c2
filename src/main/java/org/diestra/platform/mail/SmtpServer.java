package org.diestra.platform.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.diestra.platform.data.CannotStart;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our mail, as {@code DIESTRA_SMTP_URL} names it: {@code
 * smtp://user:password@host:587} turns to TLS where the server offers it, {@code smtps://} begins
 * with it. With a password, TLS is not optional, but for a server on this machine.
 *
 * @param patience how long the server may stay silent before it counts as gone
 */
record SmtpServer(
    boolean tls,
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    Duration patience) {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * @throws CannotStart if that is no such address
   */
  static SmtpServer of(String url, Duration patience) {
    try {
      var uri = new URI(url);
      var host = uri.getHost();
      boolean tls = "smtps".equals(uri.getScheme());
      if (host == null || !(tls || "smtp".equals(uri.getScheme()))) {
        throw malformed(null);
      }
      int port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 25;
      var login = uri.getRawUserInfo();
      if (login == null) {
        return new SmtpServer(tls, host, port, null, null, patience);
      }
      var parts = login.split(":", 2);
      if (parts.length < 2) {
        throw malformed(null);
      }
      return new SmtpServer(tls, host, port, decoded(parts[0]), decoded(parts[1]), patience);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw malformed(e);
    }
  }

  String protocol() {
    return tls ? "smtps" : "smtp";
  }

  /** Every wait is bounded: for the connection, for an answer, and until a text is taken. */
  Properties properties() {
    var millis = String.valueOf(patience.toMillis());
    var all = new Properties();
    var prefix = "mail." + protocol() + ".";
    all.setProperty("mail.mime.allowutf8", "true");
    all.setProperty(prefix + "connectiontimeout", millis);
    all.setProperty(prefix + "timeout", millis);
    all.setProperty(prefix + "writetimeout", millis);
    all.setProperty(prefix + "ssl.checkserveridentity", "true");
    all.setProperty(prefix + "auth", String.valueOf(user != null));
    if (!tls) {
      all.setProperty(prefix + "starttls.enable", "true");
      all.setProperty(prefix + "starttls.required", String.valueOf(user != null && !here()));
    }
    return all;
  }

  private boolean here() {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  /** Never with the address itself, which holds the password. */
  private static CannotStart malformed(@Nullable Throwable cause) {
    var line = "DIESTRA_SMTP_URL: expected smtp://user:password@host:587 or smtps://host:465";
    return cause == null ? new CannotStart(line) : new CannotStart(line, cause);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return protocol() + "://" + host + ":" + port;
  }
}
