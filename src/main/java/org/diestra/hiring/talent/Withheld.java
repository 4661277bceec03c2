package org.diestra.hiring.talent;

import org.diestra.platform.accounts.PersonRestored;
import org.diestra.platform.accounts.PersonSuspended;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hides the profile of somebody who is kept out, and shows it again: only if it was shown. */
@Component
class Withheld {
  private final Profiles profiles;
  private final ProfileStore store;

  Withheld(Profiles profiles, ProfileStore store) {
    this.profiles = profiles;
    this.store = store;
  }

  @ApplicationModuleListener
  void hide(PersonSuspended event) {
    if (store.withhold(event.person())) {
      profiles.hide(event.person());
    }
  }

  @ApplicationModuleListener
  void show(PersonRestored event) {
    if (store.release(event.person())) {
      profiles.publish(event.person()).orFail();
    }
  }
}
