package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.office.workspaces.AccessEnded;
import org.diestra.office.workspaces.Level;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Links by which somebody without an account has a file or a folder. */
@HouseTest
class LinksTests extends LinkDesk {
  private static final Pattern LINK = Pattern.compile("/files/links/([0-9A-Za-z]{22})/end");
  @Autowired private Links links;
  @Autowired private Clock clock;

  @Test
  void whoHoldsALinkHasTheFileAndNothingElse() throws Exception {
    var address = link(owner, file, "label", "Printers");
    var seen = visit(address);
    assertThat(seen.getContentAsString()).contains("cover.txt", "Shared with you by");
    assertThat(seen.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(seen.getHeader("X-Robots-Tag")).contains("noindex");
    var content = visit(address + "/" + file + "/content");
    assertThat(content.getContentAsString()).isEqualTo("0123456789");
    assertThat(content.getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(content.getHeader("Content-Security-Policy")).contains("sandbox");
    assertThat(visit(address + "/" + file + "/content", "Range", "bytes=2-4").getContentAsString())
        .isEqualTo("234");
    for (var not : new EntryId[] {folder, idOf("private.txt")}) {
      assertThat(visit(address + "/" + not).getStatus()).isEqualTo(404);
      assertThat(visit(address + "/" + not + "/content").getStatus()).isEqualTo(404);
      assertThat(visit(address + "/" + not + "/zip").getStatus()).isEqualTo(404);
    }
    assertThat(visit("/s/" + "x".repeat(43)).getContentAsString()).contains("opens nothing");
    assertThat(list(owner, file)).contains("Printers", "downloaded once");
  }

  @Test
  void aFolderIsLookedIntoAndComesAsAnArchive() throws Exception {
    var address = link(owner, folder);
    assertThat(visit(address).getContentAsString()).contains("cover.txt").doesNotContain("private");
    assertThat(visit(address + "/" + file + "/content").getContentAsString()).startsWith("0123");
    assertThat(visit(address + "/" + folder + "/zip").getContentType())
        .isEqualTo("application/zip");
    ask("DELETE", "Press", "");
    assertThat(visit(address).getStatus()).isEqualTo(404);
  }

  @Test
  void aPasswordIsAskedBeforeAnythingIsTold() throws Exception {
    var address = link(owner, file, "password", "olive oil");
    assertThat(visit(address).getContentAsString())
        .contains("has a password")
        .doesNotContain("cover");
    assertThat(visit(address + "/" + file + "/content").getStatus()).isEqualTo(404);
    var wrong = mvc.perform(post(address + "/password").param("password", "oil").with(csrf()));
    assertThat(wrong.andReturn().getResponse().getStatus()).isEqualTo(422);
    var right =
        mvc.perform(post(address + "/password").param("password", "olive oil").with(csrf()))
            .andReturn()
            .getResponse();
    assertThat(right.getStatus()).isEqualTo(302);
    var cookie = right.getCookie("shared");
    assertThat(cookie).isNotNull();
    var opened =
        mvc.perform(MockMvcRequestBuilders.get(address).cookie(cookie)).andReturn().getResponse();
    assertThat(opened.getContentAsString()).contains("cover.txt");
    var other = link(owner, folder, "password", "olive oil");
    assertThat(
            mvc.perform(MockMvcRequestBuilders.get(other).cookie(cookie))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("has a password");
  }

  @Test
  void guessingIsStopped() throws Exception {
    var address = link(owner, file, "password", "olive oil");
    int status = 0;
    for (int i = 0; i < 11; i++) {
      status =
          mvc.perform(post(address + "/password").param("password", "no").with(csrf()))
              .andReturn()
              .getResponse()
              .getStatus();
    }
    assertThat(status).isEqualTo(429);
  }

  @Test
  void aLinkEndsWithItsTimeByHandAndWithItsMakersRight() throws Exception {
    var contract = letIn(assistant, Level.WORKING);
    var theirs = link(assistant, file, "label", "Theirs");
    assertThat(list(owner, file)).contains("Theirs");
    workspaces.close(contract, null);
    assertThat(visit(theirs).getStatus()).isEqualTo(404);
    var event = new AccessEnded(room, assistant.id(), Set.of(Area.FILES), false, Instant.now());
    links.end(event);
    letIn(assistant, Level.WORKING);
    assertThat(visit(theirs).getStatus()).as("it doesn't come back with its maker").isEqualTo(404);
    var again = link(assistant, file);
    assertThat(links.end(event)).isZero();
    assertThat(visit(again).getStatus()).as("another way in was open").isEqualTo(200);
    var mine = link(owner, folder, "until", year() + "-01-01");
    assertThat(visit(mine).getStatus()).isEqualTo(200);
    assertThat(list(assistant, folder)).doesNotContain(mine);
    var id = LINK.matcher(list(owner, folder));
    assertThat(id.find()).isTrue();
    var end = "/w/" + room + "/files/links/" + id.group(1) + "/end";
    assertThat(status(assistant, end)).isEqualTo(404);
    assertThat(status(owner, end)).isEqualTo(302);
    assertThat(visit(mine).getStatus()).isEqualTo(404);
  }

  /** Two years on by the house's clock, which other tests have moved. */
  private String year() {
    return String.valueOf(clock.instant().atZone(ZoneOffset.UTC).getYear() + 2);
  }

  private int status(Viewer by, String path) throws Exception {
    return mvc.perform(post(path).with(signedIn(by)).with(csrf()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void whatCantBeIsToldAtItsField() throws Exception {
    assertThat(make(owner, file, "most", "0").getStatus()).isEqualTo(422);
    assertThat(make(owner, file, "until", "2001-01-01").getStatus()).isEqualTo(422);
    assertThat(make(owner, file, "until", "soon").getStatus()).isEqualTo(422);
    var short5 = make(owner, file, "password", "olive", "label", "Kept");
    assertThat(short5.getStatus()).isEqualTo(422);
    assertThat(short5.getContentAsString()).contains("At least 6 characters", "Kept");
  }

  @Test
  void theOneThatIsSavedByRenamingKeepsItsLinks() throws Exception {
    var address = link(owner, file);
    put("Press/cover.tmp", "anew");
    ask("MOVE", "Press/cover.tmp", "", "Destination", root() + "Press/cover.txt");
    assertThat(visit(address + "/" + file + "/content").getContentAsString()).isEqualTo("anew");
  }

  @Test
  void whoKeepsTheWorkspaceSeesWhoOpenedWhat() throws Exception {
    letIn(assistant, Level.WORKING);
    var show = "/w/" + room + "/files/" + file;
    mvc.perform(MockMvcRequestBuilders.get(show).with(signedIn(assistant)));
    for (int i = 0; i < 3; i++) {
      mvc.perform(
          MockMvcRequestBuilders.get(show + "/content?save=true").with(signedIn(assistant)));
      get("Press/cover.txt", "Range", "bytes=" + i + "-");
    }
    visit(link(owner, file, "label", "Printers") + "/" + file + "/content");
    var seen =
        mvc.perform(MockMvcRequestBuilders.get(show).with(signedIn(owner)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(seen)
        .contains("Who opened it", "with the link “Printers”", "fetched it with a program");
    int rows =
        house.call(() ->
            jdbc.sql("select count(*) from files.opening where entry = :file")
                .param("file", file.value())
                .query(Integer.class)
                .single());
    assertThat(rows).isEqualTo(5); // hers: looked, saved; the owner's: program, looked; one link
    var hers = mvc.perform(MockMvcRequestBuilders.get(show).with(signedIn(assistant)));
    assertThat(hers.andReturn().getResponse().getContentAsString()).doesNotContain("Who opened it");
  }

  @Test
  void aStrangerMakesNone() throws Exception {
    assertThat(make(people.client("Other"), file).getStatus()).isEqualTo(404);
  }
}
