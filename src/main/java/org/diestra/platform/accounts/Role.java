package org.diestra.platform.accounts;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.diestra.platform.base.Area;
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
  BOOKKEEPER,
  /** Works in the areas of the workspace that a keeper opens, and sees no contract. */
  STAFF;

  /** What the role is called in the reader's language. */
  public String key() {
    return "accounts.role." + name().toLowerCase(Locale.ROOT);
  }

  /** Every role with what it may do, the most useful first, for a form. */
  static Map<String, String> choices() {
    var choices = new LinkedHashMap<String, String>();
    for (var role : new Role[] {MANAGER, APPROVER, BOOKKEEPER, STAFF, OWNER}) {
      choices.put(role.name(), Ui.words(role.key()) + ": " + Ui.words(role.key() + ".may"));
    }
    return choices;
  }

  /** Whether this role posts jobs, reads bids and hires. */
  public boolean hires() {
    return this == OWNER || this == MANAGER;
  }

  /** Whether this role decides on work that was done, and on hours. */
  public boolean approves() {
    return hires() || this == APPROVER;
  }

  /** Whether this role sees the contracts of the client, and what they pay. */
  public boolean seesContracts() {
    return this != STAFF;
  }

  /** Whether this role enters that area of the client's workspace without being let in. */
  public boolean enters(Area area) {
    return switch (this) {
      case OWNER, MANAGER, APPROVER -> true;
      case BOOKKEEPER -> area == Area.BOOKKEEPING;
      case STAFF -> false;
    };
  }
}
