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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.time.Entry.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What was written in the client's manuals stands beside the hours in which it was. */
@HouseTest
class TracesTests {
  private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(-?\\d+)\"");
  @Autowired MockMvc mvc;
  @Autowired RunningContracts contracts;
  @Autowired Engagements engagements;
  @Autowired Entries entries;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;
  @Autowired ClockMover mover;
  @Autowired Clock clock;

  Signed signed;
  Viewer rosa;
  Viewer lucia;

  @BeforeEach
  void begun() {
    signed = contracts.hourly();
    rosa = signed.assistant();
    lucia = signed.client();
  }

  private WorkspaceId room(Signed of) {
    return engagements.find(of.id()).orElseThrow().facts().workspace();
  }

  /** A draft in that room's area, and a step in it. */
  private void draft(Signed of, String area, String title) throws Exception {
    var begun =
        mvc.perform(
                post("/w/" + room(of) + "/manuals/new")
                    .param("area", area)
                    .param("language", "es")
                    .param("title", title)
                    .with(signedIn(rosa))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    var draft = begun.getRedirectedUrl();
    var revision = REVISION.matcher(text(rosa, draft));
    assertThat(revision.find()).isTrue();
    mvc.perform(
        post(draft + "/steps/new")
            .param("revision", revision.group(1))
            .param("title", "Abrir el banco")
            .param("text", "Descarga el extracto.")
            .with(signedIn(rosa))
            .with(csrf()));
  }

  private String text(Viewer viewer, String path) throws Exception {
    var answer = mvc.perform(get(path).with(signedIn(viewer))).andReturn().getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  /** Half an hour from then, in one billing week. */
  private Entry worked(Instant from) {
    mover.skipTo(from.plus(Duration.ofMinutes(31)));
    var said = new Said(new Span(from, from.plus(Duration.ofMinutes(30))), null, Samples.NOTE);
    return as(rosa, () -> entries.add(rosa, signed.id(), said).orFail()).getFirst();
  }

  private Instant soon() {
    var at = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
    var end = Week.of(at).to();
    var start = at.plus(Duration.ofHours(1)).isBefore(end) ? at : end;
    mover.moveTo(start.plusSeconds(5));
    return start;
  }

  private String week(Viewer viewer, Entry entry) throws Exception {
    return text(viewer, signed.href() + "/time?week=" + entry.facts().week());
  }

  @Test
  void whatWasDraftedInTheseHoursStandsBesideThemOnce() throws Exception {
    var from = soon();
    draft(signed, "bookkeeping", "Conciliar el banco paso a paso");
    var entry = worked(from);
    var drafted = "drafted: Conciliar el banco paso a paso";
    assertThat(week(lucia, entry)).containsOnlyOnce(drafted).contains("(2 times)", "/manuals/");
    assertThat(text(lucia, signed.href() + "/time/entries/" + entry.facts().id()))
        .containsOnlyOnce(drafted);
    var later = worked(entry.facts().span().to().plus(Duration.ofMinutes(2)));
    assertThat(text(lucia, signed.href() + "/time/entries/" + later.facts().id()))
        .doesNotContain("drafted:");
  }

  @Test
  void whatWasDraftedElsewhereOrIsClosedToTheReaderDoesNot() throws Exception {
    var other = contracts.hourly(people.client("Aoife"), rosa);
    var from = soon();
    draft(other, "bookkeeping", "Cuentas de otra casa");
    draft(signed, "data-entry", "Fichas del fondo antiguo");
    var entry = worked(from);
    assertThat(week(rosa, entry))
        .contains("redactado: Fichas del fondo antiguo")
        .doesNotContain("Cuentas de otra casa");
    var pere = people.open("Pere", "es", "Europe/Madrid", false, null).id();
    organisations.admit(People.organisation(lucia), pere, Role.BOOKKEEPER, lucia.id());
    var bookkeeper = accounts.viewer(pere).orElseThrow();
    assertThat(week(bookkeeper, entry))
        .contains(Samples.NOTE)
        .doesNotContain("Fichas del fondo antiguo");
  }
}
