package org.diestra.office.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.office.manuals.Issue;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.office.manuals.Version;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands with a procedure: a change of meaning is confirmed within 72 hours, or no
 * new work begins by it; what was only added or corrected need not be confirmed.
 *
 * @param current the version that holds
 * @param asked the last version that changed its meaning: what must be confirmed, at least
 * @param read the newest version that the person confirmed, or null
 */
record Standing(Version current, Issue asked, @Nullable Integer read) {
  static final Duration TIME = Duration.ofHours(72);

  /**
   * Which of these procedures somebody has confirmed as they are meant now.
   *
   * @param asked of each, the last version that changed its meaning
   * @param read what the person confirmed
   */
  static Set<ProcedureId> confirmed(Map<ProcedureId, Issue> asked, List<Reading> read) {
    return read.stream()
        .filter(reading -> {
          var version = asked.get(reading.procedure());
          return version != null && reading.number() >= version.number();
        })
        .map(Reading::procedure)
        .collect(Collectors.toSet());
  }

  /** The same procedure, for somebody who has read as far as that. */
  Standing of(@Nullable Integer another) {
    return new Standing(current, asked, another);
  }

  boolean confirmed() {
    return read != null && read >= asked.number();
  }

  /** Whether the person has confirmed the very version that holds. */
  boolean upToDate() {
    return read != null && read == current.number();
  }

  Instant due() {
    return asked.publishedAt().plus(TIME);
  }

  /** Whether new work may begin by it: confirmed, or once confirmed and still in time. */
  boolean mayBegin(Instant now) {
    return confirmed() || read != null && now.isBefore(due());
  }
}
