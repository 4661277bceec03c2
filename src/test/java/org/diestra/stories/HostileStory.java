package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.stories.Intrusion.LINE;
import static org.diestra.stories.Intrusion.QUERY;
import static org.diestra.stories.Intrusion.TEXT;
import static org.diestra.stories.Intrusion.everywhere;
import static org.diestra.stories.Intrusion.harmless;
import static org.diestra.stories.Intrusion.shown;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A script in every field that takes words: nothing runs, and all of it is shown as it is. */
@Tag("browser")
@HouseTest
class HostileStory extends Story {
  private static final String NAME = "Eve <img src=x onerror=hit()>";

  /** Not without scripts, as then nothing could run. */
  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "SPANISH"})
  void nothingThatWasTypedRuns(Way way) {
    var eve = people.open(NAME, way.language(), "Europe/Madrid", false, LINE.substring(0, 60));
    var author = bookkeeper(way, NAME);
    var client = watched(way, eve);
    var assistant = watched(way, author);

    shown(client, "/settings/business/" + People.organisation(eve));
    signUp(way);
    var job = post(client);
    profile(assistant);
    var bid = bid(assistant, author, job);
    compare(client, job, bid);
    var offer = offer(client, bid);
    var contract = sign(assistant, offer);
    search(assistant);
    everybodyLooks(way, eve, author, List.of(job, contract, contract + "/messages"));
  }

  /** Refused, as no address is given: what was typed stands in its fields. */
  private void signUp(Way way) {
    var guest = guest(way);
    guest.open("/signup");
    everywhere(guest);
    guest.forward();
    assertThat(guest.status()).isEqualTo(422);
    assertThat(guest.typed("name")).isEqualTo(LINE);
    harmless(guest);
  }

  private Window watched(Way way, Viewer viewer) {
    var window = window(way, viewer);
    window.page().context().addInitScript("window.hits = 0; window.hit = () => window.hits++;");
    return window;
  }

  private static void send(Window window) {
    window.forward();
    assertThat(window.status()).as(window.page().url()).isLessThan(400);
    harmless(window);
  }

  private String post(Window client) {
    client.open("/jobs/new");
    client.choose("areas", "bookkeeping");
    everywhere(client);
    send(client);
    everywhere(client);
    send(client);
    client.choose("unit", "hour");
    client.fill("hourly", "14.00");
    client.fill("hoursWeek", "8");
    client.select("span", "ongoing");
    client.select("language1", "es");
    client.select("level1", "C1");
    client.page().locator("input[name=overlap]").first().check();
    send(client);
    everywhere(client);
    client.page().locator("input[name=manual]").first().check();
    send(client);
    send(client);
    var job = client.path();
    shown(client, job);
    return job;
  }

  private void profile(Window assistant) {
    for (var part : List.of("/profile/basics", "/profile/areas/bookkeeping")) {
      assistant.open(part);
      everywhere(assistant);
      send(assistant);
    }
    assistant.open("/profile/history/new");
    everywhere(assistant);
    assistant.select("fromMonth", "2");
    assistant.fill("fromYear", "2015");
    send(assistant);
    assistant.open("/profile/services/new");
    everywhere(assistant);
    assistant.fill("amount", "140");
    assistant.fill("days", "10");
    send(assistant);
    assistant.open("/profile/samples/new?area=bookkeeping");
    everywhere(assistant);
    assistant.bring("file", file(LINE + ".md", TEXT.getBytes(StandardCharsets.UTF_8)));
    assistant.choose("rights", "own");
    send(assistant);
    shown(assistant, "/profile/samples");
    assistant.press(".sample-row h2 a");
    harmless(assistant);
    shown(assistant, "/profile");
  }

  private String bid(Window assistant, Viewer author, String job) {
    assistant.open(job + "/bid");
    everywhere(assistant);
    assistant.fill("price", "11.00");
    assistant.fill("quantity", "8");
    assistant.fill("start", inDays(7).toString());
    assistant.page().locator("input[name=samples]").first().check();
    assistant.bring("brought", file(LINE + ".txt", TEXT.getBytes(StandardCharsets.UTF_8)));
    assistant.press("button[name=do][value=send]");
    harmless(assistant);
    assistant.says("proposals.sent.submitted");
    shown(assistant, job + "/bid");
    return jdbc.sql("select id from proposals.bid where person = :person")
        .param("person", author.id().value())
        .query((r, n) -> Ids.text(Row.id(r, "id")))
        .single();
  }

  private void compare(Window client, String job, String bid) {
    shown(client, job + "/bids");
    shown(client, job + "/bids/" + bid);
    client.fill("note", TEXT);
    client.press("form[action$='/note'] button");
    shown(client, job + "/bids/" + bid + "/pieces/1");
    client.open(job + "/bids/" + bid + "/messages");
    client.fill("text", TEXT);
    client.seen("#sheet .button.main").click();
    client.page().locator(".said .prose").first().waitFor();
    harmless(client);
  }

  private String offer(Window client, String bid) {
    client.open("/offers/new?bid=" + bid);
    everywhere(client);
    client.fill("signature", NAME);
    send(client);
    shown(client, client.path());
    return client.path();
  }

  private String sign(Window assistant, String offer) {
    shown(assistant, offer);
    assistant.open(offer + "/counter");
    harmless(assistant);
    shown(assistant, offer);
    assistant.fill("signature", NAME);
    send(assistant);
    shown(assistant, assistant.path());
    var paper = assistant.page().request().get(assistant.page().url() + ".pdf");
    assertThat(paper.status()).isEqualTo(200);
    return assistant.path();
  }

  private void search(Window assistant) {
    for (var list : List.of("/jobs", "/assistants")) {
      assistant.open(list + "?q=" + QUERY);
      harmless(assistant);
    }
    assistant.press("form[action='/searches'] button");
    assistant.open("/searches");
    assistant.page().locator("input[name=name]").first().fill(LINE);
    assistant.press("form[action^='/searches/']:not([action$=removal]) button");
    shown(assistant, "/searches");
    assistant.open("/login?next=" + QUERY);
    harmless(assistant);
  }

  private void everybodyLooks(Way way, Viewer eve, Viewer author, List<String> pages) {
    var operator = watched(way, people.operator("Olga"));
    for (var path : List.of(pages.getFirst(), "/assistants/" + handle(author))) {
      shown(operator, path);
    }
    for (var path :
        List.of("/operator/mail", "/operator/audit", "/operator/people", "/operator/jobs")) {
      operator.open(path);
      harmless(operator);
    }
    for (var viewer : List.of(eve, author)) {
      var window = watched(way, viewer);
      for (var path : List.of("/home", "/notifications", "/messages", "/contracts")) {
        window.open(path);
        harmless(window);
      }
      shown(window, pages.get(1));
      shown(window, pages.get(2));
    }
  }
}
