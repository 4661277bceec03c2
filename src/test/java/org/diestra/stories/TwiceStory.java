package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Too many, too late, and two at once: nobody is hired twice, and everybody is told. */
@Tag("browser")
@HouseTest
class TwiceStory extends Story {
  private static final int PLACES = 25;
  @Autowired Organisations organisations;

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "SPANISH_WITHOUT_SCRIPTS"})
  void theTwentySixthBidWaitsInLine(Way way) {
    var lucia = client(way, "Lucía Ferrer");
    var job = jobs.hourly(lucia);
    for (int i = 0; i < PLACES; i++) {
      bids.send(bookkeeper(way, "Rosa Gil"), job);
    }
    var late = window(way, bookkeeper(way, "Iván Soto"));
    bid(late, job);
    late.says("proposals.sent.waitlisted");
    late.says("proposals.next.waitlisted");
    late.open("/jobs/" + job);
    late.says(way.scripts() ? "proposals.panel.place" : "jobs.bid.write", 1);

    var client = window(way, lucia);
    client.open("/jobs/" + job + "/bids");
    assertThat(client.count("tbody.bid")).isEqualTo(PLACES);
    client.says("proposals.waiting.count", 1, PLACES);
    client.press("main a[href$='/decline']");
    client.choose("reason", "hours");
    client.press("main form button.stop");
    late.open("/jobs/" + job + "/bid");
    late.says("proposals.next.submitted");
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "SPANISH_WITHOUT_SCRIPTS"})
  void aChangedJobAsksForTheBidAgain(Way way) {
    var lucia = client(way, "Lucía Ferrer");
    var job = jobs.hourly(lucia);
    var author = bookkeeper(way, "Rosa Gil");
    var bid = bids.send(author, job);
    var client = window(way, lucia);
    client.open("/jobs/" + job + "/edit/work");
    client.fill("about", client.typed("about") + " Y la caja, cada viernes.");
    client.forward();
    client.open("/jobs/" + job + "/edit/preview");
    client.says("jobs.preview.reconfirm", 1);
    client.press(".publish button.main");

    client.open("/offers/new?bid=" + bid);
    assertThat(client.path()).isEqualTo("/jobs/" + job + "/bids"); // it waits for its author
    var rosa = window(way, author);
    await(
        "asked again",
        () -> {
          rosa.open("/home");
          return rosa.count(".waits a[href='/jobs/" + job + "/bid']") == 1;
        });
    rosa.press(".waits a[href='/jobs/" + job + "/bid']");
    rosa.says("proposals.outdated.title");
    if (!way.scripts()) {
      rosa.press("main a[href*='/changes?since=']");
    }
    rosa.shows("Y la caja, cada viernes.");
    rosa.open("/jobs/" + job + "/bid");
    rosa.press("form[action$='/confirmation'] button");
    rosa.says("proposals.confirmed");
    client.open("/offers/new?bid=" + bid);
    assertThat(client.path()).startsWith("/offers/new");
  }

  /**
   * Each in a window of their own, in the same moment: one offer stands, the other is explained.
   */
  @ParameterizedTest
  @EnumSource(names = {"SPANISH", "SPANISH_WITHOUT_SCRIPTS"})
  void twoOwnersAcceptTwoBidsAtOnce(Way way) {
    var lucia = client(way, "Lucía Ferrer");
    var paul = people.open("Paul Roca", way.language(), "Europe/Madrid", false, null);
    organisations.admit(People.organisation(lucia), paul.id(), Role.OWNER, lucia.id());
    var job = jobs.hourly(lucia);
    var windows = List.of(window(way, lucia), window(way, paul));
    var names = List.of("Lucía Ferrer", "Paul Roca");
    for (int i = 0; i < 2; i++) {
      var bid = bids.send(bookkeeper(way, "Rosa Gil"), job);
      windows.get(i).open("/offers/new?bid=" + bid);
      windows.get(i).fill("law", "España");
      windows.get(i).fill("note", "Empezamos en enero.");
      windows.get(i).fill("signature", names.get(i));
    }
    windows.forEach(w -> w.page().evaluate("document.querySelector('main form.terms').submit()"));
    for (var window : windows) {
      window.page().waitForCondition(() -> !window.path().startsWith("/offers/new"));
    }
    var late = windows.stream().filter(w -> w.path().startsWith("/offers?bid=")).toList();
    assertThat(late).hasSize(1);
    var second = late.getFirst();
    second.says("proposals.conflict.other-offer");
    assertThat(second.typed("note")).isEqualTo("Empezamos en enero.");
    assertThat(second.typed("law")).isEqualTo("España");
    second.look();
    second.press("main form a[href='/jobs/" + job + "/bids']");
    assertThat(second.text("#board")).contains(second.words("proposals.seen.offered"));
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "SPANISH_WITHOUT_SCRIPTS"})
  void anOfferThatHasLapsedCanNotBeSigned(Way way) {
    var lucia = client(way, "Lucía Ferrer");
    var author = bookkeeper(way, "Rosa Gil");
    var job = jobs.hourly(lucia);
    var bid = bids.send(author, job);
    var client = window(way, lucia);
    client.open("/offers/new?bid=" + bid);
    client.fill("law", "España");
    client.fill("signature", "Lucía Ferrer");
    client.forward();
    var rosa = window(way, author);
    rosa.open(client.path());
    rosa.fill("signature", "Rosa Gil");

    mover.skipTo(clock.instant().plus(Duration.ofDays(7)));

    rosa.forward();
    assertThat(rosa.status()).isEqualTo(409);
    rosa.says("contracts.offer.over");
    rosa.says("contracts.state.expired");
    assertThat(rosa.count("#signature")).isZero();
    rosa.open("/contracts");
    assertThat(rosa.count("main table")).isZero();
    client.open("/offers/new?bid=" + bid); // the bid is before the client again
    assertThat(client.path()).startsWith("/offers/new");
  }

  private void bid(Window window, JobId job) {
    window.open("/jobs/" + job + "/bid");
    window.fill("price", "11.00");
    window.fill("quantity", "8");
    window.fill("start", inDays(7).toString());
    window.fill("letter", "Llevo nueve años con esto.");
    window.fill("answers[" + jobs.question(job) + "]", "Holded, desde 2021.");
    window.press("button[name=do][value=send]");
  }
}
