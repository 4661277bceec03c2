package org.diestra.office.learning;

import java.time.Clock;
import org.diestra.office.manuals.Procedure;
import org.diestra.office.manuals.Version;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Tells the client what is asked, and whoever learns what came of it. */
@Component
class LearningNotices {
  static final String QUESTIONS = "learning:questions";
  static final String READINGS = "learning:readings";
  private final Notifications notifications;
  private final Workspaces workspaces;
  private final Clock clock;

  LearningNotices(Notifications notifications, Workspaces workspaces, Clock clock) {
    this.notifications = notifications;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  void asked(Pass by, Procedure procedure, Question question) {
    for (var person : workspaces.keepers(by.workspace())) {
      if (!person.equals(by.viewer().id())) {
        notifications.tell(
            Notice.to(
                    person,
                    QUESTIONS,
                    procedure.href() + "/questions#q-" + question.id(),
                    "learning.notice.asked",
                    by.viewer().name(),
                    question.stepTitle(),
                    procedure.title())
                .from(by.viewer().name()));
      }
    }
  }

  void answered(Pass by, Procedure procedure, Question question) {
    if (!question.asker().equals(by.viewer().id())) {
      notifications.tell(
          Notice.to(
                  question.asker(),
                  QUESTIONS,
                  procedure.href() + "/questions#q-" + question.id(),
                  "learning.notice.answered",
                  by.viewer().name(),
                  question.stepTitle(),
                  procedure.title())
              .once("learning:answered:" + question.id() + ":" + question.answeredAt())
              .from(by.viewer().name()));
    }
  }

  /** All tries are used up: a talk helps more than another one. */
  void stuck(Pass who, Procedure procedure, Version version) {
    for (var person : workspaces.keepers(who.workspace())) {
      notifications.tell(
          Notice.to(
                  person,
                  READINGS,
                  procedure.href() + "/reading",
                  "learning.notice.stuck",
                  who.viewer().name(),
                  procedure.title())
              .once(once(procedure, version, "stuck:" + who.viewer().id() + ":" + clock.instant()))
              .from(who.viewer().name()));
    }
  }

  void released(Pass by, Procedure procedure, Version version, PersonId person) {
    notifications.tell(
        Notice.to(
                person,
                READINGS,
                procedure.href() + "/reading",
                "learning.notice.released",
                procedure.title())
            .once(once(procedure, version, "released:" + person + ":" + clock.instant()))
            .from(by.viewer().name()));
  }

  /** A day before work by it may no longer begin. */
  void reminded(PersonId person, Procedure procedure, Version version) {
    notifications.tell(
        Notice.to(
                person,
                READINGS,
                procedure.href() + "/reading",
                "learning.notice.reminder",
                procedure.title())
            .once(once(procedure, version, "reminder")));
  }

  private static String once(Procedure procedure, Version version, String what) {
    return "learning:" + procedure.id() + ":" + version.number() + ":" + what;
  }
}
