package org.diestra.hiring.jobs;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.base.WorkWeek;
import org.jspecify.annotations.Nullable;

/**
 * A job as those who deal with bids and contracts need it: the edition in force and its stage.
 *
 * @param edition 0 while it was never published
 * @param hidden whether the operator hid it from everybody but its client
 * @param stopped whether the house paused it until an operator has looked at it
 * @param opensAt when it was published, or null before
 */
public record JobTerms(
    JobId id,
    OrganisationId organisation,
    int edition,
    Stage stage,
    boolean hidden,
    boolean stopped,
    Terms terms,
    @Nullable Instant opensAt,
    @Nullable Instant expiresAt) {

  /** Whether assistants may bid now. */
  public boolean takesBids() {
    return stage == Stage.OPEN && !hidden;
  }

  public String title() {
    return terms.title();
  }

  /** How it is done, Markdown; empty where the client had nothing to say yet. */
  public String instructions() {
    return terms.instructions();
  }

  public Set<Area> areas() {
    return terms.areas();
  }

  public Currency currency() {
    return terms.pay().currency();
  }

  public Optional<Money> ceiling(PayUnit unit) {
    return terms.pay().ceiling(unit);
  }

  /** The ceiling for an hour, or null where hours are not paid. */
  public @Nullable Money maxHourly() {
    return terms.pay().hourly();
  }

  /** The ceiling for a task, or null where tasks are not paid. */
  public @Nullable Money maxPerTask() {
    return terms.pay().perTask();
  }

  public Volume volume() {
    return terms.volume();
  }

  public List<Fluency> languages() {
    return terms.languages();
  }

  /** The client's hours that count for the overlap; null where any hour will do. */
  public @Nullable WorkWeek wanted() {
    return terms.overlap().week();
  }

  /** Hours a week to be worked at the same time. */
  public int overlapHours() {
    return terms.overlap().hours();
  }

  public List<Question> questions() {
    return terms.questions();
  }
}
