package org.diestra.office.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Caller;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class WorkspacesTests {
  @Autowired Workspaces workspaces;
  @Autowired Staffing staffing;
  @Autowired Organisations organisations;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired ClockMover clock;
  @Autowired Clock now;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  Viewer owner;
  Viewer assistant;
  WorkspaceId room;
  final UUID contract = UUID.randomUUID();

  @BeforeEach
  void aClientWithARoom() {
    owner = people.client("Lucía");
    assistant = people.assistant("Rosa");
    room = workspaces.open(People.organisation(owner));
  }

  private static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  private Pass enter(Viewer viewer) {
    return as(viewer, () -> workspaces.enter(viewer, room));
  }

  private void isShutOut(Viewer viewer) {
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> enter(viewer));
  }

  private Viewer member(String name, Role role) {
    var person = people.open(name, "en", "Europe/Madrid", false, null);
    organisations.admit(People.organisation(owner), person.id(), role, owner.id());
    return accounts.viewer(person.id()).orElseThrow();
  }

  @Test
  void aClientHasOneRoom() {
    assertThat(workspaces.open(People.organisation(owner))).isEqualTo(room);
  }

  @Test
  void whoHiresEntersAllAndKeepsIt() {
    var pass = enter(owner);
    assertThat(pass.working()).containsExactly(Area.values());
    assertThat(pass.keeps()).isTrue();
  }

  @Test
  void aStrangerFindsNothing() {
    isShutOut(people.client("Other"));
    isShutOut(assistant);
  }

  @Test
  void rolesOpenWhatTheySay() {
    assertThat(enter(member("Ada", Role.APPROVER)).working()).hasSize(8);
    assertThat(enter(member("Bo", Role.BOOKKEEPER)).working()).containsExactly(Area.BOOKKEEPING);
    isShutOut(member("Cy", Role.STAFF));
  }

  @Test
  void theDutiesOfAContractOpenExactlyThoseAreasAndItsEndClosesThem() {
    var duties = Set.of(Area.ADMIN, Area.FILES);
    workspaces.admit(contract, room, assistant.id(), duties, Level.READING);
    assertThat(enter(assistant).working()).isEmpty();
    assertThat(enter(assistant).areas().keySet()).containsExactly(Area.ADMIN, Area.FILES);

    workspaces.widen(contract);
    assertThat(enter(assistant).working()).containsExactly(Area.ADMIN, Area.FILES);
    assertThat(enter(assistant).keeps()).isFalse();
    assertThat(workspaces.people(room, Area.FILES)).contains(assistant.id(), owner.id());
    assertThat(workspaces.people(room, Area.TRAVEL)).doesNotContain(assistant.id());

    workspaces.close(contract, owner.id());
    isShutOut(assistant);
    assertThat(workspaces.people(room, Area.FILES)).doesNotContain(assistant.id());
  }

  @Test
  void anotherContractStaysOpenWhenOneEnds() {
    var other = UUID.randomUUID();
    workspaces.admit(contract, room, assistant.id(), Set.of(Area.ADMIN), Level.WORKING);
    workspaces.admit(other, room, assistant.id(), Set.of(Area.ADMIN), Level.WORKING);
    workspaces.close(contract, null);
    assertThat(enter(assistant).working()).containsExactly(Area.ADMIN);
  }

  @Test
  void aKeeperLetsInStaffUntilTheLastDayIsOver() {
    var staff = member("Cy", Role.STAFF);
    var today = LocalDate.ofInstant(now.instant(), enter(owner).workspace().zone());
    let(staff, Set.of(Area.TRAVEL, Area.BLOG), today.plusDays(3));
    assertThat(enter(staff).working()).containsExactly(Area.BLOG, Area.TRAVEL);

    let(staff, Set.of(Area.TRAVEL), today.plusDays(1));
    assertThat(enter(staff).working()).containsExactly(Area.TRAVEL);

    clock.skipTo(now.instant().plus(Duration.ofDays(3)));
    isShutOut(staff);
    assertThat(rows(staff, "select count(*) from workspaces.doors()")).isZero();
  }

  private void let(Viewer staff, Set<Area> areas, LocalDate until) {
    as(
        owner,
        () -> {
          staffing.letIn(workspaces.enter(owner, room), staff.id(), areas, until);
          return room;
        });
  }

  @Test
  void whoLeavesTheBusinessLosesWhatAKeeperOpened() {
    var staff = member("Cy", Role.STAFF);
    let(
        staff,
        Set.of(Area.TRAVEL),
        LocalDate.ofInstant(now.instant(), enter(owner).workspace().zone()).plusDays(30));
    organisations.dismiss(owner.id(), People.organisation(owner), staff.id());
    isShutOut(accounts.viewer(staff.id()).orElseThrow());
    assertThat(workspaces.people(room, Area.TRAVEL)).doesNotContain(staff.id());
  }

  @Test
  void whoComesBackBeginsWithNothing() {
    var staff = member("Cy", Role.STAFF);
    var day = LocalDate.ofInstant(now.instant(), enter(owner).workspace().zone()).plusDays(30);
    let(staff, Set.of(Area.TRAVEL), day);
    organisations.dismiss(owner.id(), People.organisation(owner), staff.id());
    organisations.admit(People.organisation(owner), staff.id(), Role.STAFF, owner.id());
    isShutOut(accounts.viewer(staff.id()).orElseThrow());
  }

  @Test
  void staffLetsNobodyIn() {
    var staff = member("Cy", Role.STAFF);
    let(
        staff,
        Set.of(Area.TRAVEL),
        LocalDate.ofInstant(now.instant(), enter(owner).workspace().zone()).plusDays(30));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() ->
            as(
                staff,
                () -> {
                  staffing.letIn(
                      workspaces.enter(staff, room), staff.id(), Set.of(Area.ADMIN), null);
                  return room;
                }));
  }

  @Test
  void theDatabaseItselfShowsAndTakesNothingOfAnothersRoom() {
    workspaces.admit(contract, room, assistant.id(), Set.of(Area.ADMIN), Level.WORKING);
    var stranger = people.client("Other");
    assertThat(
            rows(
                stranger,
                "select count(*) from workspaces.workspace where id = '" + room.value() + "'"))
        .isZero();
    assertThat(rows(stranger, "select count(*) from workspaces.access")).isZero();
    assertThat(changed(stranger, "update workspaces.access set ended_at = now()")).isZero();
    assertThat(changed(assistant, "update workspaces.access set level = 'READING'")).isZero();
    assertThat(rows(assistant, "select count(*) from workspaces.access")).isEqualTo(1);
    for (var viewer : new Viewer[] {stranger, assistant, owner}) {
      assertThatExceptionOfType(DataAccessException.class)
          .isThrownBy(() ->
              changed(
                  viewer,
                  "insert into workspaces.access (id, workspace, person, area, level, contract, given_by, since)"
                      + " values (gen_random_uuid(), '%s', '%s', 'TRAVEL', 'WORKING', gen_random_uuid(), '%2$s', now())"
                          .formatted(room.value(), viewer.id().value())))
          .havingRootCause()
          .withMessageContaining("row-level security");
    }
    assertThat(jdbc.sql("select count(*) from workspaces.access").query(Long.class).single())
        .as("nobody bound")
        .isZero();
  }

  private long rows(Viewer viewer, String sql) {
    return as(viewer, () -> transaction.execute(tx -> jdbc.sql(sql).query(Long.class).single()));
  }

  private int changed(Viewer viewer, String sql) {
    return as(viewer, () -> transaction.execute(tx -> jdbc.sql(sql).update()));
  }
}
