package org.diestra.office.dues;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far what a paper asks for is.
 *
 * @param party its name
 * @param settled what was paid or set off, of the sign of what is due
 * @param undone whether its entry was undone by its opposite
 * @param state of its entry
 * @param entryVersion of its entry
 * @param entryNumber of its entry, once it is posted: 2026/17
 */
public record Standing(
    Due due,
    String party,
    Money settled,
    boolean undone,
    EntryState state,
    int entryVersion,
    @Nullable Integer entryYear,
    @Nullable Integer entryNumber) {

  /** How far an entry is, as {@code bookkeeping} keeps it. */
  public enum EntryState {
    DRAFT,
    PROPOSED,
    RETURNED,
    POSTED
  }

  /**
   * {@code DRAFT ⇄ PROPOSED → RETURNED → PROPOSED}, {@code PROPOSED → OPEN → PARTLY → PAID}, and
   * {@code UNDONE} from any once its entry is undone. Taking a payment back leads from PAID to
   * PARTLY or OPEN again.
   */
  public enum Stage {
    DRAFT(""),
    PROPOSED("wait"),
    RETURNED("stop"),
    OPEN(""),
    PARTLY("wait"),
    PAID("good"),
    UNDONE("");

    private final String tone;

    Stage(String tone) {
      this.tone = tone;
    }

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
      return "dues.stage." + slug();
    }

    /** Of its badge. */
    public String tone() {
      return tone;
    }
  }

  /** What is still to be paid, of the sign of what is due. */
  public Money remaining() {
    return undone ? Money.zero(settled.currency()) : due.amount().minus(settled);
  }

  public Stage stage() {
    if (undone) {
      return Stage.UNDONE;
    }
    return switch (state) {
      case DRAFT -> Stage.DRAFT;
      case RETURNED -> Stage.RETURNED;
      case PROPOSED -> Stage.PROPOSED;
      case POSTED ->
          remaining().isZero() ? Stage.PAID : settled.isZero() ? Stage.OPEN : Stage.PARTLY;
    };
  }

  public boolean posted() {
    return state == EntryState.POSTED;
  }

  /** Whether it may still be paid: what waits to be posted may, as money often is quicker. */
  public boolean payable() {
    return !remaining().isZero() && (state == EntryState.POSTED || state == EntryState.PROPOSED);
  }

  /** By how many days it is late; 0 where it is not, or nothing is left. */
  public long late(LocalDate today) {
    boolean waits = !remaining().isZero() && due.amount().isPositive();
    return waits ? Math.max(0, ChronoUnit.DAYS.between(due.dueOn(), today)) : 0;
  }
}
