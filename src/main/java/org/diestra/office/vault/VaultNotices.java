package org.diestra.office.vault;

import java.time.Instant;
import java.util.List;
import org.diestra.office.workspaces.Workspace;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Those who keep a workspace hear of what is to be changed. */
@Component
class VaultNotices {
  static final String LEFT = "vault:left";
  private final Notifications notifications;
  private final Workspaces workspaces;
  private final Accounts accounts;

  VaultNotices(Notifications notifications, Workspaces workspaces, Accounts accounts) {
    this.notifications = notifications;
    this.workspaces = workspaces;
    this.accounts = accounts;
  }

  void left(Workspace workspace, PersonId person, int secrets, Instant at) {
    var name = accounts.names(List.of(person)).getOrDefault(person, "");
    notifications.tell(
        workspaces.keepers(workspace).stream()
            .map(keeper ->
                Notice.to(
                        keeper,
                        LEFT,
                        workspace.href() + "/vault/handover",
                        "vault.notice.left",
                        name,
                        secrets)
                    .once("vault:left:" + workspace.id() + ":" + person + ":" + at))
            .toList());
  }
}
