package org.diestra.money.direct;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.diestra.work.contracts.ContractId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the operator sees of payments that the house has no hand in. */
@Component
class DirectDesk {
  static final int MOST = 100;
  private final Modes modes;
  private final DeskStore proofs;
  private final DueStore dues;
  private final Plans plans;
  private final Organisations organisations;
  private final Accounts accounts;
  private final HouseRights house;
  private final Clock clock;

  DirectDesk(
      Modes modes,
      DeskStore proofs,
      DueStore dues,
      Plans plans,
      Organisations organisations,
      Accounts accounts,
      HouseRights house,
      Clock clock) {
    this.modes = modes;
    this.proofs = proofs;
    this.dues = dues;
    this.plans = plans;
    this.organisations = organisations;
    this.accounts = accounts;
    this.house = house;
    this.clock = clock;
  }

  /** A transfer that was said, with both sides' names. */
  record Line(Proof proof, String client, String assistant) {}

  /** What is late, with both sides' names. */
  record Late(Due due, String client, String assistant) {}

  /**
   * Of each list the oldest {@link #MOST}.
   *
   * @param denied where the two say different things of what is still due
   * @param silent without an answer for some days
   */
  record View(
      List<Mode> modes, List<Line> denied, List<Line> silent, List<Late> late, Instant now) {
    boolean old(Line line) {
      return line.proof().facts().since().plus(Reminders.SECOND).isBefore(now);
    }
  }

  @Transactional(readOnly = true)
  public View view() {
    return house.call(() -> {
      var now = clock.instant();
      var denied = proofs.disputed(MOST);
      var silent = proofs.silent(now.minus(Reminders.FIRST), MOST);
      var late = dues.late(now, MOST);
      var of =
          plans.of(
              Stream.concat(
                      Stream.concat(denied.stream(), silent.stream())
                          .map(p -> p.facts().contract()),
                      late.stream().map(Due::contract))
                  .distinct()
                  .toList());
      var names = new Names(of);
      return new View(
          modes.all(),
          denied.stream().map(names::line).toList(),
          silent.stream().map(names::line).toList(),
          late.stream()
              .map(d -> new Late(d, names.client(d.contract()), names.assistant(d.contract())))
              .toList(),
          now);
    });
  }

  /** Those of both sides of some contracts. */
  private final class Names {
    private final Map<ContractId, Plan> of;
    private final Map<OrganisationId, String> clients;
    private final Map<PersonId, String> assistants;

    Names(Map<ContractId, Plan> of) {
      this.of = of;
      this.clients =
          organisations
              .all(of.values().stream().map(Plan::client).distinct().toList())
              .values()
              .stream()
              .collect(Collectors.toMap(o -> o.id(), o -> o.name()));
      this.assistants =
          accounts.names(of.values().stream().map(Plan::assistant).distinct().toList());
    }

    String client(ContractId contract) {
      return clients.getOrDefault(Objects.requireNonNull(of.get(contract)).client(), "");
    }

    String assistant(ContractId contract) {
      return assistants.getOrDefault(Objects.requireNonNull(of.get(contract)).assistant(), "");
    }

    Line line(Proof proof) {
      var contract = proof.facts().contract();
      return new Line(proof, client(contract), assistant(contract));
    }
  }

  /** Where the two disagree, and what has been without an answer for a week. */
  @Transactional(readOnly = true)
  public Waiting waiting() {
    return house.call(() -> proofs.waiting(clock.instant().minus(Reminders.SECOND)));
  }
}
