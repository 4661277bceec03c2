package org.diestra.office.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.diestra.office.bookkeeping.Entry.Draft;
import org.diestra.office.bookkeeping.Entry.Posted;
import org.diestra.office.bookkeeping.Entry.Returned;
import org.diestra.office.books.Account;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.Test;

/** Who writes, who posts, and what stays. */
class EntriesTests extends BooksDesk {

  private static String why(Outcome<?> outcome) {
    return outcome.fold(done -> "", Refusal::key);
  }

  @Test
  void theAssistantProposesAndTheClientPosts() {
    var id = rent(80_000);
    assertThatThrownBy(() -> post(assistant, id)).isInstanceOf(NotFound.class);
    post(owner, id);
    assertThat(read(id))
        .isInstanceOfSatisfying(
            Posted.class,
            posted -> {
              assertThat(posted.year()).isEqualTo(2026);
              assertThat(posted.number()).isEqualTo(1);
              assertThat(posted.alone()).isFalse();
              assertThat(posted.postedBy()).isEqualTo(owner.id());
            });
    assertThat(as(owner, () -> entries.moves(read(id))))
        .extracting(MoveStore.Move::person)
        .containsExactly(assistant.id(), assistant.id(), owner.id());
  }

  @Test
  void whoWritesDoesNotPostUnlessNobodyElseCouldAndTheBooksSaySo() {
    var written = as(owner, () -> entry(DAY, "Rent", "621", "572", 80_000));
    var own = proposed(owner, written);
    var seen = Map.of(own, 2);
    assertThat(why(as(owner, () -> decisions.post(desk(owner), seen))))
        .isEqualTo("bookkeeping.conflict.own");
    alone();
    post(owner, own);
    assertThat(read(own)).extracting(e -> ((Posted) e).alone()).isEqualTo(true);
    colleague("Marta", Role.BOOKKEEPER);
    var next = proposed(owner, written);
    assertThat(why(as(owner, () -> decisions.post(desk(owner), Map.of(next, 2)))))
        .isEqualTo("bookkeeping.conflict.own");
  }

  private void alone() {
    var path = "/w/" + room + "/books/periods/alone";
    try {
      assertThat(send(owner, path, "seen", "1", "alone", "true").getStatus()).isEqualTo(302);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatComesBackIsMendedAndProposedAgain() {
    var id = rent(80_000);
    as(owner, () -> decisions.giveBack(desk(owner), id, 2, "It is 850").orFail());
    assertThat(read(id))
        .isInstanceOfSatisfying(Returned.class, r -> assertThat(r.why()).isEqualTo("It is 850"));
    var mended = as(assistant, () -> entry(DAY, "Rent", "621", "572", 85_000));
    assertThat(why(as(assistant, () -> entries.rewrite(desk(assistant), id, 2, mended, true))))
        .isEqualTo("bookkeeping.conflict.moved");
    as(assistant, () -> entries.rewrite(desk(assistant), id, 3, mended, true).orFail());
    post(owner, id);
    assertThat(read(id).facts().written().debits()).isEqualTo(eur(85_000));
  }

  @Test
  void aProposalBalancesADraftNeedNot() {
    var half = as(assistant, () -> entry(DAY, "Half", "621", "572", 100)).lines().subList(0, 1);
    var written = new Written(DAY, "Half", EUR, half);
    var id =
        as(assistant, () -> entries.write(desk(assistant), Ids.fresh(), written, false).orFail());
    assertThat(read(id)).isInstanceOf(Draft.class);
    assertThat(why(as(assistant, () -> entries.propose(desk(assistant), id, 1, false))))
        .isEqualTo("bookkeeping.lines.few");
    as(assistant, () -> entries.remove(desk(assistant), id, 1).orFail());
    assertThatThrownBy(() -> read(id)).isInstanceOf(NotFound.class);
  }

  @Test
  void theSameFormSentTwiceMakesOneEntry() {
    var key = Ids.fresh();
    var written = as(assistant, () -> entry(DAY, "Rent", "621", "572", 80_000));
    var first = as(assistant, () -> entries.write(desk(assistant), key, written, true).orFail());
    var again = as(assistant, () -> entries.write(desk(assistant), key, written, true).orFail());
    assertThat(again).isEqualTo(first);
  }

  @Test
  void whatIsPostedIsUndoneByItsOppositeAndOnce() {
    var id = post(owner, rent(80_000));
    var day = DAY.plusDays(3);
    var undo =
        as(
            assistant,
            () -> entries.reverse(desk(assistant), id, day, "Undone", Ids.fresh()).orFail());
    assertThat(
            why(
                as(
                    assistant,
                    () -> entries.reverse(desk(assistant), id, day, "Again", Ids.fresh()))))
        .isEqualTo("bookkeeping.conflict.moved");
    post(owner, undo);
    var bank = bank();
    var sheet = as(owner, () -> journal.sheet(desk(owner).book(), bank, 2026, null));
    assertThat(sheet.after()).isEqualTo(eur(0));
    assertThat(sheet.lines()).extracting(s -> s.balance().minor()).containsExactly(0L, -80_000L);
  }

  private Account bank() {
    return as(owner, () -> chart.of(room).find("", "572").orFail());
  }

  @Test
  void closedDaysTakeNothingUntilTheyAreReopenedForAReason() throws Exception {
    var waiting = rent(80_000);
    var path = "/w/" + room + "/books/periods";
    assertThat(send(owner, path, "seen", "1", "until", "2026-03-31").getStatus()).isEqualTo(302);
    assertThat(why(as(owner, () -> decisions.post(desk(owner), Map.of(waiting, 2)))))
        .isEqualTo("bookkeeping.conflict.closed");
    var late = as(assistant, () -> entry(DAY, "Late", "621", "572", 1));
    assertThat(why(as(assistant, () -> entries.write(desk(assistant), Ids.fresh(), late, true))))
        .isEqualTo("bookkeeping.day.closed");
    assertThat(send(owner, path, "seen", "2", "until", "2026-02-28").getStatus()).isEqualTo(422);
    assertThat(
            send(owner, path, "seen", "2", "until", "2026-02-28", "reason", "Rent was missing")
                .getStatus())
        .isEqualTo(302);
    assertThat(send(assistant, path, "seen", "3", "until", "2026-03-31").getStatus())
        .isEqualTo(404);
    post(owner, waiting);
    assertThat(text(assistant, path)).contains("Rent was missing");
  }

  @Test
  void severalArePostedTogetherOrNone() {
    var first = rent(100);
    var second = rent(200);
    assertThat(why(as(owner, () -> decisions.post(desk(owner), Map.of(first, 2, second, 1)))))
        .isEqualTo("bookkeeping.conflict.moved");
    assertThat(as(owner, () -> decisions.post(desk(owner), Map.of(first, 2, second, 2)).orFail()))
        .isEqualTo(2);
    assertThat(List.of(read(first), read(second)))
        .extracting(e -> ((Posted) e).number())
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void resultsBeginEachYearAtNothingAndBalancesGoOn() {
    post(owner, rent(80_000));
    var later = LocalDate.of(2027, 1, 15);
    var next = as(assistant, () -> entry(later, "Rent", "621", "572", 90_000));
    post(owner, proposed(assistant, next));
    var rent = as(owner, () -> chart.of(room).find("", "621").orFail());
    var bank = bank();
    as(
        owner,
        () -> {
          var book = desk(owner).book();
          assertThat(journal.sheet(book, rent, 2027, null).after()).isEqualTo(eur(90_000));
          assertThat(journal.sheet(book, rent, 2027, null).brought()).isEqualTo(eur(0));
          assertThat(journal.sheet(book, bank, 2027, null).brought()).isEqualTo(eur(-80_000));
          assertThat(journal.sheet(book, bank, 2027, null).after()).isEqualTo(eur(-170_000));
          return book;
        });
    var posted = read(post(owner, proposed(assistant, next)));
    assertThat(posted).extracting(e -> ((Posted) e).number()).isEqualTo(2);
  }

  @Test
  void manyWhoPostAtOnceGiveEachNumberOnce() throws Exception {
    var ids = Stream.generate(() -> rent(100)).limit(6).toList();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var posts = ids.stream().map(id -> people.submit(() -> post(owner, id))).toList();
      for (var one : posts) {
        one.get();
      }
    }
    assertThat(ids.stream().map(this::read))
        .extracting(e -> ((Posted) e).number())
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    var sheet = as(owner, () -> journal.sheet(desk(owner).book(), bank(), 2026, null));
    assertThat(sheet.after()).isEqualTo(eur(-600));
  }
}
