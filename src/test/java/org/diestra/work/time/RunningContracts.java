package org.diestra.work.time;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.diestra.office.learning.Readings;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Caller;
import org.diestra.work.contracts.SignedContracts;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagements;
import org.springframework.stereotype.Component;

/** Contracts by the hour whose work has begun: twelve euros, eight hours a week. */
@Component
public class RunningContracts {
  private final SignedContracts contracts;
  private final Engagements engagements;
  private final Workspaces workspaces;
  private final Manuals manuals;
  private final Readings readings;

  RunningContracts(
      SignedContracts contracts,
      Engagements engagements,
      Workspaces workspaces,
      Manuals manuals,
      Readings readings,
      Clock clock) {
    this.contracts = contracts;
    this.engagements = engagements;
    this.workspaces = workspaces;
    this.manuals = manuals;
    this.readings = readings;
  }

  static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  public Signed running() {
    return begun(contracts.signed());
  }

  public Signed running(Viewer client, Viewer assistant) {
    return begun(contracts.signed(client, assistant));
  }

  private Signed begun(Signed signed) {
    var facts = engagements.find(signed.id()).orElseThrow().facts();
    var rosa = signed.assistant();
    var pass = as(rosa, () -> workspaces.enter(rosa, facts.workspace()));
    var manual = manuals.published(facts.workspace(), facts.duties()).getFirst();
    as(rosa, () -> readings.confirm(pass, manual.id(), 1, List.of()).orFail());
    var lucia = signed.client();
    as(lucia, () -> engagements.start(lucia, signed.id(), facts.version()).orFail());
    return signed;
  }
}
