package org.diestra.office.manuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.office.workspaces.Level;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The second lock: SQL that no page would send, by somebody who got past the first. */
@HouseTest
class ManualLockTests extends ManualsDesk {
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private String published() throws Exception {
    var procedure = begun(owner, "title", "Stamps");
    step(owner, procedure, "Buy", "Buy 10 stamps.");
    publish(procedure, "major");
    step(owner, procedure, "Lick", "Lick them.");
    return procedure.substring(procedure.lastIndexOf('/') + 1);
  }

  private void lets(Level level, Area area) {
    workspaces.admit(UUID.randomUUID(), room, assistant.id(), Set.of(area), level);
  }

  private long rows(Viewer viewer, String table) {
    return run(viewer, "select count(*) from manuals." + table + " where " + of(table));
  }

  private String of(String table) {
    var procedures = "(select id from manuals.procedure where workspace = '" + room.value() + "')";
    return table.equals("procedure")
        ? "workspace = '" + room.value() + "'"
        : "procedure in " + procedures;
  }

  private long run(Viewer viewer, String sql) {
    return Caller.person(viewer.id().value())
        .call(() -> transaction.execute(tx -> jdbc.sql(sql).query(Long.class).single()));
  }

  private int change(Viewer viewer, String sql) {
    return Caller.person(viewer.id().value())
        .call(() -> transaction.execute(tx -> jdbc.sql(sql).update()));
  }

  private void isRefused(Viewer viewer, String sql) {
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> change(viewer, sql))
        .havingRootCause()
        .withMessageContaining("row-level security");
  }

  @ParameterizedTest
  @ValueSource(strings = {"procedure", "version", "draft", "edit"})
  void anotherAreaAndAnotherClientSeeNothing(String table) throws Exception {
    published();
    lets(Level.WORKING, Area.TRAVEL);
    assertThat(rows(owner, table)).isPositive();
    assertThat(rows(assistant, table)).isZero();
    assertThat(rows(people.client("Other"), table)).isZero();
  }

  @Test
  void whoMayReadSeesVersionsAndNoDraft() throws Exception {
    published();
    lets(Level.READING, Area.ADMIN);
    assertThat(rows(assistant, "version")).isEqualTo(1);
    assertThat(rows(assistant, "draft")).isZero();
  }

  @Test
  void whoMayReadChangesNothing() throws Exception {
    var id = ProcedureId.of(published()).value();
    lets(Level.READING, Area.ADMIN);
    var procedure = "update manuals.procedure set title = 'X' where id = '" + id + "'";
    assertThat(change(assistant, procedure)).isZero();
    assertThat(change(assistant, "update manuals.draft set revision = 9")).isZero();
  }

  @Test
  void whoWorksThereDraftsAndDoesNotPublish() throws Exception {
    var id = ProcedureId.of(published()).value();
    lets(Level.WORKING, Area.ADMIN);
    var draft = "update manuals.draft set revision = revision + 1 where procedure = '" + id + "'";
    assertThat(change(assistant, draft)).isEqualTo(1);
    isRefused(
        assistant,
        """
        insert into manuals.version (procedure, number, major, minor, patch, change, body, hash,
          note, published_by, published_at)
        select procedure, 9, 9, 0, 0, 'MAJOR', body, hash, '', published_by, now()
        from manuals.version where procedure = '%s'
        """
            .formatted(id));
  }

  @Test
  void nobodyWritesUnderAnothersNameOrWithoutWorkingThere() throws Exception {
    var id = ProcedureId.of(published()).value();
    lets(Level.READING, Area.ADMIN);
    var mine = "insert into manuals.edit values ('%s', 'DRAFT', '%s', now())";
    isRefused(assistant, mine.formatted(id, assistant.id().value()));
    lets(Level.WORKING, Area.ADMIN);
    isRefused(assistant, mine.formatted(id, owner.id().value()));
    assertThat(change(assistant, mine.formatted(id, assistant.id().value()))).isEqualTo(1);
    assertThat(change(assistant, "delete from manuals.edit where procedure = '" + id + "'"))
        .isZero();
  }

  @Test
  void aProcedureDoesNotMoveToAnAreaOneMayNotEnter() throws Exception {
    var id = ProcedureId.of(published()).value();
    lets(Level.WORKING, Area.ADMIN);
    isRefused(assistant, "update manuals.procedure set area = 'TRAVEL' where id = '" + id + "'");
  }

  @Test
  void aVersionStaysAsItWasEvenForTheHouse() throws Exception {
    published();
    int changed =
        Caller.house()
            .call(() ->
                transaction.execute(
                    tx -> jdbc.sql("update manuals.version set note = 'x'").update()));
    assertThat(changed).isZero();
  }
}
