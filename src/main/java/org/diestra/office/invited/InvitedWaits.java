package org.diestra.office.invited;

import java.time.LocalDate;
import java.util.List;
import org.diestra.office.invitations.Answer;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** Invitations from outside that somebody has not answered. */
@Component
class InvitedWaits implements Waits {
  private static final int MOST = 20;
  private final Invitations invitations;
  private final Pages pages;

  InvitedWaits(Invitations invitations, Pages pages) {
    this.invitations = invitations;
    this.pages = pages;
  }

  @Override
  public List<Wait> of(Viewer viewer) {
    var formats = pages.formats(viewer.locale(), viewer.zone());
    return invitations.open(viewer).stream()
        .filter(it -> it.answer() == Answer.NONE)
        .limit(MOST)
        .map(it ->
            new Wait(
                it.cameAt(),
                it.since(),
                "mail-question",
                "invitations.wait",
                null,
                List.of(
                    it.label(),
                    it.title(formats),
                    it.day() ? LocalDate.ofInstant(it.since(), viewer.zone()) : it.since()),
                it.href(),
                "invitations.wait.do"))
        .toList();
  }
}
