package org.diestra.office.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long somebody waited for answers: a question that is not answered within 48 hours stops the
 * clock of what is done by that procedure, until it is.
 */
@Service
public class Silence {
  private static final Duration PATIENCE = Duration.ofHours(48);
  private final QuestionStore store;
  private final HouseRights house;

  Silence(QuestionStore store, HouseRights house) {
    this.store = store;
    this.house = house;
  }

  /**
   * A time without an answer.
   *
   * @param from 48 hours after it was asked
   * @param to when it was answered, or the end of time
   */
  public record Span(Instant from, Instant to) {}

  /** The times in which this person waited, by procedure and in order; in one statement. */
  @Transactional(readOnly = true)
  public Map<ProcedureId, List<Span>> of(PersonId asker, Collection<ProcedureId> procedures) {
    if (procedures.isEmpty()) {
      return Map.of();
    }
    return house.call(() -> store.asked(asker, procedures)).stream()
        .filter(asked -> asked.answeredAt().isAfter(asked.at().plus(PATIENCE)))
        .collect(
            Collectors.groupingBy(
                QuestionStore.Asked::procedure,
                Collectors.mapping(
                    asked -> new Span(asked.at().plus(PATIENCE), asked.answeredAt()),
                    Collectors.toList())));
  }

  /** How much of the time between the two lies in one of these; what overlaps counts once. */
  public static Duration within(List<Span> spans, Instant from, Instant to) {
    var total = Duration.ZERO;
    var reached = from;
    for (var span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      var begin = span.from().isAfter(reached) ? span.from() : reached;
      var end = span.to().isBefore(to) ? span.to() : to;
      if (end.isAfter(begin)) {
        total = total.plus(Duration.between(begin, end));
        reached = end;
      }
    }
    return total;
  }
}
