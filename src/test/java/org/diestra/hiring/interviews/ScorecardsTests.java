package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.interviews.Meeting.Pair;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class ScorecardsTests {
  @Autowired Meeting meeting;
  @Autowired Scorecards scorecards;
  @Autowired ScorecardStore store;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;
  Pair pair;
  Viewer colleague;
  InterviewId id;

  @BeforeEach
  void anAgreedInterview() {
    pair = meeting.pair();
    id = meeting.agreed(pair, 24);
    var other = people.open("Marta", "es", "Europe/Madrid", false, null);
    organisations.admit(
        People.organisation(pair.client()), other.id(), Role.MANAGER, pair.client().id());
    colleague = accounts.viewer(other.id()).orElseThrow();
  }

  private Outcome<Scorecard> keep(Viewer by, String score, String notes, boolean lock) {
    var fields = new HashMap<String, String>();
    fields.put("score-bookkeeping", score);
    fields.put("notes", notes);
    fields.put("own", "between us");
    return scorecards.keep(by, id, new ScorecardForm(Map.copyOf(fields)), lock, new Problems());
  }

  @Test
  void whatOthersThinkIsReadOnceOnesOwnCardIsLocked() {
    keep(colleague, "5", "Precise", true).orFail();
    keep(pair.client(), "3", "Careful", false).orFail();

    assertThat(scorecards.view(pair.client(), id))
        .satisfies(view -> assertThat(view.others()).isEmpty())
        .satisfies(view -> assertThat(view.hidden()).isEqualTo(1));
    keep(pair.client(), "4", "Careful", true).orFail();
    assertThat(scorecards.view(pair.client(), id).others())
        .singleElement()
        .satisfies(card -> assertThat(card.notes()).isEqualTo("Precise"));
  }

  @Test
  void aLockedCardStaysAsItIs() {
    keep(pair.client(), "4", "Careful", true).orFail();

    assertThat(keep(pair.client(), "1", "Changed my mind", false))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(scorecards.view(pair.client(), id).own().score("bookkeeping")).isEqualTo(4);
  }

  @Test
  void anEmptyCardAndAScoreOutOfBoundsAreRefused() {
    assertThat(keep(pair.client(), "", "", true)).isInstanceOf(Outcome.Refused.class);
    assertThat(keep(pair.client(), "6", "", false)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void theAssistantNeverSeesAnyOfIt() {
    assertThatThrownBy(() -> scorecards.view(pair.assistant(), id)).isInstanceOf(NotFound.class);
  }

  @Test
  void onlyLockedCardsCountAndEachCountsTheSame() {
    keep(colleague, "5", "", true).orFail();
    keep(pair.client(), "2", "", false).orFail();
    assertThat(store.means(pair.job(), colleague.id()))
        .singleElement()
        .satisfies(mean -> assertThat(mean.mean()).isEqualTo(5.0));
    assertThat(store.means(pair.job(), pair.client().id())).isEmpty();
    keep(pair.client(), "2", "", true).orFail();

    assertThat(store.means(pair.job(), colleague.id()))
        .singleElement()
        .satisfies(mean -> assertThat(mean.mean()).isEqualTo(3.5))
        .satisfies(mean -> assertThat(mean.cards()).isEqualTo(2));
  }
}
