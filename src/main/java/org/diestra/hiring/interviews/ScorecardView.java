package org.diestra.hiring.interviews;

import java.util.List;
import java.util.Map;
import org.diestra.platform.accounts.PersonId;

/**
 * The reader's scorecard about an interview, and the team's.
 *
 * @param others locked cards of others; empty until the reader has locked the own one
 * @param hidden how many others have locked theirs, which the reader can't see yet
 * @param names of the members
 */
record ScorecardView(
    Interview interview,
    String assistant,
    List<String> criteria,
    Scorecard own,
    ScorecardForm form,
    List<Scorecard> others,
    int hidden,
    Map<PersonId, String> names) {
  String href() {
    return interview.href() + "/scorecard";
  }

  String name(Scorecard card) {
    return names.getOrDefault(card.member(), "");
  }
}
