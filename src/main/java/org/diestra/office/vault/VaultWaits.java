package org.diestra.office.vault;

import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;

/** What is to be changed, before those who keep a workspace. */
@Component
class VaultWaits implements Waits {
  private final Handover handover;

  VaultWaits(Handover handover) {
    this.handover = handover;
  }

  @Override
  public List<Wait> of(Viewer viewer) {
    if (viewer.hiring().isEmpty()) {
      return List.of();
    }
    return handover.waiting().stream()
        .map(waiting ->
            new Wait(
                waiting.since(),
                null,
                "key-round",
                "vault.wait",
                null,
                List.of(waiting.count()),
                "/w/" + waiting.workspace() + "/vault/handover",
                "vault.wait.action"))
        .toList();
  }
}
