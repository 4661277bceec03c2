package org.diestra.office.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.FarNetwork.Mood;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exactly once, whatever the network does, against a small server that answers as documented. */
class DeliveryTests extends Newsroom {
  private final FarNetwork far = new FarNetwork();

  @AfterEach
  void close() {
    far.close();
  }

  private PostId due(Kind kind, String address, String text) {
    Channel channel = channel(kind, address, Standing.NONE);
    var id = approved(channel, text);
    dueSince(id, Duration.ofMinutes(1));
    return id;
  }

  private PostId toot(String text) {
    return due(Kind.MASTODON, far.address(), text);
  }

  @Test
  void aPostIsTakenOnceWithItsAddress() {
    var id = toot("Nueva sección de poesía");
    go(id);
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
    assertThat(read(id).remote().url()).isEqualTo("https://far.example/p1");
    assertThat(far.standing()).singleElement().asString().contains("Nueva sección de poesía");
  }

  /** Down from before its minute until 35 minutes after it: tried at 0, 1, 6 and 36 minutes. */
  @Test
  void aNetworkThatIsDownForAnHourGetsItOnce() {
    var id = toot("Nueva sección");
    far.is(Mood.DOWN);
    go(id);
    for (int tried = 1; tried < 3; tried++) {
      assertThat(state(id)).isEqualTo(State.PUBLISHING);
      assertThat(read(id).tries()).isEqualTo(tried);
      go(id);
      assertThat(read(id).tries()).isEqualTo(tried); // not before its time
      nextTry(id);
      go(id);
    }
    far.is(Mood.WELL);
    nextTry(id);
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
    assertThat(far.standing()).hasSize(1);
  }

  @Test
  void afterFourTriesPeopleAreToldAndMaySendItAgain() {
    var id = toot("Nueva sección");
    far.is(Mood.DOWN);
    for (int i = 0; i < 4; i++) {
      go(id);
      if (state(id) == State.PUBLISHING) {
        nextTry(id);
      }
    }
    assertThat(state(id)).isEqualTo(State.FAILED);
    far.is(Mood.WELL);
    int seen = read(id).version();
    as(assistant, () -> hands.retry(desk(assistant), id, seen).orFail());
    nextTry(id);
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
    assertThat(far.standing()).hasSize(1);
  }

  @Test
  void aLostAnswerIsAskedForAgainWithTheSameKeyAndPostsOnce() {
    var id = toot("Nueva sección");
    far.is(Mood.SILENT);
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHING);
    far.is(Mood.WELL);
    nextTry(id);
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
    assertThat(far.standing()).hasSize(1);
  }

  /** The call went out; whether it came to anything was never written down. */
  private void crash(PostId id) {
    Caller.house().run(() -> rounds.call(publications.claim(id).orElseThrow()));
    nextTry(id); // its lease is over
  }

  @Test
  void aCrashBetweenTheCallAndTheRecordPostsOnce() {
    var toot = toot("Nueva sección");
    var skeet = due(Kind.BLUESKY, far.address(), "Nueva sección");
    crash(toot);
    crash(skeet);
    go(toot, skeet);
    assertThat(state(toot)).isEqualTo(State.PUBLISHED);
    assertThat(state(skeet)).isEqualTo(State.PUBLISHED);
    assertThat(far.standing()).hasSize(2);
  }

  @Test
  void whereNobodyKnowsWhetherItArrivedNothingIsSentTwice() {
    var id = due(Kind.WEBHOOK, far.address() + "/hook", "Nueva sección");
    far.is(Mood.SILENT);
    go(id);
    assertThat(state(id)).isEqualTo(State.UNCLEAR);
    var other = due(Kind.WEBHOOK, far.address() + "/hook", "Otra sección");
    far.is(Mood.WELL);
    crash(other);
    go(other, id);
    assertThat(state(other)).isEqualTo(State.UNCLEAR);
    assertThat(far.standing()).hasSize(2);
    int seen = read(other).version();
    as(assistant, () -> hands.published(desk(assistant), other, seen, "").orFail());
    assertThat(state(other)).isEqualTo(State.PUBLISHED);
    // and for a network that forgets keys, once it has
    var toot = toot("Nueva sección");
    crash(toot);
    house.call(() ->
        jdbc.sql(
                "update publishing.delivery set first_at = now() - interval '2 hours' where post = :id")
            .param("id", toot.value())
            .update());
    go(toot);
    assertThat(state(toot)).isEqualTo(State.UNCLEAR);
  }

  @Test
  void aRefusedTokenMakesTheChannelNeedCareAndIsToldOnce() {
    var channel = channel(Kind.MASTODON, far.address(), Standing.NONE);
    var one = approved(channel, "Uno");
    var two = approved(channel, "Dos");
    dueSince(one, Duration.ofMinutes(1));
    dueSince(two, Duration.ofMinutes(1));
    far.is(Mood.LOCKED);
    go(one, two);
    assertThat(state(one)).isEqualTo(State.FAILED);
    assertThat(channels.find(channel.id()).orElseThrow().care()).isNotNull();
    var told =
        house.call(() ->
            jdbc.sql(
                    "select count(*) from notifications.notice where kind = 'publishing:care' and recipient = :owner")
                .param("owner", owner.id().value())
                .query(Integer.class)
                .single());
    assertThat(told).isEqualTo(1);
  }

  @Test
  void theRoundTakesWhatIsDueAndMissesWhatIsLate() throws Exception {
    var id = toot("Nueva sección");
    var late = write(assistant, channel(Kind.FEED, "", Standing.NONE), "late", Posts.Aim.SUBMIT);
    dueSince(late, Duration.ofMinutes(1));
    Caller.house().run(rounds::go);
    for (int i = 0; i < 300 && state(id) != State.PUBLISHED; i++) {
      Thread.sleep(100);
    }
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
    assertThat(state(late)).isEqualTo(State.MISSED);
  }

  @Test
  void aPrivateAddressIsNeverSpokenTo() {
    var id = due(Kind.WEBHOOK, "http://127.0.0.1:5432/", "Hola");
    go(id);
    assertThat(state(id)).isEqualTo(State.FAILED);
    var host = due(Kind.WEBHOOK, "https://localhost/", "Hola");
    go(host);
    assertThat(read(host).reason()).isEqualTo("fetching.fault.private");
  }

  @Test
  void blueskyIsToldWhereLinksAndTagsStand() {
    var id = due(Kind.BLUESKY, far.address(), "Año nuevo: https://example.com/x #libros");
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
    assertThat(far.standing().getFirst())
        .contains("\"byteStart\":12", "\"byteEnd\":33", "facet#link", "\"tag\":\"libros\"");
  }

  @Test
  void aHookIsSigned() throws Exception {
    var id = due(Kind.WEBHOOK, far.address() + "/hook", "Hola");
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
    var signature = far.lastSignature();
    var at = signature.substring(2, signature.indexOf(','));
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec("a-secret-of-the-shop".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var sum = mac.doFinal((at + "." + far.bodies().getLast()).getBytes(StandardCharsets.UTF_8));
    assertThat(signature).isEqualTo("t=" + at + ",v1=" + HexFormat.of().formatHex(sum));
  }

  /** What was taken back between two tries goes out no more. */
  @Test
  void aLaterTryAsksForTheClientsWordAgain() {
    var id = toot("Nueva sección");
    far.is(Mood.DOWN);
    go(id);
    assertThat(state(id)).isEqualTo(State.PUBLISHING);
    var channel = read(id).channel();
    house.call(() ->
        jdbc.sql("update channels.channel set closed_at = now() where id = :id")
            .param("id", channel.value())
            .update());
    far.is(Mood.WELL);
    nextTry(id);
    go(id);
    assertThat(state(id)).isEqualTo(State.MISSED);
    assertThat(far.standing()).isEmpty();
  }

  /** A page of a fence or a cache is no answer: nothing is said to stand there. */
  @Test
  void whatMayHaveArrivedIsNeverSaidToHaveFailed() {
    var id = toot("Nueva sección");
    far.is(Mood.SILENT);
    for (int i = 0; i < 4; i++) {
      go(id);
      if (state(id) == State.PUBLISHING) {
        nextTry(id);
      }
    }
    assertThat(state(id)).isEqualTo(State.UNCLEAR);
  }
}
