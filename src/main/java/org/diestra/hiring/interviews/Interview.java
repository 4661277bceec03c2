package org.diestra.hiring.interviews;

import java.util.Optional;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;

/**
 * One meeting about one bid, and where it stands.
 *
 * @param assistant who wrote the bid
 * @param host the member of the client's team who asked for the meeting
 * @param version rises with each move; it is the invitation's SEQUENCE too (RFC 5545, 3.8.7.4)
 */
record Interview(
    InterviewId id,
    BidId bid,
    JobId job,
    OrganisationId organisation,
    PersonId assistant,
    PersonId host,
    Stage stage,
    int version) {
  /** How often each side may ask for another time once one was agreed. */
  static final int RESCHEDULES = 2;

  State state() {
    return State.of(stage);
  }

  Interview at(Stage next) {
    return new Interview(id, bid, job, organisation, assistant, host, next, version + 1);
  }

  /** On which side that person is; empty for whoever has nothing to do with it. */
  Optional<Side> side(Viewer viewer) {
    if (viewer.id().equals(assistant)) {
      return Optional.of(Side.ASSISTANT);
    }
    return viewer.hiresFor(organisation) ? Optional.of(Side.CLIENT) : Optional.empty();
  }

  String href() {
    return "/interviews/" + id;
  }
}
