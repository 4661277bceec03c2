package org.diestra.money.payouts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bank details are sealed in here, and opened nowhere else. */
@Repository
class PayeeStore {
  private static final String SEALED = "payouts:payee";
  private static final String VOIDED =
      """
      exists (select from payouts.freeze f where f.person = p.person and f.at >= p.made_at)
        as voided
      """;
  private final JdbcClient jdbc;
  private final Seal seal;

  PayeeStore(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  Payee add(PersonId person, BankDetails details, String email, Instant now, Instant from) {
    int number = last(person).map(p -> p.number() + 1).orElse(1);
    var id = Ids.fresh();
    jdbc.sql(
            """
            insert into payouts.payee (id, person, number, details, masked, country, sepa, email,
              made_at, from_at)
            values (:id, :person, :number, :details, :masked, :country, :sepa, :email, :now, :from)
            """)
        .param("id", id)
        .param("person", person.value())
        .param("number", number)
        .param("details", seal.close(SEALED, person.value(), details.bytes()))
        .param("masked", details.account().masked())
        .param("country", details.account().country())
        .param("sepa", details.account().sepa())
        .param("email", email)
        .param("now", at(now))
        .param("from", at(from))
        .update();
    return last(person).orElseThrow();
  }

  /** The version that counts. */
  Optional<Payee> last(PersonId person) {
    return Optional.ofNullable(lasts(List.of(person)).get(person));
  }

  Map<PersonId, Payee> lasts(Collection<PersonId> people) {
    return jdbc
        .sql(
            "select distinct on (p.person) p.*, "
                + VOIDED
                + """
                from payouts.payee p where p.person = any(:people)
                order by p.person, p.number desc
                """)
        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query((r, n) -> payee(r))
        .list()
        .stream()
        .collect(Collectors.toMap(Payee::person, Function.identity()));
  }

  Optional<Payee> find(UUID id) {
    return jdbc.sql("select p.*, " + VOIDED + " from payouts.payee p where p.id = :id")
        .param("id", id)
        .query((r, n) -> payee(r))
        .optional();
  }

  /** The latest first. */
  List<Payee> all(PersonId person) {
    return jdbc.sql(
            "select p.*, "
                + VOIDED
                + " from payouts.payee p where p.person = :person order by p.number desc limit 50")
        .param("person", person.value())
        .query((r, n) -> payee(r))
        .list();
  }

  BankDetails open(Payee payee) {
    return jdbc.sql("select person, details from payouts.payee where id = :id")
        .param("id", payee.id())
        .query((r, n) -> details(r))
        .single();
  }

  /** Of a row with a {@code person} and its sealed {@code details}. */
  BankDetails details(ResultSet row) throws SQLException {
    return BankDetails.read(seal.open(SEALED, id(row, "person"), bytes(row, "details")));
  }

  private static Payee payee(ResultSet row) throws SQLException {
    return new Payee(
        id(row, "id"),
        new PersonId(id(row, "person")),
        integer(row, "number"),
        text(row, "masked"),
        text(row, "country"),
        bool(row, "sepa"),
        Hash.of(bytes(row, "details")),
        text(row, "email"),
        instant(row, "made_at"),
        instant(row, "from_at"),
        bool(row, "voided"));
  }
}
