package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A file in a folder of a workspace, and the links to both. */
abstract class LinkDesk extends FileDesk {
  private static final Pattern ADDRESS = Pattern.compile("(/s/[0-9A-Za-z_-]{43})");
  @Autowired HouseRights house;
  @Autowired JdbcClient jdbc;
  EntryId file;
  EntryId folder;

  @BeforeEach
  void aFileInAFolder() throws Exception {
    ask("MKCOL", "Press", "");
    put("Press/cover.txt", "0123456789");
    put("private.txt", "for nobody");
    folder = idOf("Press");
    file = idOf("cover.txt");
  }

  EntryId idOf(String name) {
    return house.call(() ->
        new EntryId(
            jdbc.sql("select id from files.entry where workspace = :room and name = :name")
                .param("room", room.value())
                .param("name", name)
                .query(UUID.class)
                .single()));
  }

  String page(EntryId of) {
    return "/w/" + room + "/files/" + of + "/links";
  }

  MockHttpServletResponse make(Viewer by, EntryId of, String... fields) throws Exception {
    var request = post(page(of)).with(signedIn(by)).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  String list(Viewer by, EntryId of) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(page(of)).with(signedIn(by)))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  /** Makes one, and finds its address. */
  String link(Viewer by, EntryId of, String... fields) throws Exception {
    assertThat(make(by, of, fields).getStatus()).isEqualTo(302);
    var found = ADDRESS.matcher(list(by, of));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  MockHttpServletResponse visit(String path, String... headers) throws Exception {
    var request = MockMvcRequestBuilders.get(path);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }
}
