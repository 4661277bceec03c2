package org.diestra.work.engagements;

import java.util.Locale;
import java.util.Set;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.procedures.MarkdownText;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.Contract;
import org.diestra.work.contracts.ContractFollower;
import org.diestra.work.contracts.Terms;
import org.diestra.work.engagements.Engagement.Facts;
import org.diestra.work.engagements.Engagement.Preparing;
import org.diestra.work.engagements.EngagementStore.Move;
import org.springframework.stereotype.Component;

/**
 * With the second signature the client's room is open to read: the instructions of the job are the
 * first version of a procedure, so that they can be confirmed before the work begins.
 */
@Component
class Beginning implements ContractFollower {
  private final EngagementStore store;
  private final Workspaces workspaces;
  private final Manuals manuals;
  private final Jobs jobs;
  private final Organisations organisations;
  private final Pages pages;
  private final HouseRights house;

  Beginning(
      EngagementStore store,
      Workspaces workspaces,
      Manuals manuals,
      Jobs jobs,
      Organisations organisations,
      Pages pages,
      HouseRights house) {
    this.store = store;
    this.workspaces = workspaces;
    this.manuals = manuals;
    this.jobs = jobs;
    this.organisations = organisations;
    this.pages = pages;
    this.house = house;
  }

  @Override
  public void signed(Signed signed) {
    var contract = signed.contract();
    var terms = signed.terms();
    var workspace = workspaces.open(contract.organisation());
    var facts =
        new Facts(
            contract.id(),
            workspace,
            contract.organisation(),
            contract.assistant(),
            contract.title(),
            terms.duties(),
            terms.manual() == Terms.Manual.ACKNOWLEDGED,
            terms.noticeDays(),
            1,
            contract.signedAt(),
            null);
    house.call(() -> begin(new Preparing(facts), contract));
    if (contract.trial()) {
      return;
    }
    workspaces.admit(
        contract.id().value(), workspace, contract.assistant(), terms.duties(), Level.READING);
    instruct(signed, workspace);
  }

  /** A trial opens nothing and needs no manual, so it runs with the second signature. */
  private Engagement begin(Preparing it, Contract contract) {
    var at = contract.signedAt();
    var to = it.stage();
    store.add(it);
    store.note(contract.id(), new Move(1, null, to, null, null, null, at));
    if (!contract.trial()) {
      return it;
    }
    var active = it.start(at);
    store.move(active);
    store.note(contract.id(), new Move(2, to, active.stage(), null, null, null, at));
    return active;
  }

  private void instruct(Signed signed, WorkspaceId workspace) {
    var job = jobs.terms(signed.job());
    if (job.instructions().isBlank()) {
      return;
    }
    var language = signed.terms().language();
    var zone = organisations.get(signed.contract().organisation()).zone();
    var words = pages.formats(Locale.of(language), zone);
    var text =
        MarkdownText.read(job.instructions(), job.title(), words.words("engagements.first-step"));
    manuals.begin(
        workspace,
        area(signed.terms().duties(), job.areas()),
        language,
        text,
        signed.client(),
        signed.contract().id().value());
  }

  /** Of the areas that the instructions were written for the first that the contract opens. */
  private static Area area(Set<Area> duties, Set<Area> written) {
    return duties.stream()
        .filter(written::contains)
        .sorted()
        .findFirst()
        .or(() -> duties.stream().sorted().findFirst())
        .orElseThrow();
  }
}
