package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.time.Entry.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Past the code: what the database itself refuses. */
@HouseTest
class TimeRowsTests {
  @Autowired RunningContracts contracts;
  @Autowired Entries entries;
  @Autowired Timesheets timesheets;
  @Autowired People people;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  Signed signed;
  UUID line;

  @BeforeEach
  void begun() {
    signed = contracts.hourly();
    var rosa = signed.assistant();
    var from = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    mover.moveTo(from.plus(Duration.ofHours(1)));
    var said = new Said(new Span(from, from.plusSeconds(1800)), null, Samples.NOTE);
    line =
        as(rosa, () -> entries.add(rosa, signed.id(), said).orFail())
            .getFirst()
            .facts()
            .id()
            .value();
  }

  private int sql(Viewer viewer, String sql) {
    return as(viewer, () -> transactions.execute(t -> jdbc.sql(sql).param("line", line).update()));
  }

  private int seen(Viewer viewer, String table) {
    return as(
        viewer,
        () ->
            transactions.execute(t ->
                jdbc.sql("select count(*) from \"time\"." + table + " where contract = :contract")
                    .param("contract", signed.id().value())
                    .query(Integer.class)
                    .single()));
  }

  @Test
  void onlyTheTwoSidesSeeAnything() {
    for (var table : new String[] {"entry", "sheet", "plan"}) {
      assertThat(seen(signed.assistant(), table)).as(table).isEqualTo(1);
      assertThat(seen(signed.client(), table)).as(table).isEqualTo(1);
      assertThat(seen(people.client("Other"), table)).as(table).isZero();
      assertThat(seen(people.assistant("Other"), table)).as(table).isZero();
    }
  }

  @Test
  void theClientDoesNotWriteInTheAssistantsLine() {
    var lucia = signed.client();
    submit();
    refused(
        lucia, "update \"time\".entry set ended_at = ended_at - interval '5 min' where id = :line");
    refused(lucia, "update \"time\".entry set note = 'Something else was done' where id = :line");
    refused(lucia, "update \"time\".entry set described = false where id = :line");
    assertThat(sql(lucia, "delete from \"time\".entry where id = :line")).isZero();
  }

  @Test
  void theAssistantDoesNotDecide() {
    var rosa = signed.assistant();
    submit();
    refused(rosa, "update \"time\".entry set state = 'ACCEPTED' where id = :line");
    refused(rosa, "update \"time\".entry set state = 'PAID' where id = :line");
    refused(
        rosa,
        "update \"time\".sheet set extra = 60 where contract = "
            + "(select contract from \"time\".entry where id = :line)");
    assertThat(sql(rosa, "delete from \"time\".entry where id = :line")).isZero();
  }

  @Test
  void strangersChangeNothing() {
    var stranger = people.client("Other");
    assertThat(sql(stranger, "update \"time\".entry set state = 'ACCEPTED' where id = :line"))
        .isZero();
    refused(
        stranger,
        """
        insert into "time".move (entry, version, from_state, to_state, person, at)
        values (:line, 9, 'OPEN', 'PAID', '%s', now())
        """
            .formatted(stranger.id().value()));
  }

  @Test
  void nobodyDoesTwoThingsAtOnce() {
    refused(
        signed.assistant(),
        """
        insert into "time".entry (id, contract, week, workspace, assistant, started_at, ended_at,
          note, source, state, version, since, made_at)
        select gen_random_uuid(), contract, week, workspace, assistant,
          started_at + interval '29 min', ended_at + interval '10 min', note, source, 'OPEN', 1,
          now(), now()
        from "time".entry where id = :line
        """);
  }

  @Test
  void whatWasSaidStays() {
    submit();
    assertThat(sql(signed.assistant(), "update \"time\".move set words = 'x' where entry = :line"))
        .isZero();
  }

  private void submit() {
    var rosa = signed.assistant();
    var week = as(rosa, () -> entries.get(signed.id(), new EntryId(line))).facts().week();
    as(rosa, () -> timesheets.submit(rosa, signed.id(), week).orFail());
  }

  private void refused(Viewer viewer, String sql) {
    assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> sql(viewer, sql));
  }
}
