package org.diestra.office.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What is kept as evidence; each with what happens to the same thing that is not. */
@HouseTest
class FreezesTests extends LinkDesk {
  private final UUID cause = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  @Autowired private Freezes freezes;
  @Autowired private Trash trash;
  @Autowired private VersionStore versions;

  @AfterEach
  void nothingStaysFrozen() {
    freezes.thaw(cause);
    freezes.thaw(other);
  }

  private String page() {
    return "/w/" + room + "/files";
  }

  private MockHttpServletResponse send(String path) throws Exception {
    return mvc.perform(post(path).with(signedIn(owner)).with(csrf())).andReturn().getResponse();
  }

  private String text(String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(path).with(signedIn(owner)))
        .andReturn()
        .getResponse()
        .getContentAsString(UTF_8);
  }

  private Freezes.Frozen freeze(UUID why, PersonId by, EntryId... linked) {
    return freezes.freeze(why, room, by, List.of(linked).stream().map(EntryId::value).toList());
  }

  private int count(String what) {
    return house.call(() ->
        jdbc.sql("select count(*) from files." + what + " where workspace = :room")
            .param("room", room.value())
            .query(Integer.class)
            .single());
  }

  @Test
  void whatIsFrozenIsNotTakenAwayForGoodUntilAllLetGo() throws Exception {
    var frozen = freeze(cause, assistant.id(), file);
    assertThat(frozen.versions()).isEqualTo(1);
    assertThat(freeze(cause, assistant.id(), file)).as("once more").isEqualTo(frozen);
    freeze(other, assistant.id(), file);
    assertThat(text(page() + "/" + file)).contains("kept as evidence");
    assertThat(text(page() + "/" + idOf("private.txt"))).doesNotContain("kept as evidence");
    ask("DELETE", "Press", "");
    ask("DELETE", "private.txt", "");
    assertThat(text(page() + "/trash")).contains("kept as evidence");
    send(page() + "/trash/" + folder + "/removal");
    assertThat(count("version")).as("refused").isEqualTo(2);
    send(page() + "/trash/removal");
    assertThat(count("version")).as("the other one is gone").isEqualTo(1);
    assertThat(sweepInAYear()).isZero();
    freezes.thaw(cause);
    send(page() + "/trash/" + folder + "/removal");
    assertThat(count("version")).as("another still needs it").isEqualTo(1);
    freezes.thaw(other);
    send(page() + "/trash/" + folder + "/removal");
    assertThat(count("version")).isZero();
  }

  private int sweepInAYear() {
    house.call(() ->
        jdbc.sql(
                """
                update files.entry set trashed_at = trashed_at - interval '1 year'
                where workspace = :room and trash is not null
                """)
            .param("room", room.value())
            .update());
    house.call(trash::sweep);
    return 1 - count("version");
  }

  @Test
  void whatIsFrozenOutlivesNewVersionsAndBeingReplaced() throws Exception {
    freeze(cause, owner.id());
    put("Press/cover.txt", "new");
    put("Press/empty.txt", "");
    put("Press/empty.txt", "not empty");
    put("Press/same.txt", "new");
    freeze(cause, owner.id());
    int before = count("version");
    ask("MOVE", "Press/same.txt", "", "Destination", root() + "Press/cover.txt");
    assertThat(count("version")).isEqualTo(before);
    assertThat(get("Press/cover.txt").body()).isEqualTo("new");
  }

  /** The control: even code that forgets to ask can't. */
  @Test
  void theDatabaseItselfRefuses() {
    freeze(cause, owner.id());
    assertThatThrownBy(() -> house.call(() -> versions.removeAll(List.of(file.value()))))
        .isInstanceOf(DataIntegrityViolationException.class);
    freezes.thaw(cause);
    assertThat(house.call(() -> versions.removeAll(List.of(file.value())))).hasSize(1);
  }
}
