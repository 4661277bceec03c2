package org.diestra.platform.accounts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Accounts.Choices;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {
  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where the address has an account already. */
  boolean add(PersonId id, NewPerson person, Instant at) {
    return jdbc.sql(
                """
                insert into accounts.person
                  (id, email, email_key, name, locale, zone, currency, assistant, created_at)
                values (:id, :email, :key, :name, :locale, :zone, :currency, :assistant, :at)
                on conflict (email_key) do nothing
                """)
            .param("id", id.value())
            .param("email", person.email().text())
            .param("key", person.email().key())
            .param("name", person.name())
            .param("locale", person.locale().getLanguage())
            .param("zone", person.zone().getId())
            .param("currency", person.currency().getCurrencyCode())
            .param("assistant", person.assistant())
            .param("at", at(at))
            .update()
        == 1;
  }

  Optional<PersonId> byEmail(EmailAddress email) {
    return jdbc.sql("select id from accounts.person where email_key = :key")
        .param("key", email.key())
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  Optional<Viewer> viewer(PersonId person) {
    return viewer(person, "");
  }

  /** The same for a request of theirs: empty for somebody who is kept out. */
  Optional<Viewer> visitor(PersonId person) {
    return viewer(
        person, "and not exists (select from accounts.suspension s where s.person = p.id)");
  }

  private Optional<Viewer> viewer(PersonId person, String only) {
    return jdbc.sql(
            """
            select p.*, o.id as organisation, o.name as organisation_name, m.role
            from accounts.person p
            left join accounts.membership m on m.person = p.id
            left join accounts.organisation o on o.id = m.organisation
            where p.id = :id %s
            order by o.name, o.id
            """
                .formatted(only))
        .param("id", person.value())
        .query(AccountStore::viewerOf);
  }

  private static Optional<Viewer> viewerOf(ResultSet r) throws SQLException {
    if (!r.next()) {
      return Optional.empty();
    }
    var contact = contactOf(r);
    var theme = textOrNull(r, "theme");
    boolean assistant = bool(r, "assistant");
    boolean operator = bool(r, "operator");
    var memberships = new ArrayList<Membership>();
    do {
      if (textOrNull(r, "role") != null) {
        memberships.add(
            new Membership(
                new OrganisationId(id(r, "organisation")),
                text(r, "organisation_name"),
                Role.valueOf(text(r, "role"))));
      }
    } while (r.next());
    return Optional.of(
        new Viewer(
            contact.id(),
            contact.name(),
            contact.email(),
            contact.locale(),
            contact.zone(),
            contact.currency(),
            theme,
            assistant,
            operator,
            memberships,
            contact.photo()));
  }

  Map<PersonId, Contact> contacts(Collection<PersonId> people) {
    return jdbc
        .sql("select * from accounts.person where id = any(:ids)")
        .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query((r, n) -> contactOf(r))
        .list()
        .stream()
        .collect(Collectors.toMap(Contact::id, Function.identity()));
  }

  private static Contact contactOf(ResultSet r) throws SQLException {
    return new Contact(
        new PersonId(id(r, "id")),
        text(r, "name"),
        text(r, "email"),
        Locale.of(text(r, "locale")),
        ZoneId.of(text(r, "zone")),
        Currency.getInstance(text(r, "currency")),
        photo(r));
  }

  static @Nullable BlobId photo(ResultSet r) throws SQLException {
    var photo = idOrNull(r, "photo");
    return photo == null ? null : new BlobId(photo);
  }

  boolean change(PersonId person, Choices choices) {
    return jdbc.sql(
                """
                update accounts.person
                set name = :name, locale = :locale, zone = :zone, currency = :currency
                where id = :id
                """)
            .param("name", choices.name())
            .param("locale", choices.locale().getLanguage())
            .param("zone", choices.zone().getId())
            .param("currency", choices.currency().getCurrencyCode())
            .param("id", person.value())
            .update()
        == 1;
  }

  void chooseLocale(PersonId person, Locale locale) {
    set(person, "locale", locale.getLanguage());
  }

  void chooseTheme(PersonId person, @Nullable String theme) {
    set(person, "theme", theme);
  }

  void choosePhoto(PersonId person, @Nullable BlobId photo) {
    set(person, "photo", photo == null ? null : photo.value());
  }

  void offerServices(PersonId person) {
    set(person, "assistant", true);
  }

  void makeOperator(PersonId person) {
    set(person, "operator", true);
  }

  boolean dismissOperator(PersonId person) {
    return jdbc.sql("update accounts.person set operator = false where id = :id and operator")
            .param("id", person.value())
            .update()
        == 1;
  }

  /** Those who are not kept out themselves. */
  List<PersonId> operators() {
    return operators("");
  }

  List<PersonId> lockedOperators() {
    return operators(" for update");
  }

  private List<PersonId> operators(String locked) {
    return jdbc.sql(
            """
            select id from accounts.person p
            where operator and not exists (
              select from accounts.suspension s where s.person = p.id)
            order by id
            """
                + locked)
        .query((r, n) -> new PersonId(id(r, "id")))
        .list();
  }

  private void set(PersonId person, String column, @Nullable Object value) {
    int rows =
        jdbc.sql("update accounts.person set " + column + " = :value where id = :id")
            .param("value", value)
            .param("id", person.value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("no person " + person);
    }
  }
}
