package org.diestra.office.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.FarNetwork.Mood;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in the house, on the way and with a channel comes to an end that people see. */
class FaultTests extends Newsroom {
  private final FarNetwork far = new FarNetwork();

  @AfterEach
  void close() {
    far.close();
  }

  private PostId toot(String text) {
    var id = approved(channel(Kind.MASTODON, far.address(), Standing.NONE), text);
    dueSince(id, Duration.ofMinutes(1));
    return id;
  }

  /** What can’t even be begun comes to an end, and people are told. */
  @Test
  void aFaultOfTheHouseItselfEndsToo() {
    var id = toot("Nueva sección");
    var channel = read(id).channel();
    house.call(() ->
        jdbc.sql(
                "update channels.secret set sealed = decode(repeat('00', 40), 'hex') where channel = :id")
            .param("id", channel.value())
            .update());
    for (int i = 0; i < 5; i++) {
      go(id);
      if (state(id) == State.PUBLISHING) {
        nextTry(id);
      }
    }
    assertThat(state(id)).isEqualTo(State.UNCLEAR);
  }

  /** A text of the database holds no U+0000, an answer may. */
  @Test
  void whatTheOtherSideSaysIsKeptWithoutWhatNoTextHolds() {
    var id = toot("Nueva sección");
    far.is(Mood.ODD);
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
    assertThat(read(id).remote().url()).isEqualTo("https://far.example/p1");
  }

  @Test
  void careEndsWhenTheChannelAnswersAndNotByANewName() {
    var channel = channel(Kind.MASTODON, far.address(), Standing.NONE);
    house.call(() -> channels.care(channel, "401"));
    var renamed =
        new Channel(
            channel.id(),
            room,
            channel.kind(),
            "Another name",
            channel.address(),
            channel.account(),
            channel.standing(),
            channel.manner(),
            null,
            null,
            channel.version(),
            channel.slots());
    as(owner, () -> channels.change(desk(owner).pass(), renamed, "").orFail());
    assertThat(channels.find(channel.id()).orElseThrow().care()).isEqualTo("401");
    assertThatNoException()
        .isThrownBy(() -> send(owner, path("/channels/" + channel.id() + "/check")));
    assertThat(channels.find(channel.id()).orElseThrow().care()).isNull();
  }

  @Test
  void whatEachChannelLacksIsToldAtOnce() throws Exception {
    var x = channel(Kind.X, "", Standing.NONE);
    var instagram = channel(Kind.INSTAGRAM, "", Standing.NONE);
    var answer =
        send(
            owner,
            path("/posts"),
            "key",
            Ids.text(Ids.fresh()),
            "do",
            "submit",
            "channels",
            x.id().toString(),
            "channels",
            instagram.id().toString(),
            "text",
            "a".repeat(281),
            "when",
            "time",
            "date",
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2).toString(),
            "time",
            "10:00");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString(UTF_8)).contains("281", "INSTAGRAM needs");
  }
}
