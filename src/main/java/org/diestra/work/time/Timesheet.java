package org.diestra.work.time;

import java.time.Instant;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;

/** A contract's week: {@code OPEN → SUBMITTED → CLOSED}; once closed, nothing in it changes. */
sealed interface Timesheet {
  Facts facts();

  /** The stage's name, as it stands in the database and in messages. */
  State state();

  /** Its name for those who need no more. */
  enum State {
    OPEN,
    SUBMITTED,
    CLOSED
  }

  /**
   * What stays the same.
   *
   * @param tariff what was agreed when the week got its first line
   * @param minutes of all its lines
   * @param extra minutes above the cap that the client accepted
   */
  record Facts(
      ContractId contract,
      Week week,
      WorkspaceId workspace,
      OrganisationId organisation,
      PersonId assistant,
      String title,
      Tariff tariff,
      int minutes,
      int extra,
      int version,
      Instant since) {
    Facts moved(Instant now) {
      return with(extra, now);
    }

    private Facts with(int more, Instant at) {
      return new Facts(
          contract,
          week,
          workspace,
          organisation,
          assistant,
          title,
          tariff,
          minutes,
          more,
          version + 1,
          at);
    }

    /** As it stands in timers' keys. */
    String key() {
      return contract + "/" + week;
    }

    String href() {
      return "/contracts/" + contract + "/time?week=" + week;
    }
  }

  /** The assistant writes in it. */
  record Open(Facts facts) implements Timesheet {
    @Override
    public State state() {
      return State.OPEN;
    }

    Submitted submit(Instant now) {
      return new Submitted(facts.moved(now), now);
    }
  }

  /** The client looks at it. */
  record Submitted(Facts facts, Instant submittedAt) implements Timesheet {
    @Override
    public State state() {
      return State.SUBMITTED;
    }

    /**
     * @param minutes above the cap that are accepted from now on, in all
     */
    Submitted allow(int minutes) {
      return new Submitted(facts.with(minutes, facts.since), submittedAt);
    }

    Closed close(Instant now) {
      return new Closed(facts.moved(now), submittedAt, now);
    }
  }

  /** Over. */
  record Closed(Facts facts, Instant submittedAt, Instant closedAt) implements Timesheet {
    @Override
    public State state() {
      return State.CLOSED;
    }
  }

  /** Whether the assistant may still write in it: until Monday noon in UTC, submitted or not. */
  default boolean writable(Instant now) {
    return !(this instanceof Closed) && now.isBefore(facts().week().submitsAt());
  }
}
