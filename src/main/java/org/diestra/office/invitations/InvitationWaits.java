package org.diestra.office.invitations;

import java.time.Clock;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** Invitations that somebody has not answered. */
@Component
class InvitationWaits implements Waits {
  private final Answers answers;
  private final Pages pages;
  private final Clock clock;

  InvitationWaits(Answers answers, Pages pages, Clock clock) {
    this.answers = answers;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public List<Wait> of(Viewer viewer) {
    var formats = pages.formats(viewer.locale(), viewer.zone());
    return answers.waiting().stream()
        .map(one -> {
          var told = Told.of(one.issue(), viewer.zone(), clock.instant());
          return new Wait(
              one.issue().at(),
              told.from(),
              "mail-question",
              "invitations.wait",
              null,
              List.of(
                  one.organizer(),
                  told.title(formats),
                  told.start().day() ? told.start().date() : told.from()),
              Guest.href(one.guest()),
              "invitations.wait.do");
        })
        .toList();
  }
}
