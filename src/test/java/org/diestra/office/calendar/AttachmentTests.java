package org.diestra.office.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

/** Files and pages that stand beside events. */
@HouseTest
class AttachmentTests extends CalendarDesk {
  private static final Pattern FILE = Pattern.compile("/calendar/attachments/[0-9A-Za-z]{22}");
  private static final Pattern WHICH = Pattern.compile("name=\"which\" value=\"([0-9a-f]{64})\"");
  private static final String DAY = "?date=2031-01-07";

  private String meeting(String... more) throws Exception {
    var shop = calendar(owner, "Shop", false);
    assertThat(event(owner, shop, "Tasting", "2031-01-07", "10:00", more).getStatus())
        .isEqualTo(302);
    return href(owner, page + DAY, "20310107T090000Z");
  }

  private MockHttpServletResponse bring(Viewer viewer, String href, String seen) throws Exception {
    var part =
        new MockMultipartFile("file", "wine list.txt", "text/plain", "Rioja".getBytes(UTF_8));
    return mvc.perform(
            multipart(href + "/attachments")
                .file(part)
                .param("seen", seen)
                .with(signedIn(viewer))
                .with(csrf())
                .content(new byte[100]))
        .andReturn()
        .getResponse();
  }

  private String found(Viewer viewer, String href) throws Exception {
    var found = FILE.matcher(text(viewer, href));
    assertThat(found.find()).isTrue();
    return found.group();
  }

  @Test
  void whoeverReadsAnEventOpensItsFileUntilTheContractEnds() throws Exception {
    var contract = works(assistant, Area.APPOINTMENTS);
    var href = meeting();
    assertThat(bring(owner, href, seen(owner, href)).getRedirectedUrl()).isEqualTo(href);
    assertThat(text(assistant, href)).contains("wine list.txt");
    var file = found(assistant, href);
    assertThat(text(assistant, file)).isEqualTo("Rioja");
    assertThat(show(people.client("Other"), file).getStatus()).isEqualTo(404);
    workspaces.close(contract, null);
    assertThat(show(assistant, file).getStatus()).isEqualTo(404);
    assertThat(text(owner, file)).isEqualTo("Rioja");
  }

  @Test
  void aPrivateEventsFileIsPrivate() throws Exception {
    works(assistant, Area.APPOINTMENTS);
    var href = meeting("hidden", "true");
    bring(owner, href, seen(owner, href));
    var file = found(owner, href);
    assertThat(show(owner, file).getStatus()).isEqualTo(200);
    assertThat(show(assistant, file).getStatus()).isEqualTo(404);
    assertThat(bring(assistant, href, "").getStatus()).isEqualTo(404);
  }

  @Test
  void whatIsTakenOutIsOpenedByNobodyButWhoeverBroughtIt() throws Exception {
    works(assistant, Area.APPOINTMENTS);
    var href = meeting();
    bring(owner, href, seen(owner, href));
    var file = found(assistant, href);
    var which = WHICH.matcher(text(owner, href));
    assertThat(which.find()).isTrue();
    var stale = send(owner, href + "/attachments/removal", "which", which.group(1), "seen", "0");
    assertThat(stale.getStatus()).isEqualTo(302);
    assertThat(text(assistant, file)).isEqualTo("Rioja");
    send(owner, href + "/attachments/removal", "which", which.group(1), "seen", seen(owner, href));
    assertThat(text(owner, href)).doesNotContain("wine list.txt");
    assertThat(show(assistant, file).getStatus()).isEqualTo(404);
  }

  @Test
  void aLinkLeadsElsewhereAndOnlyToTheWeb() throws Exception {
    var href = meeting("repeat", "weekly");
    send(
        owner,
        href + "/attachments",
        "address",
        "https://maps.example/a?b=c",
        "name",
        "The \"way\"",
        "seen",
        seen(owner, href));
    assertThat(text(owner, href + "?at=20310114T090000Z"))
        .contains("href=\"https://maps.example/a?b=c\"", "The way", "maps.example", "nofollow");
    for (var wrong : new String[] {"javascript:alert(1)", "file:///etc/passwd", ""}) {
      send(owner, href + "/attachments", "address", wrong, "seen", seen(owner, href));
    }
    assertThat(text(owner, href)).doesNotContain("javascript:", "passwd");
    assertThat(text(owner, href).split("name=\"which\"", -1)).hasSize(2);
  }
}
