package org.diestra.platform.accounts;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sessions have not ended, for what lasts longer than a request and must end with them. */
@Component
public class CurrentSessions {
  private final JdbcClient jdbc;

  CurrentSessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Those of them that are still there, by the ids that {@code HttpSession} gives, in one
   * statement. A session ends by the machine's time, as its store has it.
   */
  public Set<String> open(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                select session_id from accounts.session
                where session_id = any(:ids) and expiry_time > extract(epoch from now()) * 1000
                """)
            .param("ids", ids.toArray(String[]::new))
            .query(String.class)
            .list());
  }
}
