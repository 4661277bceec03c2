package org.diestra.platform.accounts;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.diestra.platform.page.Ui;

/** What a member may do in a client's organisation. */
public enum Role {
  /** Everything, members and money included. */
  OWNER,
  /** Posts jobs, hires, decides. */
  MANAGER,
  /** Approves work and hours. */
  APPROVER,
  /** Sees money and books. */
  BOOKKEEPER;

  /** What the role is called in the reader's language. */
  public String key() {
    return "accounts.role." + name().toLowerCase(Locale.ROOT);
  }

  /** Every role with what it may do, the most useful first, for a form. */
  static Map<String, String> choices() {
    var choices = new LinkedHashMap<String, String>();
    for (var role : new Role[] {MANAGER, APPROVER, BOOKKEEPER, OWNER}) {
      choices.put(role.name(), Ui.words(role.key()) + ": " + Ui.words(role.key() + ".may"));
    }
    return choices;
  }

  /** Whether this role posts jobs, reads bids and hires. */
  public boolean hires() {
    return this == OWNER || this == MANAGER;
  }
}
