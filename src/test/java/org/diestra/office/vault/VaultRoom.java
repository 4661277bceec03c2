package org.diestra.office.vault;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.office.vault.Item.Head;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.Caller;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client's vault, and an assistant whom a contract lets into administration. */
@HouseTest
abstract class VaultRoom {
  static final String PASSWORD = " Turia-2026 ";
  @Autowired People people;
  @Autowired Workspaces workspaces;
  @Autowired Vault vault;
  @Autowired Removals removals;
  @Autowired HouseRights house;
  @Autowired JdbcClient jdbc;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  final UUID contract = UUID.randomUUID();
  Viewer owner;
  Viewer rosa;
  WorkspaceId room;

  @BeforeEach
  void aVault() {
    owner = people.client("Lucía");
    rosa = people.assistant("Rosa");
    room = workspaces.open(People.organisation(owner));
    admit(contract);
  }

  void admit(UUID by) {
    workspaces.admit(by, room, rosa.id(), Set.of(Area.ADMIN), Level.WORKING);
  }

  static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  Pass pass(Viewer viewer) {
    return workspaces.enter(viewer, room);
  }

  Item login(String name, Area area, boolean masked, boolean kept) {
    var head = new Head(area, Kind.LOGIN, name, "https://example.org", masked, kept);
    return as(owner, () -> vault.add(pass(owner), head, secret(PASSWORD)));
  }

  Item login(String name) {
    return login(name, Area.ADMIN, false, false);
  }

  static Secret secret(String password) {
    var parts = new EnumMap<Field, String>(Field.class);
    parts.putAll(
        Map.of(Field.USERNAME, "ana", Field.PASSWORD, password, Field.CODES, "JBSWY3DPEHPK3PXP"));
    return new Secret(parts);
  }

  String opened(Viewer viewer, Item item) {
    return as(viewer, () -> vault.open(pass(viewer), item.id(), Field.PASSWORD).orFail().text());
  }
}
