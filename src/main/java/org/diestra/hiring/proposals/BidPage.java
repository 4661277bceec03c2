package org.diestra.hiring.proposals;

import java.util.List;
import org.diestra.hiring.jobs.JobTerms;

/**
 * One bid with all its evidence.
 *
 * @param history every version, the newest first
 * @param team whether the reader decides; an operator only reads
 * @param asides what others have to say about it
 */
record BidPage(
    JobTerms job,
    Line line,
    List<VersionStore.Past> history,
    boolean team,
    List<BidAsides.Aside> asides) {

  /** A question of the job as it is now, with what the bid answers to it; empty for none. */
  record Answered(String question, String answer) {}

  List<Answered> answers() {
    return job.questions().stream()
        .map(
            q -> new Answered(q.text(), line.read(line.said().answers().getOrDefault(q.key(), ""))))
        .toList();
  }

  /** Whether its author may still be asked for a sample. */
  boolean askable() {
    return team && unasked() && line.bid().stage() instanceof Stage.Decidable;
  }

  /** Whether no short sample was asked for yet; other things may stand beside the bid. */
  private boolean unasked() {
    return asides.stream().noneMatch(aside -> aside.href().startsWith("/tryouts/"));
  }

  /** Why it was declined, as the client chose it; only for a declined one. */
  String declinedKey() {
    return line.bid().stage() instanceof Stage.Declined declined
        ? declined.reason().key()
        : DeclineReason.OTHER.key();
  }
}
