package org.diestra.platform.accounts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letting colleagues into an organisation, by a link sent to their address. */
@Service
class Invitations {
  static final Duration LIVES = Duration.ofDays(14);
  private final JdbcClient jdbc;
  private final Organisations organisations;
  private final AccountLetters letters;
  private final Clock clock;

  Invitations(JdbcClient jdbc, Organisations organisations, AccountLetters letters, Clock clock) {
    this.jdbc = jdbc;
    this.organisations = organisations;
    this.letters = letters;
    this.clock = clock;
  }

  /** Sends a link; an earlier open one to the same address no longer works. */
  @Transactional
  public Outcome<EmailAddress> invite(
      Viewer by, OrganisationId organisation, EmailAddress email, Role role) {
    organisations.requireOwner(by.id(), organisation);
    boolean member =
        organisations.members(organisation).stream()
            .anyMatch(m -> new EmailAddress(m.email()).key().equals(email.key()));
    if (member) {
      return Outcome.refused(Refusal.invalid("email", "accounts.members.already", email.text()));
    }
    withdraw(organisation, email.key());
    var token = Token.fresh();
    jdbc.sql(
            """
            insert into accounts.invitation
              (token_hash, organisation, email, role, invited_by, invited_at, expires_at)
            values (:token, :organisation, :email, :role, :by, :at, :expires)
            """)
        .param("token", token.hash())
        .param("organisation", organisation.value())
        .param("email", email.key())
        .param("role", role.name())
        .param("by", by.id().value())
        .param("at", at(clock.instant()))
        .param("expires", at(clock.instant().plus(LIVES)))
        .update();
    letters.invite(by, organisations.get(organisation).name(), email, token);
    return Outcome.done(email);
  }

  /** Takes an open invitation back; where there is none, nothing changes. */
  @Transactional
  public void withdraw(Viewer by, OrganisationId organisation, EmailAddress email) {
    organisations.requireOwner(by.id(), organisation);
    withdraw(organisation, email.key());
  }

  private void withdraw(OrganisationId organisation, String email) {
    jdbc.sql(
            """
            delete from accounts.invitation
            where organisation = :organisation and lower(email) = :email and answered_at is null
            """)
        .param("organisation", organisation.value())
        .param("email", email)
        .update();
  }

  List<Invitation> open(OrganisationId organisation) {
    return jdbc.sql(
            """
            select i.*, o.name as organisation_name
            from accounts.invitation i join accounts.organisation o on o.id = i.organisation
            where i.organisation = :organisation and i.answered_at is null and i.expires_at > :now
            order by i.invited_at
            """)
        .param("organisation", organisation.value())
        .param("now", at(clock.instant()))
        .query((r, n) -> invitation(r))
        .list();
  }

  Optional<Invitation> find(Token token) {
    return jdbc.sql(
            """
            select i.*, o.name as organisation_name
            from accounts.invitation i join accounts.organisation o on o.id = i.organisation
            where i.token_hash = :token and i.answered_at is null and i.expires_at > :now
            """)
        .param("token", token.hash())
        .param("now", at(clock.instant()))
        .query((r, n) -> invitation(r))
        .optional();
  }

  /**
   * Lets the person in, once. The link alone is not enough: it works for the address it was sent
   * to, so that a forwarded mail lets no stranger in.
   */
  @Transactional
  public Outcome<OrganisationId> accept(Viewer viewer, Token token) {
    var invitation = find(token).orElseThrow(NotFound::new);
    if (!new EmailAddress(viewer.email()).key().equals(invitation.email())) {
      return Outcome.refused(
          Refusal.conflict("accounts.invitation.other-address", invitation.email()));
    }
    int taken =
        jdbc.sql(
                """
                update accounts.invitation set answered_at = :at
                where token_hash = :token and answered_at is null
                """)
            .param("at", at(clock.instant()))
            .param("token", token.hash())
            .update();
    if (taken == 1) {
      organisations.admit(invitation.organisation(), viewer.id(), invitation.role(), viewer.id());
    }
    return Outcome.done(invitation.organisation());
  }

  private static Invitation invitation(ResultSet r) throws SQLException {
    return new Invitation(
        new OrganisationId(id(r, "organisation")),
        text(r, "organisation_name"),
        text(r, "email"),
        Role.valueOf(text(r, "role")),
        instant(r, "expires_at"));
  }

  record Invitation(
      OrganisationId organisation, String name, String email, Role role, Instant expiresAt) {}
}
