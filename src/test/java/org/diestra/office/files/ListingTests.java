package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Long lists, and what is looked for in them. */
@HouseTest
class ListingTests extends FileDesk {
  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;

  private String page() {
    return "/w/" + room + "/files";
  }

  private MockHttpServletResponse show(String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(path.replace("&amp;", "&")).with(signedIn(owner)))
        .andReturn()
        .getResponse();
  }

  private String text(String path) throws Exception {
    return show(path).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Folders are enough for a list, and need no bytes. */
  private void folders(int many, boolean trashed) throws Exception {
    put("a.txt", "a");
    house.call(() ->
        jdbc.sql(
                """
                insert into files.entry (id, workspace, name, folder, size, created_at, created_by,
                  changed_at, changed_by, trash, trashed_at, trashed_by)
                select id, :workspace, 'f' || to_char(n, 'FM00000'), true, 0, now(), :owner, now(),
                  :owner, case when :trashed then id end, case when :trashed then now() end,
                  case when :trashed then cast(:owner as uuid) end
                from (select uuidv7() as id, n from generate_series(1, :many) n) as them
                """)
            .param("workspace", room.value())
            .param("owner", owner.id().value())
            .param("trashed", trashed)
            .param("many", many)
            .update());
  }

  private void clear() {
    house.call(() ->
        jdbc.sql("delete from files.entry where workspace = :workspace and folder")
            .param("workspace", room.value())
            .update());
  }

  private String next(String page) {
    var found = NEXT.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void aNameIsFoundWhateverItsCaseAndAccents() throws Exception {
    ask("MKCOL", "F", "");
    put("F/%C3%81lbum%20del%20A%C3%91O.txt", "a"); // Álbum del AÑO
    assertThat(text(page() + "?q=album")).contains("del AÑO.txt", "in “F”");
    assertThat(text(page() + "?q=año")).contains("del AÑO.txt");
    assertThat(text(page() + "?q=%25")).contains("Nothing of that is here");
  }

  @Test
  void aLongFolderIsShownPageByPageInEachOrder() throws Exception {
    folders(201, false);
    for (var sort : new String[] {"name", "changed", "size"}) {
      var first = text(page() + "?sort=" + sort);
      var second = text(next(first));
      assertThat(second).as(sort).contains("a.txt").doesNotContain("rel=\"next\"");
      assertThat(first).doesNotContain("a.txt");
      var one = sort.equals("name") ? "f00201" : "f00001";
      assertThat(second).as(sort).contains(one);
    }
    assertThat(next(text(page() + "?q=f0"))).contains("q=f0");
    clear();
  }

  @Test
  void theTrashIsShownPageByPageAndEmptiedWhole() throws Exception {
    folders(101, true);
    var first = text(page() + "/trash");
    assertThat(first).contains("by Lucía", "in the top folder");
    assertThat(text(next(first))).contains("f00001").doesNotContain("f00002");
    mvc.perform(post(page() + "/trash/removal").with(signedIn(owner)).with(csrf()));
    assertThat(text(page() + "/trash")).contains("The trash is empty");
  }

  @Test
  void anArchiveThatWouldLeaveSomethingOutIsRefused() throws Exception {
    folders(Packing.MOST, false); // and a file
    var answer = show(page() + "/zip");
    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(answer.getRedirectedUrl()).isEqualTo(page());
    assertThat(put("b.txt", "b").statusCode()).isEqualTo(507);
    clear();
  }
}
