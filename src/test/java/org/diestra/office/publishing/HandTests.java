package org.diestra.office.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.diestra.People;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.Posts.Aim;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;

/** What a person takes there or away, and who is told. */
class HandTests extends Newsroom {

  private PostId handed(Channel channel) {
    var id = write(assistant, channel, "We have moved", Aim.SUBMIT);
    if (state(id) == State.SUBMITTED) {
      approve(owner, id);
    }
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(state(id)).isEqualTo(State.HANDED);
    return id;
  }

  private Outcome<PostId> published(PostId id) {
    int seen = read(id).version();
    return as(assistant, () -> hands.published(desk(assistant), id, seen, ""));
  }

  @Test
  void aPackIsNotReadyOnceItsChannelIsClosed() throws Exception {
    var linkedin = channel(Kind.LINKEDIN, "", Standing.NONE);
    var id = handed(linkedin);
    assertThat(text(assistant, path("/posts/" + id))).contains("data-copy");
    as(owner, () -> channels.close(desk(owner).pass(), linkedin.id(), 1, false).orFail());
    assertThat(text(assistant, path("/posts/" + id))).doesNotContain("data-copy", "/publication");
    assertThat(published(id)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aPackGoesNowhereOnceTheStandingApprovalIsTakenBack() {
    var linkedin = channel(Kind.LINKEDIN, "", Standing.ALL);
    var id = handed(linkedin);
    var back = standing(linkedin, Standing.NONE);
    as(owner, () -> channels.change(desk(owner).pass(), back, "").orFail());
    assertThat(state(id)).isEqualTo(State.MISSED);
    assertThat(read(id).reason()).isEqualTo("publishing.words.standing.over");
  }

  private Channel standing(Channel was, Standing standing) {
    return new Channel(
        was.id(),
        room,
        was.kind(),
        was.name(),
        was.address(),
        was.account(),
        standing,
        was.manner(),
        null,
        null,
        was.version(),
        was.slots());
  }

  @Test
  void aPackIsNotTakenThereWhenWhoeverApprovedItHasLeft() {
    var linkedin = channel(Kind.LINKEDIN, "", Standing.NONE);
    var ada = colleague("Ada", Role.APPROVER);
    var id = write(assistant, linkedin, "We have moved", Aim.SUBMIT);
    approve(ada, id);
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    as(owner, () -> organisations.dismiss(owner.id(), People.organisation(owner), ada.id()));
    assertThat(published(id)).isInstanceOf(Outcome.Refused.class);
  }

  /** The house does not say that it has taken away what it can’t. */
  @Test
  void whatTheHouseHasNoAddressOfIsSaidToBeTakenAwayByHand() throws Exception {
    var mastodon = channel(Kind.MASTODON, "http://127.0.0.2:9", Standing.NONE);
    var id = approved(mastodon, "Nueva sección");
    set(id, "state = 'UNCLEAR', begins_at = null");
    int seen = read(id).version();
    as(assistant, () -> hands.published(desk(assistant), id, seen, "").orFail());
    assertThat(text(owner, path("/posts/" + id))).contains("The house can’t take it away");
    as(owner, () -> hands.retract(desk(owner), id, seen + 1).orFail());
    assertThat(text(owner, path("/posts/" + id))).contains("Taken away by hand");
  }

  @Test
  void whoWorksOnNetworksNoMoreHearsNothingOfTheirPosts() {
    var carlos = people.assistant("Carlos");
    var networks = works(carlos, Area.SOCIAL);
    works(carlos, Area.BLOG);
    var id = write(carlos, channel(Kind.LINKEDIN, "", Standing.NONE), "We have moved", Aim.SUBMIT);
    workspaces.close(networks, owner.id());
    int seen = read(id).version();
    as(owner, () -> approvals.giveBack(desk(owner), id, seen, "Say where").orFail());
    assertThat(told("publishing:returned", carlos.id().value())).isZero();
  }

  @Test
  void channelsThatAreClosedTakeNobodysPlace() {
    var first = channel(Kind.LINKEDIN, "", Standing.NONE);
    house.call(() ->
        jdbc.sql(
                """
                insert into channels.channel (id, workspace, kind, area, name, address, account,
                  standing, manner, slot_days, slot_minutes, version, made_by, made_at, closed_at)
                select gen_random_uuid(), workspace, kind, area, name, address, account, standing,
                  manner, slot_days, slot_minutes, version, made_by, made_at, now()
                from channels.channel, generate_series(1, 120) where id = :first
                """)
            .param("first", first.id().value())
            .update());
    assertThat(channel(Kind.FACEBOOK, "", Standing.NONE).open()).isTrue();
  }

  private int told(String kind, java.util.UUID person) {
    return house.call(() ->
        jdbc.sql(
                "select count(*) from notifications.notice where kind = :kind and recipient = :person")
            .param("kind", kind)
            .param("person", person)
            .query(Integer.class)
            .single());
  }
}
