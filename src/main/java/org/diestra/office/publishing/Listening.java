package org.diestra.office.publishing;

import org.diestra.office.channels.StandingChanged;
import org.diestra.platform.accounts.RoleChanged;
import org.diestra.platform.data.HouseRights;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A word that does not hold any more takes what stands by it back before its minute. */
@Component
class Listening {
  private final DueStore store;
  private final Publications publications;
  private final HouseRights house;

  Listening(DueStore store, Publications publications, HouseRights house) {
    this.store = store;
    this.publications = publications;
    this.house = house;
  }

  /** In the client's own transaction: from the moment on which they read it, it holds. */
  @EventListener
  void on(StandingChanged event) {
    house.call(() -> {
      store
          .approved("approved_by is null and channel = :which", event.channel().value())
          .forEach(id -> publications.ask(id, "publishing.words.standing.over"));
      return event;
    });
  }

  /** Somebody does not decide for the client any more. */
  @ApplicationModuleListener
  void on(RoleChanged event) {
    var now = event.now();
    if (now != null && now.approves() || !event.was().approves()) {
      return;
    }
    house.call(() -> {
      store
          .approved("approved_by = :which", event.person().value())
          .forEach(id -> publications.ask(id, "publishing.words.approver"));
      return event;
    });
  }
}
