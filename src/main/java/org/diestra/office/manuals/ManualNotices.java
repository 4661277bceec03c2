package org.diestra.office.manuals;

import java.time.Clock;
import org.diestra.office.procedures.Change;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Tells the people of an area what changed in its manuals; of a mere correction, nobody. */
@Component
class ManualNotices {
  static final String CHANGED = "manuals:changed";
  static final String REVIEW = "manuals:review";
  private final Notifications notifications;
  private final Workspaces workspaces;
  private final Clock clock;

  ManualNotices(Notifications notifications, Workspaces workspaces, Clock clock) {
    this.notifications = notifications;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  void published(Pass by, Procedure procedure, Version version) {
    if (version.change() == Change.PATCH) {
      return;
    }
    var key =
        version.number() == 1
            ? "manuals.notice.first"
            : "manuals.notice." + version.change().slug();
    for (var person : workspaces.readers(procedure.workspace(), procedure.area())) {
      if (!person.equals(by.viewer().id())) {
        tell(by, person, CHANGED, procedure, key, version.number(), procedure.title());
      }
    }
  }

  void asked(Pass by, Procedure procedure, String title) {
    for (var person : workspaces.keepers(by.workspace())) {
      notifications.tell(
          Notice.to(
                  person,
                  REVIEW,
                  procedure.href() + "/publication",
                  "manuals.notice.asked",
                  by.viewer().name(),
                  title)
              .once("manuals:asked:" + procedure.id() + ":" + clock.instant())
              .from(by.viewer().name()));
    }
  }

  void givenBack(Pass by, Procedure procedure, PersonId writer, String title, String why) {
    notifications.tell(
        Notice.to(
                writer,
                REVIEW,
                procedure.href() + "/draft",
                why.isEmpty() ? "manuals.notice.given-back" : "manuals.notice.given-back.why",
                by.viewer().name(),
                title,
                why)
            .once("manuals:given-back:" + procedure.id() + ":" + clock.instant())
            .from(by.viewer().name()));
  }

  private void tell(
      Pass by,
      PersonId person,
      String kind,
      Procedure procedure,
      String key,
      int number,
      String title) {
    notifications.tell(
        Notice.to(person, kind, procedure.href(), key, by.workspace().name(), title)
            .once("manuals:" + procedure.id() + ":" + number)
            .from(by.viewer().name()));
  }
}
