package org.diestra.platform.notifications;

import org.diestra.platform.accounts.PersonId;
import org.springframework.stereotype.Component;

/** What stands at the foot of a mail, for tests outside of this module. */
@Component
public class UnsubscribeLinks {
  private final Unsubscribe unsubscribe;

  UnsubscribeLinks(Unsubscribe unsubscribe) {
    this.unsubscribe = unsubscribe;
  }

  /** The last part of the address at which that person stops a kind of mail. */
  public String token(PersonId person) {
    var path = unsubscribe.path(person, "probe:digest");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
