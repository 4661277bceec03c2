package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.office.workspaces.Level;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What people say about a file. */
@HouseTest
class CommentsTests extends FileDesk {
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;

  private UUID one(String sql) {
    return house.call(() -> jdbc.sql(sql).param("room", room.value()).query(UUID.class).single());
  }

  private String files(String rest) {
    return "/w/" + room + "/files/" + rest;
  }

  private String file() {
    return Ids.text(one("select id from files.entry where workspace = :room and name = 'a.txt'"));
  }

  private MockHttpServletResponse send(Viewer by, String path, String text) throws Exception {
    return mvc.perform(post(files(path)).param("text", text).with(signedIn(by)).with(csrf()))
        .andReturn()
        .getResponse();
  }

  private String show(Viewer by, String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(path).with(signedIn(by)))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void aCommentIsSeenToldChangedAndTakenBack() throws Exception {
    put("a.txt", "a");
    letIn(assistant, Level.WORKING);
    var say = file() + "/comments";
    assertThat(send(assistant, say, "Is that <the> last one?").getStatus()).isEqualTo(302);
    assertThat(show(owner, files(file()))).contains("Rosa", "Is that &lt;the&gt; last one?");
    assertThat(show(owner, "/notifications")).contains("Rosa commented on “a.txt”");
    assertThat(show(assistant, "/notifications")).doesNotContain("commented");
    assertThat(send(owner, say, "Yes").getStatus()).isEqualTo(302);
    assertThat(show(assistant, "/notifications")).contains("Lucía ha comentado");
    var hers =
        Ids.text(
            one("select id from files.comment where workspace = :room and text like 'Is that%'"));
    assertThat(send(owner, "comments/" + hers, "No").getStatus()).isEqualTo(404);
    assertThat(send(assistant, "comments/" + hers, " ").getStatus()).isEqualTo(422);
    assertThat(send(assistant, "comments/" + hers, "Is it?").getStatus()).isEqualTo(302);
    assertThat(show(owner, files(file()))).contains("Is it?", "changed");
    assertThat(send(owner, "comments/" + hers + "/removal", "").getStatus()).isEqualTo(302);
    assertThat(show(owner, files(file()))).doesNotContain("Is it?").contains("Yes");
    assertThat(send(owner, "comments/" + hers + "/removal", "").getStatus()).isEqualTo(404);
  }

  @Test
  void whatIsEmptyOrTooLongIsToldAndStays() throws Exception {
    put("a.txt", "a");
    assertThat(send(owner, file() + "/comments", " ").getContentAsString())
        .contains("Write something first");
    var long5001 = send(owner, file() + "/comments", "x".repeat(5001));
    assertThat(long5001.getStatus()).isEqualTo(422);
    assertThat(long5001.getContentAsString()).contains("xxxxxx");
    assertThat(send(people.client("Other"), file() + "/comments", "x").getStatus()).isEqualTo(404);
  }
}
