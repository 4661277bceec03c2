package org.diestra.office.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diestra.People;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.Posts.Aim;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** The assistant prepares, the client decides, and only what was approved goes out. */
class LifeTests extends Newsroom {
  private Channel feed;

  @BeforeEach
  void aFeed() {
    feed = channel(Kind.FEED, "", Standing.NONE);
  }

  @Test
  void whatWasApprovedGoesOutAtItsMinute() {
    var id = approved(feed, "autumn");
    go(id);
    assertThat(state(id)).isEqualTo(State.SCHEDULED); // its time is still to come
    dueSince(id, Duration.ofSeconds(30));
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
  }

  @Test
  void whatWasChangedByOneLetterAfterItsApprovalDoesNotGoOut() {
    var id = approved(feed, "autumn");
    var post = read(id);
    var other = written(Kind.FEED, "autumm", soon());
    as(
        assistant,
        () -> posts.rewrite(desk(assistant), id, post.version(), other, Aim.DRAFT).orFail());
    assertThat(read(id).approval()).isNull();
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(state(id)).isEqualTo(State.DRAFT);
  }

  /** Also by a hand in the database, which knows nothing of hashes. */
  @Test
  void whatIsNotWhatWasApprovedIsMissed() {
    var id = approved(feed, "autumn");
    dueSince(id, Duration.ofMinutes(1));
    set(id, "text = 'autumm'");
    go(id);
    assertThat(state(id)).isEqualTo(State.MISSED);
    assertThat(read(id).reason()).isEqualTo("publishing.words.changed");
  }

  @Test
  void whatNobodyApprovedInTimeIsMissedAndNeverGoesOut() {
    var id = write(assistant, feed, "winter", Aim.SUBMIT);
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(state(id)).isEqualTo(State.MISSED);
    var late = as(owner, () -> approvals.approve(desk(owner), Map.of(id, read(id).version())));
    assertThat(late).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void nobodyApprovesWhatTheyWroteNotEvenTheOwner() {
    var id = write(owner, feed, "spring", Aim.SUBMIT);
    var own = as(owner, () -> approvals.approve(desk(owner), Map.of(id, read(id).version())));
    assertThat(own).isInstanceOf(Outcome.Refused.class);
    assertThatThrownBy(() ->
            set(
                id,
                "state = 'SCHEDULED', begins_at = due, approved_at = now(), approved_hash = hash, approved_by = written_by"))
        .isInstanceOf(DataIntegrityViolationException.class);
    approve(colleague("Ada", Role.APPROVER), id);
    assertThat(state(id)).isEqualTo(State.SCHEDULED);
  }

  @Test
  void anAssistantApprovesNothing() {
    var id = write(owner, feed, "spring", Aim.SUBMIT);
    assertThatThrownBy(() -> as(assistant, () -> approvals.approve(desk(assistant), Map.of(id, 2))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void twoWhoApproveAtOnceApproveOnce() throws Exception {
    var id = write(assistant, feed, "spring", Aim.SUBMIT);
    var ada = colleague("Ada", Role.APPROVER);
    Callable<Outcome<Integer>> one = () -> decision(owner, id);
    Callable<Outcome<Integer>> two = () -> decision(ada, id);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(one);
      var second = threads.submit(two);
      assertThat(java.util.List.of(first.get(), second.get()))
          .filteredOn(Outcome.Done.class::isInstance)
          .hasSize(1);
    }
    assertThat(state(id)).isEqualTo(State.SCHEDULED);
  }

  private Outcome<Integer> decision(Viewer viewer, PostId id) {
    return as(viewer, () -> approvals.approve(desk(viewer), Map.of(id, 2)));
  }

  @Test
  void whoeverApprovedItHasToDecideForTheClientStillWhenItsTimeComes() {
    var ada = colleague("Ada", Role.APPROVER);
    var id = write(assistant, feed, "spring", Aim.SUBMIT);
    approve(ada, id);
    as(owner, () -> organisations.dismiss(owner.id(), People.organisation(owner), ada.id()));
    dueSince(id, Duration.ofMinutes(1));
    for (int i = 0; i < 100 && state(id) == State.SCHEDULED; i++) {
      go(id); // unless the news that she left is just being worked on
    }
    assertThat(state(id)).isIn(State.MISSED, State.SUBMITTED);
  }

  @Test
  void whatAnAssistantWroteStaysTheClientsWhenTheContractEnds() {
    var carlos = people.assistant("Carlos");
    var contract = works(carlos, Area.BLOG);
    var id = write(carlos, feed, "spring", Aim.SUBMIT);
    approve(owner, id);
    workspaces.close(contract, owner.id());
    assertThatThrownBy(() -> desk(carlos)).isInstanceOf(NotFound.class);
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
  }

  @Test
  void whoWorksOnNetworksAloneSeesNoArticles() {
    var id = approved(feed, "spring");
    var carlos = people.assistant("Carlos");
    works(carlos, Area.SOCIAL);
    assertThatThrownBy(() -> as(carlos, () -> desks.get(desk(carlos), id)))
        .isInstanceOf(NotFound.class);
    assertThat(as(carlos, () -> channels.of(desk(carlos).pass()))).isEmpty();
  }

  @Test
  void aChannelWithStandingApprovalAsksNobodyUntilTheClientTakesItBack() {
    var open = channel(Kind.FEED, "", Standing.ALL);
    var id = write(assistant, open, "spring", Aim.SUBMIT);
    assertThat(state(id)).isEqualTo(State.SCHEDULED);
    var back =
        new Channel(
            open.id(),
            room,
            Kind.FEED,
            "F",
            "",
            "",
            Standing.NONE,
            open.manner(),
            null,
            null,
            1,
            open.slots());
    as(owner, () -> channels.change(desk(owner).pass(), back, "").orFail());
    assertThat(state(id)).isEqualTo(State.SUBMITTED);
    assertThatThrownBy(() -> as(assistant, () -> channels.change(desk(assistant).pass(), open, "")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatTheClientStopsTheClientLetsGo() {
    var id = approved(feed, "spring");
    int seen = read(id).version();
    as(owner, () -> posts.hold(desk(owner), id, seen).orFail());
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(state(id)).isEqualTo(State.ON_HOLD);
    var tried = as(assistant, () -> posts.release(desk(assistant), id, seen + 1));
    assertThat(tried).isInstanceOf(Outcome.Refused.class);
    var written = as(owner, () -> read(id)).written();
    var round =
        as(assistant, () -> posts.rewrite(desk(assistant), id, seen + 1, written, Aim.SUBMIT));
    assertThat(round).isInstanceOf(Outcome.Refused.class);
    as(owner, () -> posts.release(desk(owner), id, seen + 1).orFail());
    assertThat(state(id)).isEqualTo(State.DRAFT); // its time is over
  }

  @Test
  void whatTheHouseCouldNotSendWithinTheHourIsMissed() {
    var id = approved(feed, "spring");
    dueSince(id, Duration.ofMinutes(61));
    go(id);
    assertThat(read(id).reason()).isEqualTo("publishing.words.late");
  }

  @Test
  void whatIsForAPersonWaitsForThePerson() {
    var linkedin = channel(Kind.LINKEDIN, "", Standing.NONE);
    var id = approved(linkedin, "We have moved");
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    go(id);
    assertThat(state(id)).isEqualTo(State.HANDED);
    int seen = read(id).version();
    as(
        assistant,
        () -> hands.published(desk(assistant), id, seen, "https://example.com/1").orFail());
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
  }
}
