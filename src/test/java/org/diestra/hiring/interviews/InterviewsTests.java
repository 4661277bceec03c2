package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.interviews.Meeting.Pair;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Row;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class InterviewsTests {
  @Autowired Meeting meeting;
  @Autowired Interviews interviews;
  @Autowired InterviewStore store;
  @Autowired Course course;
  @Autowired ClockMover clock;
  @Autowired Clock time;
  @Autowired JdbcClient jdbc;
  @Autowired People people;
  @Autowired Audit audit;
  Pair pair;

  @BeforeEach
  void twoPeople() {
    pair = meeting.pair();
  }

  @Test
  void askingToMeetMovesTheBidOnAndLeavesARecord() {
    var id = meeting.proposed(pair, 24, 48);

    assertThat(meeting.bids.state(pair.assistant(), pair.job())).isEqualTo("INTERVIEWING");
    assertThat(meeting.now(pair, id).state()).isEqualTo(State.PROPOSED);
    assertThat(audit.page(null, id.value(), null, 10))
        .extracting(entry -> entry.deed().action())
        .containsExactly("propose");
  }

  @Test
  void aBidThatWasNotKeptCannotBeAskedYet() {
    var other = people.client("Ada");
    var job = meeting.bids.job(other);
    var bid = meeting.bids.sent(pair.assistant(), job);

    assertThat(kind(interviews.propose(other, bid, meeting.times(24, 48))))
        .isEqualTo(Refusal.Kind.CONFLICT);
  }

  @Test
  void oneMeetingAtATime() {
    meeting.proposed(pair, 24, 48);

    assertThat(kind(interviews.propose(pair.client(), pair.bid(), meeting.times(24, 48))))
        .isEqualTo(Refusal.Kind.CONFLICT);
  }

  @Test
  void timesGoBackAndForthUntilOneIsAgreed() {
    var id = meeting.proposed(pair, 24, 48);
    interviews.otherTimes(pair.assistant(), id, 1, meeting.times(30, 54)).orFail();

    assertThat(kind(interviews.pick(pair.assistant(), id, 2, meeting.slot(30))))
        .isEqualTo(Refusal.Kind.CONFLICT);
    interviews.pick(pair.client(), id, 2, meeting.slot(54)).orFail();

    assertThat(meeting.now(pair, id).stage())
        .isInstanceOfSatisfying(
            Stage.Scheduled.class, s -> assertThat(s.slot()).isEqualTo(meeting.slot(54)));
    assertThat(store.history(id))
        .extracting(Move::kind)
        .containsExactly(Move.Kind.PROPOSE, Move.Kind.COUNTER, Move.Kind.AGREE);
  }

  @Test
  void whoDecidesOnAnOldPageIsTold() {
    var id = meeting.proposed(pair, 24, 48);
    interviews.otherTimes(pair.assistant(), id, 1, meeting.times(30, 54)).orFail();
    interviews.otherTimes(pair.client(), id, 2, meeting.times(31, 55)).orFail();

    assertThat(kind(interviews.pick(pair.assistant(), id, 1, meeting.slot(31))))
        .isEqualTo(Refusal.Kind.CONFLICT);
  }

  @Test
  void eachSideMayAskForAnotherTimeTwice() {
    var id = meeting.agreed(pair, 24);
    for (int i = 0; i < Interview.RESCHEDULES; i++) {
      int version = meeting.now(pair, id).version();
      interviews.otherTimes(pair.client(), id, version, meeting.times(40 + i, 60 + i)).orFail();
      interviews.pick(pair.assistant(), id, version + 1, meeting.slot(40 + i)).orFail();
    }
    int version = meeting.now(pair, id).version();

    assertThat(kind(interviews.otherTimes(pair.client(), id, version, meeting.times(50, 70))))
        .isEqualTo(Refusal.Kind.CONFLICT);
    interviews.otherTimes(pair.assistant(), id, version, meeting.times(50, 70)).orFail();
    assertThat(meeting.now(pair, id).state()).isEqualTo(State.PROPOSED);
  }

  @Test
  void backingOutLessThanTwoHoursAheadIsMarked() {
    var soon = meeting.agreed(pair, 1);
    interviews.cancel(pair.assistant(), soon, 2, "").orFail();
    var later = meeting.agreed(pair, 24);
    interviews.cancel(pair.client(), later, 2, "Sorry").orFail();

    assertThat(store.history(soon).getLast().late()).isTrue();
    assertThat(meeting.now(pair, soon).stage())
        .isInstanceOfSatisfying(Stage.Cancelled.class, c -> assertThat(c.late()).isTrue());
    assertThat(store.history(later).getLast().late()).isFalse();
  }

  @Test
  void whatIsOverCannotBeCalledOff() {
    var id = meeting.agreed(pair, 24);
    interviews.cancel(pair.client(), id, 2, "").orFail();

    assertThat(kind(interviews.cancel(pair.assistant(), id, 3, "")))
        .isEqualTo(Refusal.Kind.CONFLICT);
    assertThat(kind(interviews.pick(pair.assistant(), id, 3, meeting.slot(24))))
        .isEqualTo(Refusal.Kind.CONFLICT);
  }

  @Test
  void withoutAnAnswerItLapsesAfterSeventyTwoHours() {
    var id = meeting.proposed(pair, 100, 120);
    var until = ((Stage.Proposed) meeting.now(pair, id).stage()).until();
    clock.moveTo(until.plusSeconds(1));

    assertThat(meeting.now(pair, id).state()).isEqualTo(State.EXPIRED);
    course.expire(id, until);
    assertThat(store.history(id)).hasSize(2);
  }

  @Test
  void aBidThatIsTakenBackTakesTheMeetingWithIt() {
    var id = meeting.agreed(pair, 24);
    meeting.bids.withdraw(pair.assistant(), pair.job());

    assertThat(meeting.now(pair, id).stage())
        .isInstanceOfSatisfying(Stage.Cancelled.class, c -> assertThat(c.by()).isNull());
  }

  @Test
  void toAnybodyElseItIsNowhere() {
    var id = meeting.agreed(pair, 24);
    var stranger = people.client("Eve");

    assertThatThrownBy(() -> interviews.get(stranger, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> interviews.cancel(stranger, id, 2, "")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> interviews.propose(stranger, pair.bid(), meeting.times(24, 48)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void ofTwoWhoAgreeAndCancelAtOnceOneIsTold() throws Exception {
    var id = meeting.proposed(pair, 24, 48);
    List<Callable<Outcome<Interview>>> both =
        List.of(
            () -> interviews.pick(pair.assistant(), id, 1, meeting.slot(24)),
            () -> interviews.cancel(pair.client(), id, 1, ""));
    try (var threads = Executors.newFixedThreadPool(2)) {
      var outcomes = threads.invokeAll(both);
      int done = 0;
      for (var outcome : outcomes) {
        done += outcome.get() instanceof Outcome.Done ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
  }

  private static Refusal.Kind kind(Outcome<?> outcome) {
    return outcome.fold(
        done -> {
          throw new AssertionError("was not refused: " + done);
        },
        Refusal::kind);
  }

  @Test
  void whatIsToBeSaidAboutOldMeetingsDoesNotHideTheOneToCome() {
    var old = meeting.agreed(pair, 2);
    jdbc.sql(
            """
            update interviews.interview set state = 'DONE', turn = null, host = :host,
              since = :since where id = :id
            """)
        .param("host", pair.client().id().value())
        .param("since", Row.at(time.instant()))
        .param("id", old.value())
        .update();
    var other = meeting.bids.job(pair.client());
    var bid = meeting.bids.kept(pair.client(), pair.assistant(), other);
    var next = interviews.propose(pair.client(), bid, meeting.times(24, 48)).orFail();
    interviews.pick(pair.assistant(), next, 1, meeting.slot(24)).orFail();
    var soon = time.instant().plus(Duration.ofDays(2));
    assertThat(
            store.waiting(pair.client(), soon, time.instant().minusSeconds(60)).stream()
                .map(Interview::id))
        .containsExactly(next, old);
    assertThat(
            store.waiting(pair.client(), soon, time.instant().plusSeconds(60)).stream()
                .map(Interview::id))
        .containsExactly(next);
  }
}
