package org.diestra.office.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Manner;
import org.diestra.office.channels.Standing;
import org.diestra.office.channels.Taken;
import org.diestra.office.publishing.Posts.Aim;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands on a site already: written anew, and taken away. */
class RevisionTests extends Newsroom {
  private final SmallSite site = new SmallSite();
  private final SmallSite other = new SmallSite();

  @AfterEach
  void close() {
    site.close();
    other.close();
  }

  private Channel blog(Manner manner) {
    var channel =
        new Channel(
            new ChannelId(Ids.fresh()),
            room,
            Kind.WORDPRESS,
            "Blog",
            site.address(),
            "shop",
            Standing.NONE,
            manner,
            null,
            null,
            1,
            List.of());
    return as(owner, () -> channels.add(desk(owner).pass(), channel, "the old password").orFail());
  }

  private PostId standing(Manner manner) {
    var id = approved(blog(manner), "Autumn");
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
    return id;
  }

  private void rewrite(PostId id, String text, Aim aim) {
    var other = written(Kind.WORDPRESS, text, soon());
    int seen = read(id).version();
    as(assistant, () -> posts.rewrite(desk(assistant), id, seen, other, aim).orFail());
  }

  private void revise(PostId id) {
    rewrite(id, "Autumn, mended", Aim.SUBMIT);
    approve(owner, id);
  }

  @Test
  void aLiveArticleStaysLiveWhenItIsRevisedOnAChannelThatHandsOverAhead() {
    var id = standing(Manner.AHEAD);
    site.status("publish");
    revise(id);
    assertThat(read(id).beginsAt()).isEqualTo(read(id).due()); // and not before
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(site.written().getLast().path("content").asString()).contains("mended");
    assertThat(site.written().getLast().has("status")).isFalse();
    assertThat(site.written().getLast().has("date_gmt")).isFalse();
  }

  @Test
  void whatTheSitesPeopleHavePublishedIsNotMadeADraftAgain() {
    var id = standing(Manner.PENDING);
    assertThat(site.written().getLast().path("status").asString()).isEqualTo("pending");
    site.status("publish");
    revise(id);
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
    assertThat(site.written().getLast().has("status")).isFalse();
  }

  @Test
  void whatIsStillToComeThereComesAtItsMinute() {
    var id = standing(Manner.AHEAD);
    site.status("future");
    revise(id);
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(site.written().getLast().path("status").asString()).isEqualTo("publish");
  }

  @Test
  void whatIsLiveIsTakenAwayThoughARevisionIsUnderWay() throws Exception {
    var id = standing(Manner.LIVE);
    rewrite(id, "Autumn, mended", Aim.SUBMIT);
    assertThat(state(id)).isEqualTo(State.SUBMITTED);
    assertThat(text(owner, path("/posts/" + id))).contains(path("/posts/" + id + "/retraction"));
    int seen = read(id).version();
    as(owner, () -> hands.retract(desk(owner), id, seen).orFail());
    assertThat(state(id)).isEqualTo(State.RETRACTED);
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(state(id)).isEqualTo(State.RETRACTED);
  }

  /** Between the claim and the call its keeper leaves the old site. */
  @Test
  void aNewPasswordNeverGoesToTheOldSite() {
    var channel = blog(Manner.LIVE);
    var id = approved(channel, "Autumn");
    dueSince(id, Duration.ofMinutes(1));
    var job = Caller.house().call(() -> publications.claim(id)).orElseThrow();
    var moved =
        new Channel(
            channel.id(),
            room,
            Kind.WORDPRESS,
            "Blog",
            other.address(),
            "shop",
            Standing.NONE,
            Manner.LIVE,
            null,
            null,
            1,
            List.of());
    as(owner, () -> channels.change(desk(owner).pass(), moved, "the new password").orFail());
    assertThat(Caller.house().call(() -> rounds.call(job))).isInstanceOf(Taken.There.class);
    assertThat(site.authorized()).isEmpty();
    assertThat(other.written()).hasSize(1);
  }

  /** Another try may have begun by then. */
  @Test
  void aTryThatTookTooLongWritesNothingMore() {
    var id = approved(blog(Manner.LIVE), "Autumn");
    dueSince(id, Duration.ofMinutes(1));
    var job = Caller.house().call(() -> publications.claim(id)).orElseThrow();
    var late =
        new Job(job.post(), job.channel(), job.key(), false, false, clock.instant().minusMillis(1));
    assertThat(Caller.house().call(() -> rounds.call(late))).isInstanceOf(Taken.Later.class);
    assertThat(site.written()).isEmpty();
  }
}
