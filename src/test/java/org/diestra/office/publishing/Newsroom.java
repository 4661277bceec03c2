package org.diestra.office.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.People;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.channels.Channels;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Manner;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.Posts.Aim;
import org.diestra.office.publishing.Posts.Wanted;
import org.diestra.office.publishing.Written.Brief;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Caller;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.Row;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client's channels, whose assistant writes and whose owner decides. */
@HouseTest
abstract class Newsroom extends OfficeDesk {
  @Autowired Desks desks;
  @Autowired Channels channels;
  @Autowired Posts posts;
  @Autowired Approvals approvals;
  @Autowired Hands hands;
  @Autowired Publications publications;
  @Autowired Rounds rounds;
  @Autowired Organisations organisations;
  @Autowired Accounts accounts;
  @Autowired HouseRights house;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @BeforeEach
  void anAssistantWrites() {
    works(assistant, Area.SOCIAL, Area.BLOG);
  }

  static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  Desk desk(Viewer viewer) {
    return desks.enter(viewer, room);
  }

  /** Another of the client's, in that role. */
  Viewer colleague(String name, Role role) {
    var person = people.open(name, "en", "Europe/Madrid", false, null);
    organisations.admit(People.organisation(owner), person.id(), role, owner.id());
    return accounts.viewer(person.id()).orElseThrow();
  }

  Channel channel(Kind kind, String address, Standing standing) {
    var channel =
        new Channel(
            new ChannelId(Ids.fresh()),
            room,
            kind,
            kind.name(),
            address,
            kind.asksAccount() ? "shop" : "",
            standing,
            Manner.LIVE,
            null,
            null,
            1,
            List.of());
    var secret = kind.asksAddress() ? "a-secret-of-the-shop" : "";
    return as(owner, () -> channels.add(desk(owner).pass(), channel, secret).orFail());
  }

  Instant soon() {
    return clock.instant().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);
  }

  static Written written(Kind kind, String text, Instant due) {
    var title = kind.article() ? "On " + text.lines().findFirst().orElse("") : "";
    var content = new Content(title, text, "", "", "", List.of());
    return new Written(content, due, "", new Brief("", null, "", kind.article()));
  }

  PostId write(Viewer viewer, Channel channel, String text, Aim aim) {
    var wanted = new Wanted(channel, written(channel.kind(), text, soon()));
    return as(
        viewer,
        () -> posts.write(desk(viewer), Ids.fresh(), List.of(wanted), aim).orFail().getFirst());
  }

  Post read(PostId id) {
    return as(owner, () -> desks.get(desk(owner), id).post());
  }

  State state(PostId id) {
    return read(id).state();
  }

  void approve(Viewer viewer, PostId id) {
    as(viewer, () -> approvals.approve(desk(viewer), Map.of(id, read(id).version())).orFail());
  }

  /** Written by the assistant and approved by the owner. */
  PostId approved(Channel channel, String text) {
    var id = write(assistant, channel, text, Aim.SUBMIT);
    approve(owner, id);
    return id;
  }

  /**
   * Its time was so long ago: the table moves, not the clock, and the approval with it, as if it
   * had been for then.
   */
  void dueSince(PostId id, Duration ago) {
    var then = clock.instant().minus(ago).truncatedTo(ChronoUnit.MINUTES);
    var post = read(id);
    var hash = post.content().hash(post.channel(), then);
    house.call(() ->
        jdbc.sql(
                """
                update publishing.post set due = :then, hash = :hash,
                  approved_hash = case when approved_hash is null then null else :hash end,
                  begins_at = case when begins_at is null then null else cast(:then as timestamptz) end
                where id = :id
                """)
            .param("then", Row.at(then))
            .param("hash", hash)
            .param("id", id.value())
            .update());
  }

  /** Its next try is due. */
  void nextTry(PostId id) {
    set(id, "begins_at = now() - interval '1 minute'");
  }

  void set(PostId id, String what) {
    house.call(() ->
        jdbc.sql("update publishing.post set " + what + " where id = :id")
            .param("id", id.value())
            .update());
  }

  /** What goes round, for this post alone: others' posts stand beside. */
  void go(PostId... ids) {
    Caller.house()
        .run(() ->
            Set.of(ids)
                .forEach(id -> {
                  publications.miss(id);
                  rounds.one(id);
                }));
  }

  String path(String rest) {
    return "/w/" + room + "/publishing" + rest;
  }
}
