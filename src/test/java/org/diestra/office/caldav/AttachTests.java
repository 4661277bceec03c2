package org.diestra.office.caldav;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import org.diestra.HouseTest;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** What stands beside events, as programs see and write it. */
@HouseTest
class AttachTests extends CaldavDesk {
  private static final String OWN = "/calendar/attachments/";

  /** An event with a file, made by a browser; its bytes as a program has them. */
  private String withFile(String calendar) throws Exception {
    mine.put(mine.home() + calendar + "/a.ics", hour("a", "20310107", "Tasting"));
    var page = text(owner, "/w/" + room + "/calendar?date=2031-01-07");
    var href = page.replaceAll("(?s).*(/calendar/events/[0-9A-Za-z]{22})\\?.*", "$1");
    var seen = text(owner, href).replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]{64})\".*", "$1");
    var part = new MockMultipartFile("file", "list.txt", "text/plain", "Rioja".getBytes(UTF_8));
    mvc.perform(
        multipart(href + "/attachments")
            .file(part)
            .param("seen", seen)
            .with(signedIn(owner))
            .with(csrf())
            .content(new byte[100]));
    return mine.get(mine.home() + calendar + "/a.ics").replaceAll("\r\n[ \t]", "");
  }

  @Test
  void aProgramIsToldWhereAFileLiesAndWhatOthersWroteStays() throws Exception {
    var shop = shared("Shop");
    var body = withFile(shop);
    assertThat(body).containsPattern("ATTACH;FMTTYPE=text/plain;FILENAME=\"list.txt\";SIZE=5:http");
    var more = body.replace("END:VEVENT", "ATTACH:https://far.example/x.pdf\r\nEND:VEVENT");
    var path = mine.home() + shop + "/a.ics";
    assertThat(mine.put(path, more).statusCode()).isEqualTo(204);
    assertThat(mine.get(path)).isEqualTo(more);
    var file = body.replaceAll("(?s).*(" + OWN + "[0-9A-Za-z]{22}).*", "$1");
    assertThat(text(owner, file)).isEqualTo("Rioja");
    // without its line nobody else opens it
    works(assistant, Area.APPOINTMENTS);
    assertThat(text(assistant, file)).isEqualTo("Rioja");
    mine.put(path, more.replaceAll("ATTACH;[^\r]*\r\n", ""));
    assertThat(show(assistant, file).getStatus()).isEqualTo(404);
  }

  @Test
  void nobodyOpensAFileByWritingItsAddress() throws Exception {
    var body = withFile(shared("Shop"));
    var file = body.replaceAll("(?s).*(" + OWN + "[0-9A-Za-z]{22}).*", "$1");
    var theirs = program(assistant);
    var own = theirs.calendar("own");
    assertThat(theirs.put(own + "b.ics", body).statusCode()).isEqualTo(201);
    assertThat(show(assistant, file).getStatus()).isEqualTo(404);
  }
}
