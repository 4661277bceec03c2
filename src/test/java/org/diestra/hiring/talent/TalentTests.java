package org.diestra.hiring.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.StatementCount;
import org.diestra.hiring.talent.ItemStore.Kind;
import org.diestra.hiring.talent.Profile.Evidence;
import org.diestra.hiring.talent.Profile.Reference;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.data.Audit;
import org.diestra.platform.search.Criteria;
import org.diestra.platform.search.Search;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Profiles in the real database, and what the door tells of them. */
@HouseTest
class TalentTests {
  @Autowired Talent talent;
  @Autowired Profiles profiles;
  @Autowired Items items;
  @Autowired Assistants assistants;
  @Autowired People people;
  @Autowired Search search;
  @Autowired Audit audit;
  @Autowired Clock clock;

  @Test
  void aCardSaysWhatTheProfileSays() {
    var lucia = assistants.published("Lucía Gómez Rojas");
    var card = talent.cards(List.of(lucia.id())).get(lucia.id());
    assertThat(card).isNotNull();
    assertThat(card.shortName()).isEqualTo("Lucía G.");
    assertThat(card.handle()).startsWith("lucia-gomez-rojas");
    assertThat(card.areas())
        .containsExactly(new Claim(Area.BOOKKEEPING, 6, List.of("Excel", "Holded"), false));
    assertThat(card.languages()).extracting("language").containsExactly("es", "en");
    assertThat(card.week().zone()).isEqualTo(lucia.zone());
    assertThat(card.week().size()).isEqualTo(40);
    assertThat(card.usualRate()).isEqualTo(Money.of(1200, "EUR"));
    assertThat(card.rating().fresh()).isTrue();
  }

  @Test
  void manyCardsCostAsManyStatementsAsTwo() throws Exception {
    var few = List.of(assistants.published("Ana").id(), assistants.published("Bea").id());
    var many = new ArrayList<>(few);
    for (int i = 0; i < 6; i++) {
      many.add(assistants.published("Carla " + i).id());
    }
    var two = StatementCount.during(() -> assertThat(talent.cards(few)).hasSize(2));
    var eight = StatementCount.during(() -> assertThat(talent.cards(many)).hasSize(8));
    assertThat(two).hasSize(4);
    assertThat(eight).hasSameSizeAs(two);
  }

  @Test
  void cardsKeepTheOrderAskedForAndLeaveOthersOut() {
    var ana = assistants.published("Ana").id();
    var draft = assistants.draft("Bea").id();
    var nobody = people.client("Paul").id();
    assertThat(talent.cards(List.of(draft, nobody, ana)).keySet()).containsExactly(draft, ana);
    assertThat(talent.published(List.of(draft, nobody, ana)).keySet()).containsExactly(ana);
  }

  @Test
  void monthsInAnOfficeCountOnce() {
    var ana = assistants.draft("Ana");
    assistants.worked(ana, YearMonth.of(2010, 1), YearMonth.of(2013, 12), true);
    assistants.worked(ana, YearMonth.of(2012, 1), YearMonth.of(2015, 12), true);
    assistants.worked(ana, YearMonth.of(2016, 1), YearMonth.of(2019, 12), false);
    assertThat(years(ana.id())).isEqualTo(6);
  }

  @Test
  void whatLastsCountsUntilToday() {
    var ana = assistants.draft("Ana");
    var now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    assistants.worked(ana, now.minusMonths(38), null, true);
    assertThat(years(ana.id())).isEqualTo(3);
    assistants.worked(ana, now, null, true);
    assertThat(years(ana.id())).isEqualTo(3);
  }

  private int years(PersonId person) {
    var card = talent.cards(List.of(person)).get(person);
    assertThat(card).isNotNull();
    return card.secretaryYears();
  }

  @Test
  void anOldHandleLeadsOnAndNobodyElseGetsIt() {
    var ana = assistants.published("Ana Torres").id();
    var bea = assistants.published("Bea").id();
    var old = talent.cards(List.of(ana)).get(ana).handle();
    var fresh = new Handle("ana-" + ana.toString().toLowerCase().substring(0, 12));
    profiles.rename(ana, fresh).orFail();
    assertThat(talent.byHandle(old)).isEmpty();
    assertThat(talent.address(old)).contains(new Talent.Address(ana, fresh));
    assertThat(talent.byHandle(fresh.text())).isPresent();
    assertThat(refusal(profiles.rename(bea, new Handle(old)))).isEqualTo("talent.handle.taken");
    assertThat(profiles.rename(ana, new Handle(old)).orFail().text()).isEqualTo(old);
  }

  @Test
  void nobodyHoardsHandles() {
    var ana = assistants.draft("Ana").id();
    var stem = "x" + ana.toString().toLowerCase().substring(0, 12);
    for (int n = 1; n < Handles.MOST; n++) {
      profiles.rename(ana, new Handle(stem + n)).orFail();
    }
    assertThat(refusal(profiles.rename(ana, new Handle(stem + "more"))))
        .isEqualTo("talent.handle.too-many");
    profiles.rename(ana, new Handle(stem + "1")).orFail();
  }

  @Test
  void sameNamesGetDifferentHandles() {
    var one = assistants.draft("Juan Pérez").id();
    var other = assistants.draft("Juan Pérez").id();
    var cards = talent.cards(List.of(one, other));
    assertThat(cards.get(one).handle()).isNotEqualTo(cards.get(other).handle());
  }

  @Test
  void aDraftIsPublishedOnlyWhenItSaysWhatAClientMustKnow() {
    var ana = assistants.draft("Ana").id();
    assertThat(refusal(profiles.publish(ana))).isEqualTo("talent.publish.incomplete");
    assertThat(talent.readyToBid(ana)).isFalse();
    assertThat(talent.readyToBid(assistants.published("Bea").id())).isTrue();
  }

  @Test
  void aPublishedProfileKeepsWhatItNeeds() {
    var ana = assistants.published("Ana");
    assertThat(refusal(profiles.drop(ana.id(), Area.BOOKKEEPING))).isEqualTo("talent.area.last");
    assertThat(refusal(profiles.languages(ana.id(), List.of())))
        .isEqualTo("talent.language.needed");
    assertThat(refusal(profiles.hours(ana.id(), WorkWeek.none(ana.zone()), null, null)))
        .isEqualTo("talent.week.needed");
    profiles.hide(ana.id());
    profiles.drop(ana.id(), Area.BOOKKEEPING).orFail();
    assertThat(refusal(profiles.publish(ana.id()))).isEqualTo("talent.publish.incomplete");
  }

  @Test
  void aReferenceStandsBehindAnArea() {
    var ana = assistants.published("Ana").id();
    var referee = new Reference("Elena Ruiz", "My manager", "elena@example.org");
    profiles.put(ana, new Evidence(Area.BOOKKEEPING, 6, List.of(), referee)).orFail();
    assertThat(talent.cards(List.of(ana)).get(ana).areas())
        .containsExactly(new Claim(Area.BOOKKEEPING, 6, List.of(), true));
  }

  @Test
  void whatWasRemovedComesBackButNotForSomebodyElse() {
    var ana = assistants.draft("Ana");
    assistants.serves(ana, "Ten posts", Money.of(9000, "EUR"));
    var service = profiles.of(ana).services().getFirst();
    var bea = assistants.draft("Bea").id();
    assertThatThrownBy(() -> items.remove(Kind.SERVICE, bea, service.id()))
        .isInstanceOf(NotFound.class);
    items.remove(Kind.SERVICE, ana.id(), service.id());
    assertThat(profiles.of(ana).services()).isEmpty();
    assertThatThrownBy(() -> items.restore(Kind.SERVICE, bea, service.id()))
        .isInstanceOf(NotFound.class);
    items.restore(Kind.SERVICE, ana.id(), service.id()).orFail();
    assertThat(profiles.of(ana).services()).containsExactly(service);
  }

  @Test
  void thereIsRoomForSoManyServices() {
    var ana = assistants.draft("Ana");
    for (int i = 0; i < Profile.MOST_SERVICES; i++) {
      assistants.serves(ana, "Service " + i, Money.of(1000, "EUR"));
    }
    var one = profiles.of(ana).services().getFirst();
    items.remove(Kind.SERVICE, ana.id(), one.id());
    assistants.serves(ana, "One more", Money.of(1000, "EUR"));
    assertThat(refusal(items.restore(Kind.SERVICE, ana.id(), one.id())))
        .isEqualTo("talent.service.most");
  }

  @Test
  void ratingsArriveFromOutside() {
    var ana = assistants.published("Ana").id();
    talent.rate(ana, 4.37, 31);
    var rating = talent.cards(List.of(ana)).get(ana).rating();
    assertThat(rating.n()).isEqualTo(31);
    assertThat(rating.stars()).isEqualByComparingTo("4.4");
  }

  @Test
  void whoIsPublishedIsFoundAndWhoHidesIsNot() throws Exception {
    var ana = assistants.published("Ana").id();
    profiles.basics(ana, "Xylophonist " + ana, "").orFail();
    awaitFound(ana, true);
    profiles.hide(ana);
    awaitFound(ana, false);
  }

  private void awaitFound(PersonId person, boolean there) throws InterruptedException {
    var asked =
        Criteria.of(org.diestra.platform.search.Kind.ASSISTANT).words(person.toString()).build();
    for (int tries = 0; tries < 100; tries++) {
      var found = search.find(asked);
      if (found.isPresent() && found.get().ids().contains(person.value()) == there) {
        return;
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    throw new AssertionError(there ? "not found" : "still found");
  }

  @Test
  void eachChangeIsRecorded() {
    var ana = assistants.published("Ana").id();
    profiles.hide(ana);
    assertThat(audit.page(ana.value(), ana.value(), null, 20))
        .extracting(entry -> entry.deed().action())
        .contains("hide", "publish", "hours", "begin");
  }

  private static String refusal(Outcome<?> outcome) {
    return outcome.fold(
        done -> {
          throw new AssertionError("was done: " + done);
        },
        Refusal::key);
  }
}
