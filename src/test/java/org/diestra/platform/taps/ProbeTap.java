package org.diestra.platform.taps;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.taps.Shown.Choice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Something that waits for everybody and is never decided, for tests outside of this module. */
@Component
public class ProbeTap implements Tap {
  private static final String KIND = "taps:probe";
  private final ObjectProvider<Taps> taps;
  private final Accounts accounts;

  ProbeTap(ObjectProvider<Taps> taps, Accounts accounts) {
    this.taps = taps;
    this.accounts = accounts;
  }

  /** The last part of the address at which that person would decide. */
  public String token(PersonId person) {
    var offer = new Offer(KIND, Ids.fresh(), "1");
    var made = taps.getObject().make(accounts.contact(person).orElseThrow(), offer).orElseThrow();
    return made.path().substring(Taps.PATH.length());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Shown> shown(Viewer viewer, UUID subject, String seen) {
    var yes = new Choice("yes", "taps.done", List.of());
    return Optional.of(new Shown("taps.title", List.of(), "", "/home", List.of(yes)));
  }

  @Override
  public Outcome<?> decide(Viewer viewer, UUID subject, String seen, String choice) {
    return Outcome.refused(Refusal.conflict("taps.refused"));
  }
}
