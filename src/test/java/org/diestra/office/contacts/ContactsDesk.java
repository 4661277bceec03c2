package org.diestra.office.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.diestra.OfficeDesk;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.util.HtmlUtils;

/** A workspace's contact book, and what people do with it in a browser without scripts. */
abstract class ContactsDesk extends OfficeDesk {
  String page;

  @BeforeEach
  @Override
  protected void aWorkspace() {
    super.aWorkspace();
    page = "/w/" + room + "/contacts";
  }

  /** Adds one; answers its address. */
  String added(Viewer viewer, String... fields) throws Exception {
    var answer = send(viewer, page + "/new", fields);
    assertThat(answer.getStatus()).isEqualTo(302);
    return String.valueOf(answer.getRedirectedUrl());
  }

  /** Brings a file; answers where it can be looked at. */
  MockHttpServletResponse brought(Viewer viewer, String name, String text) throws Exception {
    var file = new MockMultipartFile("file", name, "text/vcard", text.getBytes(UTF_8));
    return mvc.perform(
            multipart(page + "/import")
                .file(file)
                .with(signedIn(viewer))
                .with(csrf())
                .content(new byte[100]))
        .andReturn()
        .getResponse();
  }

  /** Takes a file in without changes; answers what the look at it said. */
  String taken(Viewer viewer, String name, String text) throws Exception {
    var look = String.valueOf(brought(viewer, name, text).getRedirectedUrl());
    var said = text(viewer, look);
    assertThat(send(viewer, look).getStatus()).isEqualTo(302);
    return said;
  }

  /** A form as it stands on a page, with some of its fields typed anew. */
  String[] typed(Viewer viewer, String href, String... changes) throws Exception {
    var all = new ArrayList<String>();
    var changed = new HashSet<String>();
    for (int i = 0; i < changes.length; i += 2) {
      changed.add(changes[i]);
    }
    var html = text(viewer, href);
    var inputs =
        Pattern.compile(
                "<input type=\"(?:text|tel|email|hidden)\"[^>]*?name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .matcher(html);
    while (inputs.find()) {
      if (!changed.contains(inputs.group(1)) && !inputs.group(1).equals("_csrf")) {
        all.addAll(List.of(inputs.group(1), HtmlUtils.htmlUnescape(inputs.group(2))));
      }
    }
    var areas =
        Pattern.compile("<textarea id=\"([^\"]+)\"[^>]*>\n([^<]*)</textarea>").matcher(html);
    while (areas.find()) {
      if (!changed.contains(areas.group(1))) {
        all.addAll(List.of(areas.group(1), HtmlUtils.htmlUnescape(areas.group(2))));
      }
    }
    var selects =
        Pattern.compile("<select id=\"([^\"]+)\".*?</select>", Pattern.DOTALL).matcher(html);
    while (selects.find()) {
      var chosen = Pattern.compile("value=\"([^\"]*)\" selected").matcher(selects.group());
      if (!changed.contains(selects.group(1)) && chosen.find()) {
        all.addAll(List.of(selects.group(1), chosen.group(1)));
      }
    }
    all.addAll(List.of(changes));
    return all.toArray(String[]::new);
  }

  static String card(String uid, String name, String lines) {
    return ("BEGIN:VCARD\nVERSION:3.0\nUID:%s\nFN:%s\nN:;%s;;;\n%s\nEND:VCARD\n"
            .formatted(uid, name, name, lines))
        .replace("\n\n", "\n")
        .replace("\n", "\r\n");
  }
}
