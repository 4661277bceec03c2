package org.diestra.platform.sessions;

import java.util.List;
import org.diestra.platform.accounts.SettingsEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {
  /**
   * A visit is noted once a minute: each page would else wait for the disk, to say that somebody is
   * still there. What else may change is the session's number, its person and how long it lasts.
   */
  private static final String UPDATE =
      """
      update %TABLE_NAME% s
      set session_id = n.id, last_access_time = n.seen, max_inactive_interval = n.lasts,
          expiry_time = n.ends, principal_name = n.person
      from (select ?::text as id, ?::bigint as seen, ?::int as lasts, ?::bigint as ends,
                   ?::text as person) n
      where s.primary_id = ?
        and (s.last_access_time <= n.seen - 60000 or s.session_id <> n.id
          or s.max_inactive_interval <> n.lasts or s.principal_name is distinct from n.person)
      """;

  @Bean
  static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> visitsOnceAMinute() {
    return repository -> repository.setUpdateSessionQuery(UPDATE);
  }

  @Bean
  static SettingsEntry securitySettings() {
    return new SettingsEntry("/settings/security", "sessions.security.tab", 30, viewer -> true);
  }

  @Bean
  static Trail sessionTrail() {
    return new Trail(
        "sessions",
        "sessions.activity.",
        List.of("begin", "prove", "end", "end-others", "end-all"));
  }
}
