package org.diestra.work.engagements;

import java.util.List;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is signed and has not begun, before the client. */
@Component
class EngagementWaits implements Waits {
  private static final int MOST = 10;
  private final EngagementStore store;

  EngagementWaits(EngagementStore store) {
    this.store = store;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    if (viewer.hiring().isEmpty()) {
      return List.of();
    }
    var clients = viewer.hiring().stream().map(Membership::organisation).toList();
    return store.preparing(clients, MOST).stream().map(EngagementWaits::wait).toList();
  }

  private static Wait wait(Engagement it) {
    return new Wait(
        it.facts().since(),
        null,
        "route",
        "engagements.wait.start",
        null,
        List.of(it.facts().title()),
        "/contracts/" + it.facts().contract() + "/course",
        "engagements.wait.action");
  }
}
