package org.diestra.office.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.office.workspaces.AccessEnded;
import org.diestra.office.workspaces.Level;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Letterboxes, by which somebody without an account puts files into a folder. */
@HouseTest
class LetterboxesTests extends LinkDesk {
  private static final Pattern ADDRESS = Pattern.compile("(/u/[0-9A-Za-z_-]{43})");
  private static final Pattern ID = Pattern.compile("/letterboxes/([0-9A-Za-z]{22})/end");
  @Autowired private Letterboxes boxes;

  private String boxes() {
    return "/w/" + room + "/files/" + folder + "/letterboxes";
  }

  private MockHttpServletResponse open(Viewer by, String... fields) throws Exception {
    var request = post(boxes()).with(signedIn(by)).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  private String listed(Viewer by) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(boxes()).with(signedIn(by)))
        .andReturn()
        .getResponse()
        .getContentAsString(UTF_8);
  }

  private String box(Viewer by, String... fields) throws Exception {
    var more = new String[fields.length + 2];
    more[0] = "title";
    more[1] = "Invoices of March";
    System.arraycopy(fields, 0, more, 2, fields.length);
    assertThat(open(by, more).getStatus()).isEqualTo(302);
    var found = ADDRESS.matcher(listed(by));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** In one breath, as a page without scripts does. */
  private MockHttpServletResponse hand(String address, String name, String text) throws Exception {
    var request = multipart(address + "/files");
    request.file(new MockMultipartFile("file", name, "text/plain", text.getBytes(UTF_8)));
    request.param("giver", "Ana").content(new byte[100]); // whose length is announced
    return mvc.perform(request.with(csrf())).andReturn().getResponse();
  }

  private MockHttpServletResponse tus(String method, String path, String body, String... headers)
      throws Exception {
    var asked =
        MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
            .header("Tus-Resumable", "1.0.0")
            .header("Content-Type", "application/offset+octet-stream")
            .content(body)
            .with(csrf());
    for (int i = 0; i < headers.length; i += 2) {
      asked.header(headers[i], headers[i + 1]);
    }
    return mvc.perform(asked).andReturn().getResponse();
  }

  private static String told(String name) {
    var words = Base64.getEncoder();
    return "filename "
        + words.encodeToString(name.getBytes(UTF_8))
        + ",giver "
        + words.encodeToString("Ana".getBytes(UTF_8))
        + ",mark "
        + words.encodeToString("ana 1".getBytes(UTF_8));
  }

  private MockHttpServletResponse begin(String address, String name, String beginning, int size)
      throws Exception {
    return tus(
        "POST",
        address + "/uploads",
        beginning,
        "Upload-Length",
        String.valueOf(size),
        "Upload-Metadata",
        told(name));
  }

  @Test
  void whoHoldsTheAddressPutsFilesInAndSeesNothing() throws Exception {
    var address = box(owner, "note", "Only those with a date, please.");
    var page = visit(address);
    assertThat(page.getContentAsString(UTF_8))
        .contains("Invoices of March", "Only those with a date")
        .doesNotContain("cover.txt", "Press");
    assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(hand(address, "cover.txt", "from Ana").getStatus()).isEqualTo(302);
    assertThat(get("Press/cover.txt").body()).as("nothing is replaced").isEqualTo("0123456789");
    assertThat(get("Press/cover%20(2).txt").body()).isEqualTo("from Ana");
    assertThat(hand(address, "re\u0301sume\u0301.txt", "one").getStatus()).isEqualTo(302);
    assertThat(hand(address, "re\u0301sume\u0301.txt", "other").getStatus()).isEqualTo(302);
    assertThat(get("Press/r%C3%A9sum%C3%A9.txt").body()).as("in other letters").isEqualTo("one");
    assertThat(listed(owner)).contains("cover (2).txt", "from Ana", "3 files");
    assertThat(told()).isEqualTo(1);
    assertThat(visit("/u/" + "x".repeat(43)).getStatus()).isEqualTo(404);
    assertThat(visit(address + "/" + file + "/content").getStatus()).isEqualTo(404);
  }

  private int told() {
    return house.call(() ->
        jdbc.sql(
                "select count(*) from notifications.notice where recipient = :owner and kind = :kind")
            .param("owner", owner.id().value())
            .param("kind", HandIn.CAME)
            .query(Integer.class)
            .single());
  }

  @Test
  void whatIsLargeComesPieceByPieceAndNobodyElseGoesOnWithIt() throws Exception {
    var address = box(owner);
    var made = begin(address, "scan.txt", "01234", 10);
    assertThat(made.getStatus()).as(made.getContentAsString()).isEqualTo(201);
    var at = made.getHeader("Location");
    assertThat(tus("HEAD", at, "").getHeader("Upload-Offset")).isEqualTo("5");
    var other = box(owner, "title", "Another");
    var elsewhere = other + at.substring(at.indexOf("/uploads"));
    assertThat(tus("HEAD", elsewhere, "").getStatus()).isEqualTo(404);
    assertThat(tus("PATCH", at, "56789", "Upload-Offset", "5").getStatus()).isEqualTo(204);
    assertThat(get("Press/scan.txt").body()).isEqualTo("0123456789");
    assertThat(begin(address, "scan.txt", "01234", 10).getHeader("Location"))
        .as("whose answer was lost asks again")
        .isEqualTo(at);
    assertThat(listed(owner)).contains("scan.txt", "from Ana");
  }

  @Test
  void itTakesNoMoreThanItMayAndWhatIsGivenUpLeavesItsRoom() throws Exception {
    var address = box(owner, "files", "2", "megabytes", "1");
    assertThat(begin(address, "large.bin", "", 1_000_001).getStatus()).isEqualTo(409);
    var first = begin(address, "a.txt", "", 600_000);
    assertThat(first.getStatus()).isEqualTo(201);
    assertThat(begin(address, "b.txt", "", 600_000).getStatus()).isEqualTo(409);
    assertThat(tus("DELETE", first.getHeader("Location"), "").getStatus()).isEqualTo(204);
    assertThat(hand(address, "b.txt", "b").getStatus()).isEqualTo(302);
    assertThat(hand(address, "c.txt", "c").getStatus()).isEqualTo(302);
    assertThat(visit(address).getStatus()).as("it is full").isEqualTo(404);
    assertThat(hand(address, "d.txt", "d").getStatus()).isEqualTo(404);
  }

  @Test
  void programsAreNotTaken() throws Exception {
    var address = box(owner);
    var script = "#!/bin/sh\nrm -rf /\n";
    var refused = hand(address, "photo.jpg", script);
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString(UTF_8)).contains("photo.jpg");
    assertThat(begin(address, "photo.jpg", script, script.length()).getStatus()).isEqualTo(422);
    assertThat(get("Press/photo.jpg").statusCode()).isEqualTo(404);
    assertThat(hand(address, "a\u202Egpj.exe", "x").getStatus()).isEqualTo(422);
  }

  @Test
  void itEndsByHandWithItsTimeAndWithItsMakersRight() throws Exception {
    var contract = letIn(assistant, Level.WORKING);
    var theirs = box(assistant);
    assertThat(open(assistant, "title", "x", "until", "2001-01-01").getStatus()).isEqualTo(422);
    var half = begin(theirs, "a.txt", "01234", 10).getHeader("Location");
    workspaces.close(contract, null);
    assertThat(visit(theirs).getStatus()).isEqualTo(404);
    assertThat(tus("PATCH", half, "56789", "Upload-Offset", "5").getStatus()).isEqualTo(404);
    boxes.end(new AccessEnded(room, assistant.id(), Set.of(Area.FILES), false, Instant.now()));
    letIn(assistant, Level.WORKING);
    assertThat(visit(theirs).getStatus()).as("it doesn't come back with its maker").isEqualTo(404);
    var mine = box(owner);
    assertThat(listed(assistant)).doesNotContain(mine);
    var id = ID.matcher(listed(owner));
    assertThat(id.find()).isTrue();
    var end = "/w/" + room + "/files/letterboxes/" + id.group(1) + "/end";
    assertThat(status(assistant, end)).isEqualTo(404);
    assertThat(status(owner, end)).isEqualTo(302);
    assertThat(visit(mine).getStatus()).isEqualTo(404);
    var late = box(owner);
    house.call(() ->
        jdbc.sql("update files.letterbox set until = '2001-01-01' where workspace = :room")
            .param("room", room.value())
            .update());
    assertThat(visit(late).getStatus()).isEqualTo(404);
  }

  private int status(Viewer by, String path) throws Exception {
    return mvc.perform(post(path).with(signedIn(by)).with(csrf()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void aPasswordIsAskedBeforeAnythingIsTaken() throws Exception {
    var address = box(owner, "password", "olive oil");
    assertThat(visit(address).getContentAsString(UTF_8))
        .contains("has a password")
        .doesNotContain("Invoices");
    assertThat(hand(address, "a.txt", "a").getStatus()).isEqualTo(404);
    assertThat(begin(address, "a.txt", "a", 1).getStatus()).isEqualTo(404);
    var right =
        mvc.perform(post(address + "/password").param("password", "olive oil").with(csrf()))
            .andReturn()
            .getResponse();
    var cookie = right.getCookie("shared");
    assertThat(cookie).isNotNull();
    var opened = mvc.perform(MockMvcRequestBuilders.get(address).cookie(cookie)).andReturn();
    assertThat(opened.getResponse().getContentAsString(UTF_8)).contains("Invoices of March");
  }

  /** Whoever only announces may not take the room of those whose workspace it is. */
  @Test
  void strangersKeepNoMoreRoomThanTheyLeave() throws Exception {
    var address = box(owner);
    house.call(() ->
        jdbc.sql("update files.space set quota = 1000 where workspace = :room")
            .param("room", room.value())
            .update());
    assertThat(begin(address, "a.bin", "", 600).getStatus()).isEqualTo(409);
    assertThat(begin(address, "b.bin", "", 400).getStatus()).isEqualTo(201);
    assertThat(begin(address, "c.bin", "", 400).getStatus()).isEqualTo(409);
    assertThat(begin(address, "d.bin", "", 50).getStatus()).isEqualTo(201);
  }

  @Test
  void whoeverFillsALetterboxComesBackAndGoesOn() throws Exception {
    var address = box(owner, "files", "1");
    var begun = begin(address, "a.txt", "abc", 6);
    assertThat(visit(address).getStatus()).isEqualTo(200);
    var again = begin(address, "a.txt", "", 6);
    assertThat(again.getHeader("Location")).isEqualTo(begun.getHeader("Location"));
    assertThat(begin(address, "b.txt", "", 1).getStatus()).isEqualTo(409);
  }
}
