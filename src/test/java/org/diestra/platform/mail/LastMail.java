package org.diestra.platform.mail;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The newest letter to an address, for tests and stories: {@code LastMail.to(jdbc,
 * "a@b.test").orElseThrow().link("/confirm")}.
 */
public record LastMail(String subject, String text, String html, String kind) {
  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S*)");

  /** Empty when none went there. */
  public static Optional<LastMail> to(JdbcClient jdbc, String address) {
    return jdbc.sql(
            """
            select subject, body, html, kind from mail.letter where address = :address
            order by queued_at desc, id desc limit 1
            """)
        .param("address", Address.of(address).key())
        .query((r, n) ->
            new LastMail(
                r.getString("subject"),
                r.getString("body"),
                r.getString("html"),
                r.getString("kind")))
        .optional();
  }

  public static int count(JdbcClient jdbc, String address) {
    return jdbc.sql("select count(*) from mail.letter where address = :address")
        .param("address", Address.of(address).key())
        .query(Integer.class)
        .single();
  }

  /** The path and query of the first link that begins with that path. */
  public String link(String path) {
    return LINK.matcher(text)
        .results()
        .map(m -> m.group(1))
        .filter(link -> link.startsWith(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no link to " + path + " in: " + text));
  }
}
