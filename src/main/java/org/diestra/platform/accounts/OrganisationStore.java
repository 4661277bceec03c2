package org.diestra.platform.accounts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Organisations.Member;
import org.diestra.platform.accounts.Organisations.Organisation;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Among;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationStore {
  private final JdbcClient jdbc;

  OrganisationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganisationId id, String name, ZoneId zone, Currency currency, Instant at) {
    jdbc.sql(
            """
            insert into accounts.organisation (id, name, zone, currency, created_at)
            values (:id, :name, :zone, :currency, :at)
            """)
        .param("id", id.value())
        .param("name", name)
        .param("zone", zone.getId())
        .param("currency", currency.getCurrencyCode())
        .param("at", at(at))
        .update();
  }

  void change(OrganisationId id, String name, ZoneId zone, Currency currency) {
    must(
        jdbc.sql(
                """
                update accounts.organisation
                set name = :name, zone = :zone, currency = :currency
                where id = :id
                """)
            .param("id", id.value())
            .param("name", name)
            .param("zone", zone.getId())
            .param("currency", currency.getCurrencyCode())
            .update());
  }

  void addMember(OrganisationId organisation, PersonId person, Role role, Instant at) {
    jdbc.sql(
            """
            insert into accounts.membership (organisation, person, role, since)
            values (:organisation, :person, :role, :at)
            on conflict do nothing
            """)
        .param("organisation", organisation.value())
        .param("person", person.value())
        .param("role", role.name())
        .param("at", at(at))
        .update();
  }

  void assign(OrganisationId organisation, PersonId person, Role role) {
    must(
        jdbc.sql(
                """
                update accounts.membership set role = :role
                where organisation = :organisation and person = :person
                """)
            .param("role", role.name())
            .param("organisation", organisation.value())
            .param("person", person.value())
            .update());
  }

  void remove(OrganisationId organisation, PersonId person) {
    must(
        jdbc.sql(
                """
                delete from accounts.membership
                where organisation = :organisation and person = :person
                """)
            .param("organisation", organisation.value())
            .param("person", person.value())
            .update());
  }

  List<PersonId> lockedOwners(OrganisationId organisation) {
    return jdbc.sql(
            """
            select person from accounts.membership
            where organisation = :organisation and role = 'OWNER'
            order by person for update
            """)
        .param("organisation", organisation.value())
        .query((r, n) -> new PersonId(id(r, "person")))
        .list();
  }

  void verify(OrganisationId organisation, PersonId operator, Instant at) {
    must(
        jdbc.sql(
                """
                update accounts.organisation set verified_at = :at, verified_by = :by
                where id = :id
                """)
            .param("at", at(at))
            .param("by", operator.value())
            .param("id", organisation.value())
            .update());
  }

  Map<OrganisationId, Organisation> all(Collection<OrganisationId> ids) {
    return jdbc
        .sql("select * from accounts.organisation where " + Among.of("id", ":ids", ids))
        .param("ids", ids.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .query((r, n) ->
            new Organisation(
                new OrganisationId(id(r, "id")),
                text(r, "name"),
                ZoneId.of(text(r, "zone")),
                Currency.getInstance(text(r, "currency")),
                instantOrNull(r, "verified_at"),
                instant(r, "created_at")))
        .list()
        .stream()
        .collect(Collectors.toMap(Organisation::id, Function.identity()));
  }

  List<Member> members(OrganisationId organisation) {
    return members(List.of(organisation)).getOrDefault(organisation, List.of());
  }

  Map<OrganisationId, List<Member>> members(Collection<OrganisationId> organisations) {
    var all = new HashMap<OrganisationId, List<Member>>();
    jdbc.sql(
            """
            select m.organisation, p.id, p.name, p.email, p.photo, m.role, m.since
            from accounts.membership m join accounts.person p on p.id = m.person
            where m.organisation = any(:organisations)
            order by m.role <> 'OWNER', p.name, p.id
            """)
        .param(
            "organisations", organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .query(r -> {
          all.computeIfAbsent(new OrganisationId(id(r, "organisation")), o -> new ArrayList<>())
              .add(member(r));
        });
    return all;
  }

  private static Member member(ResultSet r) throws SQLException {
    return new Member(
        new PersonId(id(r, "id")),
        text(r, "name"),
        text(r, "email"),
        AccountStore.photo(r),
        Role.valueOf(text(r, "role")),
        instant(r, "since"));
  }

  private static void must(int rows) {
    if (rows != 1) {
      throw new NotFound();
    }
  }
}
