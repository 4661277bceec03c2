package org.diestra.operator.disputes;

import java.util.List;
import java.util.Optional;
import org.diestra.operator.disputes.Dispute.Decided;
import org.diestra.operator.disputes.Dispute.Negotiating;
import org.diestra.operator.disputes.Dispute.Open;
import org.diestra.operator.disputes.Dispute.Opened;
import org.diestra.operator.disputes.Dispute.Proposed;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.diestra.work.contracts.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Disputes that wait for a word of somebody's side. */
@Component
class DisputeWaits implements Waits {
  private static final int MOST = 20;
  private final DisputeStore store;

  DisputeWaits(DisputeStore store) {
    this.store = store;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    var clients = viewer.hiring().stream().map(Membership::organisation).toList();
    if (clients.isEmpty() && !viewer.assistant()) {
      return List.of();
    }
    var found = store.open(clients, viewer.assistant() ? viewer.id() : null, MOST);
    return found.stream().flatMap(it -> wait((Open) it, viewer).stream()).toList();
  }

  private static Optional<Wait> wait(Open it, Viewer viewer) {
    var side = it.facts().place().side(viewer);
    var what = what(it, side);
    return what.map(slug ->
        new Wait(
            it.facts().since(),
            it.dueAt(),
            "scale",
            "disputes.wait." + slug,
            null,
            List.of(it.facts().place().title()),
            it.facts().id().href(),
            "disputes.wait." + slug + ".action"));
  }

  /** What that side may do about it now, if anything that is asked of it. */
  private static Optional<String> what(Open it, Side side) {
    return switch (it) {
      case Opened opened when opened.facts().claim().side() != side -> Optional.of("respond");
      case Negotiating negotiating -> Optional.of("figure");
      case Proposed proposed when proposed.accepted() != side -> Optional.of("proposal");
      case Decided decided when decided.facts().figures().loses(side, decided.figure()) ->
          Optional.of("appeal");
      default -> Optional.empty();
    };
  }
}
