package org.diestra.hiring.talent;

import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.screening.Flags;
import org.diestra.hiring.screening.Place;
import org.diestra.hiring.screening.Screening;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Refusal;
import org.springframework.stereotype.Component;

/** Reads what a profile says by the operator's rules before others do. */
@Component
class ProfileScreen {
  private final Screening screening;
  private final Flags flags;

  ProfileScreen(Screening screening, Flags flags) {
    this.screening = screening;
    this.flags = flags;
  }

  /**
   * Why this can't stand there, at its field; empty where it may. What a rule wants looked at is
   * flagged in the transaction of the change.
   *
   * @param texts by the name of the field into which each was typed
   */
  Optional<Refusal> refusal(PersonId person, Handle handle, Map<String, String> texts) {
    var read = screening.read(Place.PROFILE, texts);
    var refusal = read.refusal();
    if (refusal.isEmpty()) {
      flags.raise(person.value(), "/assistants/" + handle.text(), read);
    }
    return refusal;
  }
}
