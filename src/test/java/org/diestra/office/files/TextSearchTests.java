package org.diestra.office.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Files found by what is written in them. */
@HouseTest
class TextSearchTests extends FileDesk {
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;
  @Autowired private TextReader reader;

  /** As the timer does, once what was saved has rested. */
  private void read() {
    house.call(() ->
        jdbc.sql(
                """
                update files.entry set changed_at = '2001-01-01' where workspace = :room
                """)
            .param("room", room.value())
            .update());
    reader.read();
  }

  private String find(Viewer by, WorkspaceId in, String query) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.get("/w/" + in + "/files").param("q", query).with(signedIn(by)))
        .andReturn()
        .getResponse()
        .getContentAsString(UTF_8);
  }

  @Test
  void aFileIsFoundByAnyFormOfItsWordsWithTheirLine() throws Exception {
    put("notas.txt", "Primera línea.\nLas canciones del otoño <b>llegan</b> tarde.\nÚltima.");
    put("mail.md", "We are negotiating the terms with all carriers.");
    read();
    assertThat(find(owner, room, "cancion otono"))
        .contains("notas.txt", "Las <mark>canciones</mark> del otoño &lt;b&gt;llegan")
        .doesNotContain("Primera", "mail.md");
    assertThat(find(owner, room, "Canción OTOÑO")).contains("notas.txt");
    assertThat(find(owner, room, "negotiate carrier"))
        .contains("mail.md", "<mark>negotiating</mark>");
    assertThat(find(owner, room, "canciones carriers")).contains("Nothing of that is here");
    assertThat(find(owner, room, "\"\"")).as("nothing asked").doesNotContain("mail.md");
    assertThat(find(owner, room, "'); drop table x; --")).contains("Nothing of that is here");
  }

  @Test
  void whatIsOverwrittenOrInTheTrashIsNotFound() throws Exception {
    put("a.txt", "zanahoria");
    read();
    assertThat(find(owner, room, "zanahorias")).contains("a.txt");
    put("a.txt", "berenjena");
    assertThat(find(owner, room, "zanahorias")).doesNotContain("a.txt");
    read();
    assertThat(find(owner, room, "berenjenas")).contains("a.txt");
    ask("DELETE", "a.txt", "");
    assertThat(find(owner, room, "berenjenas")).doesNotContain("a.txt");
  }

  @Test
  void nobodyFindsWhatIsAnotherClients() throws Exception {
    put("a.txt", "albaricoque");
    read();
    var other = people.client("Other");
    var theirs = workspaces.open(People.organisation(other));
    assertThat(find(other, theirs, "albaricoque")).contains("Nothing of that is here");
    assertThat(asCaller(other, theirs)).as("the function asks itself").isEmpty();
    assertThat(asCaller(other, room)).isEmpty();
    assertThat(asCaller(owner, room)).hasSize(1);
    workspaces.admit(UUID.randomUUID(), room, assistant.id(), Set.of(Area.FILES), Level.READING);
    assertThat(asCaller(assistant, room)).as("the manuals alone are open").isEmpty();
  }

  private List<String> asCaller(Viewer who, WorkspaceId in) {
    return house.callAs(
        who.id().value(),
        () ->
            jdbc.sql(
                    "select entry from files.found(:room, to_tsquery('spanish', 'albaricoque'), 10)")
                .param("room", in.value())
                .query(String.class)
                .list());
  }

  @Test
  void whatCantBeReadIsKnownByItsNameAlone() throws Exception {
    put("broken.pdf", "%PDF-1.7 and nothing more");
    put("program.bin", "\u0000\u0001\u0002");
    put("null.txt", "before\fafter");
    read();
    assertThat(find(owner, room, "broken.pdf")).contains("broken.pdf");
    assertThat(find(owner, room, "after")).contains("null.txt");
    long unread =
        house.call(() ->
            jdbc.sql(
                    """
                    select count(*) from files.entry where workspace = :room and not folder
                      and read is distinct from sha256
                    """)
                .param("room", room.value())
                .query(Long.class)
                .single());
    assertThat(unread).isZero();
  }
}
