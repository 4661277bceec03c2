package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Addresses that somebody else's letter, history or guess gave away. */
@Tag("browser")
@HouseTest
class ElsewhereStory extends Story {
  /** With somebody's things and for somebody who only guesses, it looks the same. */
  @ParameterizedTest
  @EnumSource
  void whatIsSomebodyElsesLooksAsIfItWereNotThere(Way way) {
    var addresses = things(way);
    var rival = window(way, bookkeeper(way, "Iván Soto"));
    var stranger = window(way, client(way, "Paul Roca"));
    var window = rival;
    for (var address : addresses) {
      window.open(address);
      assertThat(window.status()).as(address).isEqualTo(404);
      window.says("page.fault.404.title");
      window.says("page.fault.404.next");
      window = window == rival ? stranger : rival;
    }
    rival.open("/offers/" + Ids.text(Ids.fresh()));
    assertThat(rival.status()).isEqualTo(404);
    rival.press("main a.button.main");
    assertThat(rival.path()).isEqualTo("/home");

    var guest = guest(way);
    for (var address : addresses) {
      guest.open(address);
      assertThat(guest.path()).as(address).startsWith("/login?next=");
    }
  }

  /** One of each kind that belongs to these two alone; addresses of theirs, which they can open. */
  private List<String> things(Way way) {
    var lucia = client(way, "Lucía Ferrer");
    var author = bookkeeper(way, "Rosa Gil");
    var posted = jobs.hourly(lucia);
    var job = "/jobs/" + posted;
    var bid = bids.send(author, posted).toString();
    assistants.worked(author, YearMonth.of(2015, 2), null, true);
    assistants.serves(author, "Un trimestre", Money.of(9000, "EUR"));
    var client = window(way, lucia);
    var rosa = window(way, author);
    client.open("/offers/new?bid=" + bid);
    client.fill("law", "España");
    client.fill("signature", "Lucía Ferrer");
    client.forward();
    var offer = client.path();
    var clients =
        List.of(
            job + "/bids",
            job + "/bids/" + bid,
            job + "/bids/" + bid + "/decline",
            job + "/ceiling",
            job + "/closure",
            job + "/edit/work",
            job + "/invitations",
            "/settings/business/" + People.organisation(lucia),
            offer);
    clients.forEach(address -> opens(client, address));
    rosa.open(offer);
    rosa.fill("signature", "Rosa Gil");
    rosa.forward();
    var contract = rosa.path();
    var own =
        List.of(
            contract,
            contract + "/messages",
            "/profile/history/" + one("talent.post", "person", author),
            "/profile/services/" + one("talent.service", "person", author),
            "/notifications/" + one("notifications.notice", "recipient", author));
    own.forEach(address -> opens(rosa, address));
    var all = new ArrayList<>(clients);
    all.addAll(own);
    return all.stream().distinct().toList();
  }

  private static void opens(Window window, String address) {
    window.open(address);
    assertThat(window.status()).as(address).isEqualTo(200);
  }

  private String one(String table, String owner, Viewer viewer) {
    return Ids.text(
        jdbc.sql("select id from " + table + " where " + owner + " = :person limit 1")
            .param("person", viewer.id().value())
            .query(UUID.class)
            .single());
  }
}
