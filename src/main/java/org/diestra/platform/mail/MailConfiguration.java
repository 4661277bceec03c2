package org.diestra.platform.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.platform.data.CannotStart;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Quiet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the settings of mail, and says what happens again and again. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
  private static final Duration REMEMBERED = Duration.ofDays(90);

  @Bean
  static Outlet outlet(
      @Value("${diestra.smtp-url:}") String url,
      @Value("${diestra.mail-from:}") String from,
      Links links,
      Clock clock) {
    var server = url.isBlank() ? null : SmtpServer.of(url, SmtpServer.PATIENCE);
    var address = from.isBlank() ? "diestra@" + host(links.house()) : checked(from);
    return new Outlet(server, new Outlet.Sender("Diestra", address), clock);
  }

  /** Answers come to the domain we write from, unless another is set. */
  @Bean
  static ReplyAddresses replyAddresses(
      @Value("${diestra.mail-in:}") String door,
      @Value("${diestra.reply-domain:}") String domain,
      Outlet outlet,
      JdbcClient jdbc) {
    return new ReplyAddresses(
        !door.isBlank(), domain.isBlank() ? outlet.host() : domain.strip(), jdbc);
  }

  @Bean
  static MailDoor mailDoor(
      @Value("${diestra.mail-in:}") String door,
      ReplyAddresses addresses,
      ObjectProvider<Replies> replies) {
    return new MailDoor(door.isBlank() ? null : URI.create(door), addresses, replies);
  }

  @Bean
  static Postman postman(LetterStore store, Outlet outlet, Clock clock) {
    return new Postman(store, outlet, Duration.ofSeconds(60), clock);
  }

  @Bean
  static Quiet mailQuiet(Postman postman) {
    return postman::isQuiet;
  }

  @Bean
  static Every rounds(Postman postman) {
    return Every.interval("mail:rounds", Duration.ofSeconds(15), postman::wake);
  }

  @Bean
  static Every forgotten(LetterStore store, Clock clock) {
    return Every.day(
        "mail:forgotten",
        LocalTime.of(3, 10),
        ZoneOffset.UTC,
        () -> store.forget(clock.instant().minus(REMEMBERED)));
  }

  @Bean
  static OperatorEntry mailEntry(LetterList letters) {
    return new OperatorEntry("/operator/mail", "mail.nav", "mail", 50, letters::unsent);
  }

  @Bean
  static Gauge failedLetters(MeterRegistry meters, LetterList letters) {
    return Gauge.builder("diestra.mail.failed", letters, l -> l.count(Queued.State.FAILED))
        .register(meters);
  }

  private static String host(String house) {
    var host = URI.create(house).getHost();
    return host == null || !host.contains(".") ? "diestra.localhost" : host;
  }

  private static String checked(String from) {
    try {
      return Address.of(from).toString();
    } catch (IllegalArgumentException e) {
      throw new CannotStart(
          "DIESTRA_MAIL_FROM: expected an address such as diestra@example.org", e);
    }
  }
}
