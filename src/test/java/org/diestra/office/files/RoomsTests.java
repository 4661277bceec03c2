package org.diestra.office.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.diestra.HouseTest;
import org.diestra.office.workspaces.Level;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Where the room goes, and who bounds it. */
@HouseTest
class RoomsTests extends LinkDesk {
  @Autowired private Rooms rooms;

  private MockHttpServletResponse show(Viewer by, String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(path).with(signedIn(by)))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse send(Viewer by, String path, String... fields) throws Exception {
    var request = post(path).with(signedIn(by)).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  @Test
  void whoKeepsTheWorkspaceSeesWhatTakesRoomAndMakesSome() throws Exception {
    put("Press/cover.txt", "01234");
    put("gone.txt", "0123456");
    ask("DELETE", "gone.txt", "");
    letIn(assistant, Level.WORKING);
    var page = "/w/" + room + "/files/room";
    assertThat(show(assistant, page).getStatus()).isEqualTo(404);
    var seen = show(owner, page).getContentAsString(UTF_8);
    assertThat(seen)
        .contains("cover.txt", "15 B", "Empty the trash: 7 B")
        .doesNotContain("gone.txt");
    var forget = "/w/" + room + "/files/" + file + "/versions/removal";
    assertThat(send(assistant, forget).getStatus()).isEqualTo(404);
    assertThat(used()).isEqualTo(32);
    assertThat(send(owner, forget).getStatus()).isEqualTo(302);
    assertThat(used()).isEqualTo(22);
    assertThat(get("Press/cover.txt").body()).isEqualTo("01234");
  }

  private int weigh(long bytes) {
    return jdbc.sql("update files.space set used = :bytes where workspace = :room")
        .param("bytes", bytes)
        .param("room", room.value())
        .update();
  }

  @Test
  void anOperatorBoundsAWorkspaceAndSeesItGrow() throws Exception {
    var operator = people.operator("Olga");
    house.call(() -> {
      rooms.remember();
      weigh(4_000_000_000_000L); // among the fullest, whatever other tests have left
      return jdbc.sql("update files.day set day = day - 40, used = 5 where workspace = :room")
          .param("room", room.value())
          .update();
    });
    var grown =
        rooms.clients(null).stream()
            .filter(client -> client.workspace().equals(room.value()))
            .findFirst();
    assertThat(grown)
        .hasValueSatisfying(client -> assertThat(client.grown()).isEqualTo(3_999_999_999_995L));
    house.call(() -> weigh(20));
    assertThat(show(operator, "/operator/room").getContentAsString(UTF_8))
        .contains("Room for files");
    var bound = "/operator/room/" + room;
    assertThat(send(operator, bound, "gigabytes", "none").getStatus()).isEqualTo(422);
    assertThat(send(operator, bound, "gigabytes", "3").getStatus()).isEqualTo(302);
    assertThat(show(owner, "/w/" + room + "/files").getContentAsString(UTF_8)).contains("of 3 GB");
    assertThat(send(owner, bound, "gigabytes", "9").getStatus()).isEqualTo(404);
  }
}
