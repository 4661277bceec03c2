package org.diestra.hiring.samples;

import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.screening.Flags;
import org.diestra.hiring.screening.Place;
import org.diestra.hiring.screening.Screening;
import org.diestra.platform.base.Refusal;
import org.springframework.stereotype.Component;

/**
 * Reads what is said about a sample by the operator's rules for profiles, of which it is a part.
 */
@Component
class SampleScreen {
  private final Screening screening;
  private final Flags flags;

  SampleScreen(Screening screening, Flags flags) {
    this.screening = screening;
    this.flags = flags;
  }

  /**
   * Why this can't stand there, at its field; empty where it may. What a rule wants looked at is
   * flagged in the transaction of the change, where the sample stands on the public page.
   */
  Optional<Refusal> refusal(SampleId id, Sample said) {
    var read = screening.read(Place.PROFILE, Map.of("title", said.title(), "what", said.what()));
    var refusal = read.refusal();
    if (refusal.isEmpty() && said.open()) {
      flags.raise(id.value(), "/samples/" + id, read);
    }
    return refusal;
  }
}
