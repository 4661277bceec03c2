package org.diestra.work.contracts;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.diestra.platform.base.Area;

/**
 * What two people agree on. Every number here is frozen with the signatures: the operator's later
 * settings don't reach into it.
 *
 * @param title what the work is called, 3–120 characters
 * @param scope what is to be done and what not, Markdown, 20–20,000 characters
 * @param duties the areas of the client's workspace that this contract opens; at least one
 * @param start the first day of work
 * @param reviewDays calendar days the client has to look at a delivery, 1–30
 * @param revisionRounds rounds of changes that the price includes, 0–10
 * @param noticeDays calendar days of notice to end it, 0–90
 * @param responseHours working hours within which each side answers, 1–72
 * @param property who owns what is made, and from when
 * @param confidential whether what one side learns of the other stays between them
 * @param personalData whether the assistant sees personal data of others on the client's behalf
 * @param manual how the work is explained before it begins
 * @param language the language of record, es or en: where two texts differ, this one counts
 * @param law the law that governs it, in words, 2–120 characters
 */
public record Terms(
    String title,
    String scope,
    Set<Area> duties,
    Pay pay,
    LocalDate start,
    int reviewDays,
    int revisionRounds,
    int noticeDays,
    int responseHours,
    Property property,
    boolean confidential,
    boolean personalData,
    Manual manual,
    String language,
    String law) {

  /** When the client owns what the assistant makes. */
  public enum Property {
    /** As soon as it is paid for. */
    ON_PAYMENT,
    /** The assistant keeps it and the client may use it without limit of time or place. */
    LICENCE
  }

  /** How the work is explained. Whoever waives bears the doubt about what was never written. */
  public enum Manual {
    /** At least one part of the manual is acknowledged before the work begins. */
    ACKNOWLEDGED,
    /** The client goes without. */
    WAIVED
  }

  public Terms {
    duties = Set.copyOf(duties);
    within("title", title.length(), 3, 120);
    within("scope", scope.length(), 20, 20_000);
    within("duties", duties.size(), 1, Area.values().length);
    within("reviewDays", reviewDays, 1, 30);
    within("revisionRounds", revisionRounds, 0, 10);
    within("noticeDays", noticeDays, 0, 90);
    within("responseHours", responseHours, 1, 72);
    within("law", law.length(), 2, 120);
    if (!Set.of("es", "en").contains(language)) {
      throw new IllegalArgumentException("language of record: " + language);
    }
  }

  /** The duties in the order of the house. */
  public Set<Area> sortedDuties() {
    return EnumSet.copyOf(duties);
  }

  private static void within(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + ": " + value);
    }
  }
}
