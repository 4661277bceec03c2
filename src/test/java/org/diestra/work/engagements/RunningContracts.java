package org.diestra.work.engagements;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.diestra.office.learning.Readings;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Caller;
import org.diestra.work.contracts.SignedContracts;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.springframework.stereotype.Component;

/** Contracts whose manual was read and whose work has begun, for the tests of later modules. */
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
      Readings readings) {
    this.contracts = contracts;
    this.engagements = engagements;
    this.workspaces = workspaces;
    this.manuals = manuals;
    this.readings = readings;
  }

  public static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  /** By the hour. */
  public Signed hourly() {
    return started(contracts.signed());
  }

  /** The same between these two. */
  public Signed hourly(Viewer client, Viewer assistant) {
    return started(contracts.signed(client, assistant));
  }

  /**
   * The same between these two.
   *
   * @param before what has to be done with it before it may start
   */
  public Signed hourly(Viewer client, Viewer assistant, Consumer<Signed> before) {
    var signed = contracts.signed(client, assistant);
    before.accept(signed);
    return started(signed);
  }

  /** By the hour and by the task. */
  public Signed mixed() {
    return started(contracts.mixed());
  }

  /** The same between these two. */
  public Signed mixed(Viewer client, Viewer assistant) {
    return started(contracts.mixed(client, assistant));
  }

  /**
   * By the month between these two, with hours beyond it or without.
   *
   * @param before what has to be done with it before it may start
   */
  public Signed retained(Viewer client, Viewer assistant, boolean hourly, Consumer<Signed> before) {
    var signed = contracts.retained(client, assistant, hourly);
    before.accept(signed);
    return started(signed);
  }

  /** By the month between these two, and not begun. */
  public Signed retainedUnstarted(Viewer client, Viewer assistant) {
    return contracts.retained(client, assistant, false);
  }

  private Signed started(Signed signed) {
    confirm(signed, 1);
    as(
        signed.client(),
        () -> engagements.start(signed.client(), signed.id(), version(signed)).orFail());
    return signed;
  }

  /** The assistant confirms that version of the manual. */
  public void confirm(Signed signed, int number) {
    var rosa = signed.assistant();
    var workspace = engagements.find(signed.id()).orElseThrow().facts().workspace();
    as(
        rosa,
        () ->
            readings
                .confirm(workspaces.enter(rosa, workspace), manual(signed).id(), number, List.of())
                .orFail());
  }

  /** The one that the instructions of its job became. */
  public Procedure manual(Signed signed) {
    var facts = engagements.find(signed.id()).orElseThrow().facts();
    return manuals.published(facts.workspace(), facts.duties()).getFirst();
  }

  public int version(Signed signed) {
    return engagements.find(signed.id()).orElseThrow().facts().version();
  }
}
