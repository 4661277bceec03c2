package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.work.engagements.RunningContracts.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.time.Entry.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

@HouseTest
class TimeControllerTests {
  @Autowired MockMvc mvc;
  @Autowired RunningContracts contracts;
  @Autowired Entries entries;
  @Autowired EntryStore store;
  @Autowired Timesheets timesheets;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  @Autowired TransactionOperations transactions;

  Signed signed;
  Viewer rosa;
  Viewer lucia;
  Week week;

  /** Wednesday at nine in the evening in Bogotá, of a week that began after the work. */
  @BeforeEach
  void begun() {
    signed = contracts.hourly();
    rosa = signed.assistant();
    lucia = signed.client();
    week = Week.of(clock.instant()).next();
    mover.skipTo(week.from().plus(Duration.ofHours(3 * 24 + 2)));
  }

  private String href() {
    return signed.href() + "/time";
  }

  private MockHttpServletResponse page(Viewer viewer, String href) throws Exception {
    var response = mvc.perform(get(href).with(signedIn(viewer))).andReturn().getResponse();
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return response;
  }

  private MockHttpServletResponse send(Viewer viewer, String href, Map<String, String> fields)
      throws Exception {
    var request = post(href).with(signedIn(viewer)).with(csrf());
    fields.forEach(request::param);
    var response = mvc.perform(request).andReturn().getResponse();
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return response;
  }

  private List<Entry> lines() {
    return as(rosa, () -> transactions.execute(t -> store.week(signed.id(), week)));
  }

  private Entry add() {
    var said =
        new Said(
            Samples.span(week.from().plusSeconds(86_400 + 3600 * 15) + "", 60), null, Samples.NOTE);
    return as(rosa, () -> entries.add(rosa, signed.id(), said).orFail()).getFirst();
  }

  @Test
  void anEmptyWeekSaysWhatItIsForAndCanBeTypedInto() throws Exception {
    var html = page(rosa, href()).getContentAsString();
    assertThat(html).contains("id=\"cell-0-0\"", "Aún no hay horas", "Poner en marcha");
    assertThat(page(lucia, href()).getContentAsString())
        .doesNotContain("id=\"cell-0-0\"")
        .contains("No hours yet", "Bogot");
  }

  @Test
  void whatIsTypedIntoTheSheetBecomesLines() throws Exception {
    var sent =
        Map.of(
            "week", week.toString(),
            "task-0", "",
            "note-0", Samples.NOTE,
            "was-0-1", "",
            "cell-0-1", "1,5",
            "was-0-2", "",
            "cell-0-2", "9:00-10:30");
    assertThat(send(rosa, href() + "/sheet", sent).getRedirectedUrl())
        .isEqualTo(href() + "?week=" + week);
    assertThat(lines()).extracting(e -> e.facts().minutes()).containsExactly(90, 90);
    assertThat(page(rosa, href() + "?week=" + week).getContentAsString())
        .contains("value=\"1:30\"", "3:00 h", "36,00");
  }

  @Test
  void anErrorStandsAtItsCellAndWhatWasTypedStays() throws Exception {
    var sent =
        Map.of(
            "week", week.toString(),
            "task-0", "",
            "note-0", Samples.NOTE,
            "was-0-1", "",
            "cell-0-1", "1:30",
            "was-0-2", "",
            "cell-0-2", "soon");
    var answer = send(rosa, href() + "/sheet", sent);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("id=\"cell-0-2-why\"", "value=\"soon\"", "value=\"1:30\"");
    assertThat(lines()).isEmpty();
  }

  @Test
  void theSheetAsksForTheNoteOfWhatItAdds() throws Exception {
    var sent =
        Map.of(
            "week",
            week.toString(),
            "task-0",
            "",
            "note-0",
            "short",
            "was-0-1",
            "",
            "cell-0-1",
            "1");
    var answer = send(rosa, href() + "/sheet", sent);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("id=\"note-0-why\"");
  }

  @Test
  void aCellThatChangedMeanwhileIsNotOverwritten() throws Exception {
    add();
    var sent =
        Map.of(
            "week",
            week.toString(),
            "task-0",
            "",
            "note-0",
            Samples.NOTE,
            "was-0-2",
            "",
            "cell-0-2",
            "2");
    var answer = send(rosa, href() + "/sheet", sent);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("id=\"cell-0-2-why\"", "1:00");
  }

  @Test
  void hoursByHandNameWhatTheyOverlap() throws Exception {
    var entry = add();
    var from = entry.facts().span().from().atZone(rosa.zone());
    var sent =
        Map.of(
            "week", week.toString(),
            "day", from.toLocalDate().toString(),
            "from", from.toLocalTime().toString(),
            "to", from.toLocalTime().plusMinutes(10).toString(),
            "note", "Otra cosa distinta");
    var answer = send(rosa, href() + "/entries", sent);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("id=\"from-why\"", Samples.NOTE, "Otra cosa distinta");
  }

  @Test
  void theClientAsksAndTheAssistantAnswersOnThePage() throws Exception {
    var entry = add();
    as(rosa, () -> timesheets.submit(rosa, signed.id(), week).orFail());
    var line = href() + "/entries/" + entry.facts().id();
    var silent = send(lucia, line + "/query", Map.of("seen", "2", "words", ""));
    assertThat(silent.getStatus()).isEqualTo(422);
    assertThat(
            send(lucia, line + "/query", Map.of("seen", "2", "words", "Which bank?")).getStatus())
        .isEqualTo(302);
    assertThat(page(rosa, href() + "?week=" + week).getContentAsString()).contains("Which bank?");
    assertThat(page(rosa, line).getContentAsString()).contains("El cliente pregunta");
    var stale = send(rosa, line + "/answer", Map.of("seen", "2", "words", "El de siempre"));
    assertThat(stale.getStatus()).isEqualTo(409);
    assertThat(
            send(rosa, line + "/answer", Map.of("seen", "3", "words", "El de siempre")).getStatus())
        .isEqualTo(302);
    assertThat(page(lucia, line).getContentAsString()).contains("El de siempre", "Withhold it");
  }

  @Test
  void theTimerStartsAndStopsWithoutScripts() throws Exception {
    var key = Ids.text(Ids.fresh());
    var start = Map.of("contract", signed.id().toString(), "key", key, "note", Samples.NOTE);
    assertThat(send(rosa, "/time/timer", start).getRedirectedUrl()).isEqualTo("/time");
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(12)));
    assertThat(page(rosa, "/time").getContentAsString()).contains("0:12", Samples.NOTE);
    assertThat(page(rosa, "/time/count").getContentAsString()).contains("●");
    var asked = send(rosa, "/time/timer/" + key + "/stop", Map.of("note", "nada"));
    assertThat(asked.getStatus()).isEqualTo(422);
    assertThat(asked.getContentAsString()).contains("id=\"note-why\"", "value=\"nada\"");
    var stop = Map.of("note", Samples.NOTE, "back", href());
    assertThat(send(rosa, "/time/timer/" + key + "/stop", stop).getRedirectedUrl())
        .isEqualTo(href());
    assertThat(send(rosa, "/time/timer/" + key + "/stop", stop).getStatus()).isEqualTo(302);
    assertThat(lines())
        .singleElement()
        .satisfies(e -> assertThat(e.facts().minutes()).isEqualTo(12));
  }

  @Test
  void aLineThatSaysNothingIsDescribedBeforeTheWeekIsSubmitted() throws Exception {
    var other = contracts.hourly(lucia, rosa);
    var first = Map.of("contract", signed.id().toString(), "key", Ids.text(Ids.fresh()));
    assertThat(send(rosa, "/time/timer", first).getStatus()).isEqualTo(302);
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(12)));
    var second = Map.of("contract", other.id().toString(), "key", Ids.text(Ids.fresh()));
    assertThat(send(rosa, "/time/timer", second).getStatus()).isEqualTo(302);
    var line = lines().getFirst();
    assertThat(page(rosa, href()).getContentAsString())
        .contains("Un registro aún no dice", "Di qué hiciste")
        .doesNotContain(href() + "/submission");
    assertThat(page(lucia, href()).getContentAsString()).contains("No note given");
    var refused = send(rosa, href() + "/submission", Map.of("week", week.toString()));
    assertThat(refused.getStatus()).isEqualTo(409);

    var from = line.facts().span().from().atZone(rosa.zone());
    var said =
        Map.of(
            "seen", "1",
            "day", from.toLocalDate().toString(),
            "from", from.toLocalTime().toString(),
            "to", from.toLocalTime().plusMinutes(12).toString(),
            "note", Samples.NOTE);
    var href = href() + "/entries/" + line.facts().id();
    assertThat(page(rosa, href).getContentAsString()).contains("name=\"note\" value=\"\"");
    assertThat(send(rosa, href, said).getStatus()).isEqualTo(302);
    assertThat(send(rosa, href() + "/submission", Map.of("week", week.toString())).getStatus())
        .isEqualTo(302);
    assertThat(page(lucia, href()).getContentAsString()).doesNotContain("No note given");
  }

  @Test
  void theExportHoldsThePeriodAlone() throws Exception {
    add();
    var from = week.monday();
    var csv = page(lucia, href() + ".csv?from=" + from + "&to=" + from.plusDays(6));
    assertThat(csv.getContentType()).startsWith("text/csv");
    var rows = csv.getContentAsString().split("\r\n");
    assertThat(rows[0]).startsWith("\ufeffDay,From,To");
    assertThat(rows).hasSize(2);
    assertThat(rows[1]).contains("America/Bogota,60,,Facturas de proveedores,By hand,Open,0");
    var before = page(lucia, href() + ".csv?from=2026-01-01&to=2026-01-31").getContentAsString();
    assertThat(before.split("\r\n")).hasSize(1);
  }
}
