package org.diestra.money.direct;

import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Transfers that wait for the assistant's word, and what a client is to pay. */
@Component
class DirectWaits implements Waits {
  private static final int MOST = 10;
  private final ProofStore proofs;
  private final DueStore dues;
  private final Accounts accounts;
  private final HouseRights house;

  DirectWaits(ProofStore proofs, DueStore dues, Accounts accounts, HouseRights house) {
    this.proofs = proofs;
    this.dues = dues;
    this.accounts = accounts;
    this.house = house;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    var all = new ArrayList<Wait>();
    if (viewer.assistant()) {
      house.call(() -> proofs.unanswered(viewer.id(), MOST)).stream()
          .map(DirectWaits::wait)
          .forEach(all::add);
    }
    var clients = viewer.hiring().stream().map(Membership::organisation).toList();
    if (!clients.isEmpty()) {
      var owed = house.call(() -> dues.owed(clients, MOST));
      var names = accounts.names(owed.stream().map(DueStore.Owed::assistant).distinct().toList());
      owed.stream().map(o -> wait(o, names.getOrDefault(o.assistant(), ""))).forEach(all::add);
    }
    return all;
  }

  private static Wait wait(Proof proof) {
    var facts = proof.facts();
    return new Wait(
        facts.since(),
        null,
        "landmark",
        "direct.wait.answer",
        null,
        List.of(facts.amount(), facts.paidOn()),
        facts.href(),
        "direct.wait.answer.action");
  }

  private static Wait wait(DueStore.Owed owed, String to) {
    return new Wait(
        owed.since(),
        null,
        "landmark",
        "direct.wait.pay",
        null,
        List.of(owed.open(), to, owed.dueOn()),
        DirectNotices.page(owed.contract()) + "/payment",
        "direct.wait.pay.action");
  }
}
