package org.diestra.hiring.board;

import java.util.Optional;
import org.diestra.hiring.jobs.Invitees;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.PersonId;
import org.springframework.stereotype.Component;

/** Tells jobs whom they can invite: assistants whose profile is out. */
@Component
class InviteesByHandle implements Invitees {
  private final Talent talent;

  InviteesByHandle(Talent talent) {
    this.talent = talent;
  }

  @Override
  public Optional<PersonId> find(String handle) {
    return talent.byHandle(handle).map(card -> card.id());
  }

  @Override
  public boolean ready(PersonId person) {
    return talent.readyToBid(person);
  }
}
