package org.diestra.money.invoices;

import static org.diestra.platform.data.Row.instant;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which assistants let the house make the invoices of their work (Directive 2006/112/EC, article
 * 224: by agreement beforehand). What was invoiced stays when one takes it back.
 */
@Component
class Consents {
  /** Of the text; another one is asked for anew only where the law wants it. */
  static final int VERSION = 1;

  private final JdbcClient jdbc;
  private final DueStore dues;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Consents(JdbcClient jdbc, DueStore dues, HouseRights house, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.dues = dues;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Twice is as once.
   *
   * @param text as it stood before their eyes
   */
  @Transactional
  public void sign(Viewer assistant, String text) {
    if (!assistant.assistant()) {
      throw new NotFound();
    }
    var person = assistant.id().value();
    house.call(() -> {
      int added =
          jdbc.sql(
                  """
                  insert into invoices.consent (person, version, text, signed_at)
                  values (:person, :version, :text, :now) on conflict do nothing
                  """)
              .param("person", person)
              .param("version", VERSION)
              .param("text", text)
              .param("now", Row.at(clock.instant()))
              .update();
      if (added == 1) {
        audit.record(deed("consent", person).with("version", VERSION));
        dues.again(person);
      }
      return added;
    });
  }

  @Transactional
  public void revoke(Viewer assistant) {
    var person = assistant.id().value();
    house.call(() -> {
      int ended =
          jdbc.sql(
                  """
                  update invoices.consent set revoked_at = :now
                  where person = :person and revoked_at is null
                  """)
              .param("person", person)
              .param("now", Row.at(clock.instant()))
              .update();
      if (ended == 1) {
        audit.record(deed("revoke-consent", person));
      }
      return ended;
    });
  }

  /** Since when, where it holds. */
  @Transactional(readOnly = true)
  public Optional<Instant> since(UUID person) {
    return house.call(() ->
        jdbc.sql(
                "select signed_at from invoices.consent where person = :person and revoked_at is"
                    + " null")
            .param("person", person)
            .query((r, n) -> instant(r, "signed_at"))
            .optional());
  }

  /** Those of them whose consent holds. */
  Set<UUID> among(Collection<UUID> people) {
    return new HashSet<>(
        jdbc.sql(
                "select person from invoices.consent where revoked_at is null and person ="
                    + " any(:people)")
            .param("people", people.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  private static Deed deed(String action, UUID person) {
    return Deed.of("invoices", action).by(person).on("person", person);
  }
}
