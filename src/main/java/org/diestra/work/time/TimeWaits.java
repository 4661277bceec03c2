package org.diestra.work.time;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Weeks that wait for the client's word, and lines and weeks that wait for the assistant's. */
@Component
class TimeWaits implements Waits {
  private static final int MOST = 10;
  private final SheetStore sheets;
  private final Accounts accounts;
  private final Clock clock;

  TimeWaits(SheetStore sheets, Accounts accounts, Clock clock) {
    this.sheets = sheets;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    var mine = viewer.assistant() ? own(viewer) : Stream.<Wait>empty();
    var clients =
        viewer.memberships().stream()
            .filter(m -> m.role().hires() || m.role() == Role.APPROVER)
            .map(Membership::organisation)
            .toList();
    if (clients.isEmpty()) {
      return mine.toList();
    }
    var weeks = sheets.toReview(clients, MOST);
    var names = accounts.names(weeks.stream().map(s -> s.facts().assistant()).distinct().toList());
    return Stream.concat(mine, weeks.stream().map(sheet -> review(sheet, names))).toList();
  }

  private Stream<Wait> own(Viewer viewer) {
    var queried = sheets.queried(viewer.id(), MOST / 2);
    var open = sheets.toSubmit(viewer.id(), Week.of(clock.instant()), MOST / 2);
    return Stream.concat(
        queried.stream().map(s -> wait(s, s.facts().week().closesAt(), "time.wait.queried", "")),
        open.stream().map(s -> wait(s, s.facts().week().submitsAt(), "time.wait.submit", "")));
  }

  private static Wait review(Timesheet sheet, Map<PersonId, String> names) {
    var name = names.getOrDefault(sheet.facts().assistant(), "");
    return wait(sheet, sheet.facts().week().closesAt(), "time.wait.review", name);
  }

  private static Wait wait(Timesheet sheet, Instant until, String key, String name) {
    var facts = sheet.facts();
    List<Object> args =
        List.of(facts.title(), facts.week().monday(), CellText.length(facts.minutes()), name);
    return new Wait(facts.since(), until, "timer", key, null, args, facts.href(), key + ".action");
  }
}
