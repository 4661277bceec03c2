package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.People;
import org.diestra.hiring.interviews.Meeting.Pair;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.rooms.HouseLine;
import org.diestra.platform.rooms.Rooms;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people talk, each in a browser of their own; a third one would like to listen. */
@Tag("browser")
@HouseTest
class CallBrowserTests {
  private static Chromium chromium;
  @LocalServerPort private int port;
  @Autowired private Meeting meeting;
  @Autowired private OpenSessions sessions;
  @Autowired private ClockMover clock;
  @Autowired private HouseLine line;
  @Autowired private People people;
  @Autowired private Rooms rooms;
  @Autowired private Organisations organisations;
  private final List<BrowserContext> windows = new ArrayList<>();
  private Pair pair;
  private InterviewId id;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @AfterEach
  void everybodyLeaves() {
    windows.forEach(BrowserContext::close);
    windows.clear();
  }

  @BeforeEach
  void itIsTime() {
    pair = meeting.pair();
    id = meeting.agreed(pair, 1);
    clock.moveTo(meeting.slot(1).start().minus(Duration.ofMinutes(5)));
  }

  @Test
  void twoPeopleMeetAndNothingThatHappensToTheLineEndsIt() {
    var rosa = visitor(pair.assistant().id(), "es-ES").isUnderstood().comesTo(room());
    rosa.looksRight("ok").goesIn().sees("[data-view=waiting]").isAccessible();
    assertThat(rosa.tiles()).isZero();

    var lucia = visitor(pair.client().id(), "en-GB").comesTo(room()).looksRight("ok").goesIn();
    lucia.sees("[data-view=call]").reads(".room-knock", "Rosa Peña").isAccessible();
    lucia.presses(".room-knock .main");
    rosa.sees("[data-view=call]").seesThemMove().isAccessible();
    lucia.seesThemMove();
    assertThat(meeting.now(pair, id).state()).isEqualTo(State.LIVE);

    theyTalk(lucia, rosa);
    theyShareAScreen(lucia, rosa);
    oneLosesTheNetwork(lucia, rosa);
    theHouseRestarts(lucia, rosa);

    rosa.presses(".room-controls [data-leave]").sees("[data-view=over]");
    lucia.reads("#line", "Nobody else");
    assertThat(lucia.tiles()).isEqualTo(1);
    assertThat(rooms.log(InterviewRooms.KIND, id.value()))
        .anySatisfy(stay -> assertThat(stay.person()).isEqualTo(pair.assistant().id()));
    assertThat(chromium.complaints()).filteredOn(c -> !c.contains("ERR_INTERNET")).isEmpty();
  }

  private static void theyTalk(Visitor lucia, Visitor rosa) {
    lucia.says("Shall we look at your <b>sample</b>?");
    rosa.reads("#chat", "sample</b>?").says("¡Sí!").presses("#hand");
    lucia.reads("#chat", "¡Sí!").reads(".room-tile.hand", "hand raised");
    rosa.presses("#hand").presses("#mute").presses("#hide");
    lucia.reads("#tiles", "muted").sees(".room-tile.blank:not(.own)");
    rosa.presses("#mute").presses("#hide");
    lucia.doesNotSee(".room-tile.blank:not(.own)");
    rosa.presses("#caption").utters("Buenos días");
    lucia.reads("#captions", "Rosa Peña: Buenos días");
    rosa.isUnderstoodNoMore().reads("#line", "no puede hacer subtítulos");
    rosa.sees("#caption[aria-pressed=false]");
  }

  private static void theyShareAScreen(Visitor lucia, Visitor rosa) {
    rosa.presses("#share");
    lucia.sees(".room-tile.screen");
    lucia.page.waitForFunction(
        "() => document.querySelector('.room-tile.screen video')?.videoWidth > 0");
    lucia.seesThemMove().isAccessible();
    rosa.presses("#share");
    lucia.doesNotSee(".room-tile.screen").seesThemMove();
  }

  private void oneLosesTheNetwork(Visitor lucia, Visitor rosa) {
    rosa.window.setOffline(true);
    line.cut();
    rosa.reads("#line", "Se ha perdido la línea");
    rosa.window.setOffline(false);
    rosa.reads("#line", "La línea ha vuelto").seesThemMove();
    lucia.seesThemMove();
  }

  /** Each keeps the connection to the other, and can begin something new over the house. */
  private void theHouseRestarts(Visitor lucia, Visitor rosa) {
    int before = lucia.connections();
    line.cut();
    lucia.reads("#line", "The line is back");
    rosa.seesThemMove();
    lucia.seesThemMove();
    assertThat(lucia.connections()).isEqualTo(before);
    lucia.presses("#share");
    rosa.sees(".room-tile.screen");
    lucia.presses("#share");
    rosa.doesNotSee(".room-tile.screen");
  }

  @Test
  void onAPoorLineTheVoiceStaysAndThePictureComesBack() {
    var lucia = visitor(pair.client().id(), "en-GB").comesTo(room()).goesIn();
    lucia.sees("[data-view=call]");
    var rosa = visitor(pair.assistant().id(), "es-ES").onALine().comesTo(room()).goesIn();
    lucia.presses(".room-knock .main").seesThemMove();

    rosa.losesPackets(true).reads("#quality", "solo voz");
    lucia.sees(".room-tile.blank:not(.own)").reads("#tiles", "voice alone").hearsThem();
    int before = lucia.frames();
    lucia.page.waitForTimeout(2000);
    assertThat(lucia.frames()).isEqualTo(before);

    rosa.losesPackets(false);
    lucia.doesNotSee(".room-tile.blank:not(.own)").seesThemMove();
    rosa.reads("#quality", "reducimos la imagen");
  }

  @Test
  void fourSeeEachOtherAndAFifthIsToldThatTheRoomIsFull() {
    var room = room();
    var inside =
        List.of(visitor(pair.client().id(), "en-GB"), colleague("Marta"), colleague("Nuria"));
    inside.forEach(each -> each.comesTo(room).goesIn().sees("[data-view=call]"));
    var rosa = visitor(pair.assistant().id(), "es-ES").comesTo(room).goesIn();
    rosa.sees("[data-view=waiting]");
    inside.getFirst().presses(".room-knock .main");
    rosa.sees("[data-view=call]");

    for (var each : Stream.concat(inside.stream(), Stream.of(rosa)).toList()) {
      each.seesMove(3);
      assertThat(each.tiles()).isEqualTo(4);
    }
    rosa.looksRightOnAPhone();
    colleague("Olalla").comesTo(room).goesIn().reads("main", "The room is full");
  }

  private Visitor colleague(String name) {
    var colleague = people.client(name);
    organisations.admit(
        People.organisation(pair.client()), colleague.id(), Role.MANAGER, pair.client().id());
    return visitor(colleague.id(), "en-GB");
  }

  @Test
  void whoeverDoesNotBelongThereNeitherEntersNorHearsWhoIsIn() {
    visitor(pair.client().id(), "en-GB").comesTo(room()).goesIn().sees("[data-view=call]");
    var room = rooms.of(InterviewRooms.KIND, id.value()).orElseThrow().id();
    var eve = visitor(people.client("Eve").id(), "en-GB");

    assertThat(eve.page.navigate(room()).status()).isEqualTo(404);
    eve.comesTo(at("/home"));
    assertThat(eve.page.evaluate(ASKS, "/rooms/" + room)).isEqualTo("404 404");
    assertThat(eve.page.evaluate(KNOCKS, "/rooms/" + room + "/signal"))
        .isEqualTo("{\"type\":\"refused\",\"why\":\"token\"}");
  }

  @Test
  void thePagesBeforeAndAfterLeaveNobodyOut() {
    var lucia = visitor(pair.client().id(), "en-GB");
    for (var path :
        new String[] {
          "/interviews",
          "/interviews/new?bid=" + pair.bid(),
          "/interviews/" + id,
          "/interviews/" + id + "/times",
          "/interviews/" + id + "/scorecard",
          "/home"
        }) {
      lucia.comesTo(at(path)).isAccessible();
    }
    lucia.reads("main", "All interviews").reads("main", "Rosa Peña");
  }

  private static final String ASKS =
      """
      async (room) => {
        const _csrf = document.querySelector("[name=_csrf]").value;
        const body = new URLSearchParams({ _csrf });
        const token = await fetch(room + "/tokens", { method: "POST", body });
        const ice = await fetch(room + "/ice");
        return token.status + " " + ice.status;
      }
      """;
  private static final String KNOCKS =
      """
      (address) => new Promise((resolve) => {
        const heard = [];
        const socket = new WebSocket(address);
        socket.onopen = () => socket.send(JSON.stringify({ type: "join", token: "guessed" }));
        socket.onmessage = (event) => heard.push(event.data);
        socket.onclose = () => resolve(heard.join(" "));
      })
      """;

  private Visitor visitor(PersonId person, String locale) {
    var window = chromium.context(o -> o.setLocale(locale));
    windows.add(window);
    sessions.signIn(window, person, "http://localhost:" + port);
    return new Visitor(window);
  }

  private String room() {
    return at("/interviews/" + id + "/room");
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }
}
