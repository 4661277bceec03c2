package org.diestra.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Caller;
import org.diestra.platform.messaging.Message.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Threads as the database keeps them, and keeps them from others. */
@HouseTest
class MessagesTests {
  @Autowired private Messages messages;
  @Autowired private TalkWriter writer;
  @Autowired private TalkReader reader;
  @Autowired private InboxPages inboxes;
  @Autowired private ProbeTalks talks;
  @Autowired private People people;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock clock;
  private Viewer ana;
  private Viewer ben;
  private Viewer eve;
  private UUID thing;
  private ThreadId thread;

  @BeforeEach
  void twoWhoTalkAndOneWhoDoesNot() {
    ana = people.client("Ana Ruíz");
    ben = people.assistant("Ben Gil");
    eve = people.assistant("Eve Paz");
    thing = talks.about(ana, ben);
    thread = messages.open(ProbeTalks.NAME, thing);
  }

  @Test
  void aThingHasOneThreadHoweverOftenItIsAskedFor() {
    assertThat(messages.open(ProbeTalks.NAME, thing)).isEqualTo(thread);
  }

  @Test
  void theSameFormSaysItOnceAlsoAtTheSameTime() {
    var all =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> say(ana, "once", "key-a")))
            .toList();
    var numbers = all.stream().map(f -> f.join().orFail().number()).distinct().toList();
    assertThat(numbers).containsExactly(1);
    assertThat(texts(ben)).containsExactly("once");
  }

  @Test
  void aUsedFormWithOtherWordsIsAConflictAndNothingIsLostInSilence() {
    say(ana, "one", "key-b").orFail();
    assertThat(say(ana, "other", "key-b")).isInstanceOf(Outcome.Refused.class);
    assertThat(texts(ana)).containsExactly("one");
  }

  @Test
  void messagesOfManyAtOnceAreNumberedWithoutAGap() {
    var all = new ArrayList<CompletableFuture<?>>();
    for (int i = 0; i < 10; i++) {
      int n = i;
      all.add(CompletableFuture.runAsync(() -> say(n % 2 == 0 ? ana : ben, "m" + n, "k" + n)));
    }
    all.forEach(CompletableFuture::join);
    var numbers = part(ana).messages().stream().map(Message::number).toList().reversed();
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
  }

  @Test
  void whoTakesNoPartFindsNothingAndWritesNothing() {
    say(ana, "secret", "key-c").orFail();
    assertThatThrownBy(() -> part(eve)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> say(eve, "hello", "key-d")).isInstanceOf(NotFound.class);
    // and without our own question before it, the database says the same
    var seen = as(eve, () -> jdbc.sql("select text from messaging.message where thread = :t"));
    assertThat(seen).isEmpty();
    assertThat(as(ben, () -> jdbc.sql("select text from messaging.message where thread = :t")))
        .containsExactly("secret");
  }

  private List<String> as(
      Viewer viewer, java.util.function.Supplier<JdbcClient.StatementSpec> sql) {
    return Caller.person(viewer.id().value())
        .call(() ->
            transaction.execute(
                tx -> sql.get().param("t", thread.value()).query(String.class).list()));
  }

  @Test
  void nobodyChangesWhatAnotherSaid() {
    var message = say(ana, "mine", "key-e").orFail();
    int rows =
        Caller.person(ben.id().value())
            .call(() ->
                transaction.execute(tx ->
                    jdbc.sql("update messaging.message set text = 'forged' where id = :id")
                        .param("id", message.id().value())
                        .update()));
    assertThat(rows).isZero();
    assertThatThrownBy(() ->
            Caller.person(ben.id().value())
                .run(() ->
                    transaction.executeWithoutResult(tx ->
                        jdbc.sql(
                                """
                                insert into messaging.message
                                  (id, thread, number, author, text, words, key, sent_at)
                                values (:id, :thread, 99, :author, 'forged', '', 'x', now())
                                """)
                            .param("id", Ids.fresh())
                            .param("thread", thread.value())
                            .param("author", ana.id().value())
                            .update())))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void whoLeftTheThingLeavesTheThreadAndWhoJoinedComesIn() {
    say(ana, "before", "key-f").orFail();
    talks.admit(thing, ana, eve);
    messages.refresh(Caller.person(ana.id().value()).call(() -> reader.talk(ana.id(), thread)));
    assertThatThrownBy(() -> part(ben)).isInstanceOf(NotFound.class);
    assertThat(texts(eve)).containsExactly("before");
  }

  @Test
  void whatWasChangedOrDeletedLeavesATrace() {
    var message = say(ana, "first", "key-g").orFail();
    var changed = Caller.person(ana.id().value());
    changed.run(() -> writer.change(message, "second", false).orFail());
    assertThat(texts(ben)).containsExactly("second");
    assertThat(Caller.person(ben.id().value()).call(() -> reader.versions(message.id())))
        .extracting(MessageStore.Version::text)
        .containsExactly("first");
    changed.run(() ->
        assertThat(writer.change(message, "third", false))
            .as("from a page that shows the first")
            .isInstanceOf(Outcome.Refused.class));
    changed.run(() -> writer.remove(message));
    assertThat(part(ben).messages().getFirst().deleted()).isTrue();
    changed.run(() -> writer.restore(message));
    assertThat(part(ben).messages().getFirst().deleted()).isFalse();
  }

  @Test
  void searchFindsInBothLanguagesWithoutAccentsAndOnlyInTheOwnThreads() {
    var word = "q" + UUID.randomUUID().toString().replace("-", "");
    say(ana, word + " facturación de las canciones", "key-h").orFail();
    say(ben, word + " the invoices are running", "key-i").orFail();
    assertThat(found(ana, word + " FACTURACION cancion")).hasSize(1);
    assertThat(found(ana, word + " invoice run")).hasSize(1);
    assertThat(found(ben, word)).hasSize(2);
    assertThat(found(eve, word)).isEmpty();
    assertThat(found(ana, "\"' & ! ((")).isEmpty();
  }

  @Test
  void aDraftIsItsWritersAloneAndEndsWithTheMessage() {
    Caller.person(ana.id().value())
        .run(() -> writer.keepDraft(thread, ana.id(), "half a thou", thread + "key-j"));
    assertThat(part(ana).draft()).get().extracting(DraftStore.Draft::text).isEqualTo("half a thou");
    assertThat(part(ben).draft()).isEmpty();
    say(ana, "half a thought", "key-j").orFail();
    assertThat(part(ana).draft()).isEmpty();
    Caller.person(ana.id().value())
        .run(() -> writer.keepDraft(thread, ana.id(), "half a thou", thread + "key-j"));
    assertThat(part(ana).draft()).as("of a form that was sent").isEmpty();
  }

  @Test
  void readMarksGoForwardAndWhatOneSaysOneHasRead() {
    say(ana, "a", "key-k").orFail();
    say(ana, "b", "key-l").orFail();
    assertThat(part(ana).talk().unread()).isZero();
    assertThat(part(ben).talk().unread()).isEqualTo(2);
    Caller.person(ben.id().value()).run(() -> writer.read(thread, ben.id(), 2));
    Caller.person(ben.id().value()).run(() -> writer.read(thread, ben.id(), 1));
    assertThat(part(ben).talk().unread()).isZero();
  }

  @Test
  void aFloodIsStopped() {
    for (int i = 0; i < TalkWriter.MOST_A_MINUTE; i++) {
      say(ben, "flood " + i, "flood-" + i).orFail();
    }
    assertThat(say(ben, "more", "flood-more")).isInstanceOf(Outcome.Refused.class);
  }

  private Outcome<Message> say(Viewer viewer, String text, String key) {
    var said = new Said(text, List.of(), thread + key, false, false);
    return Caller.person(viewer.id().value()).call(() -> writer.send(thread, viewer.id(), said));
  }

  private TalkReader.Part part(Viewer viewer) {
    return Caller.person(viewer.id().value())
        .call(() -> reader.part(viewer.id(), thread, Integer.MAX_VALUE, 50));
  }

  private List<String> texts(Viewer viewer) {
    return part(viewer).messages().stream().map(Message::text).toList();
  }

  private List<Message> found(Viewer viewer, String words) {
    return Caller.person(viewer.id().value())
        .call(() -> reader.search(viewer.id(), words, null, 10));
  }

  @Test
  void whoTakesPartNoMoreHasNothingUnreadThere() {
    say(ana, "For you", "key-left").orFail();
    assertThat(unread(ben)).isEqualTo(1);
    talks.admit(thing, ana);
    var inbox = Caller.person(ben.id().value()).call(() -> inboxes.inbox(ben, false, null));
    assertThat(inbox.rows()).isEmpty();
    assertThat(unread(ben)).isZero();
  }

  private int unread(Viewer viewer) {
    return Caller.person(viewer.id().value()).call(() -> reader.unread(viewer.id()));
  }
}
