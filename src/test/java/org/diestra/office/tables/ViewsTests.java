package org.diestra.office.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;

/** Ways to look at a table that people keep. */
@HouseTest
class ViewsTests extends TablesDesk {
  private String table;

  private void aTable() throws Exception {
    table = opened(owner, "Orders", "Name:text", "Town:text", "Sum:money");
    row(owner, table, "f1", "A", "f2", "Soria", "f3", "10");
    row(owner, table, "f1", "B", "f2", "Lugo", "f3", "20");
    row(owner, table, "f1", "C", "f2", "Soria", "f3", "30");
    row(owner, table, "f1", "D", "f3", "5");
  }

  private String kept(Viewer viewer, String name, String... more) throws Exception {
    var sent = new String[more.length + 2];
    sent[0] = "name";
    sent[1] = name;
    System.arraycopy(more, 0, sent, 2, more.length);
    var answer = send(viewer, table + "/views", sent);
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    return String.valueOf(answer.getRedirectedUrl());
  }

  private String removal(Viewer viewer, String view) throws Exception {
    var found =
        Pattern.compile("action=\"([^\"]+/views/[^\"]+/removal)\"").matcher(text(viewer, view));
    return found.find() ? found.group(1) : "";
  }

  @Test
  void whatIsAskedOfATableIsKeptByNameForOneOrForAll() throws Exception {
    aTable();
    var own =
        kept(
            assistant, "Large", "field", "3", "sort", "from", "value", "20", "by", "3", "down",
            "true");
    assertThat(order(text(assistant, own))).containsExactly("C", "B");
    assertThat(text(assistant, table)).contains(">Large<");
    assertThat(text(owner, table)).doesNotContain("Large");
    var all = kept(owner, "By town", "by", "2", "group", "true", "all", "true");
    assertThat(text(assistant, table)).contains(">By town<");
    assertThat(order(text(assistant, all))).containsExactly("D", "B", "A", "C");
    assertThat(removal(assistant, all)).isEmpty();
    var others = removal(owner, all);
    assertThat(send(assistant, others).getStatus()).isEqualTo(404);
    assertThat(send(owner, removal(assistant, own)).getStatus()).isEqualTo(404);
    assertThat(send(assistant, removal(assistant, own)).getStatus()).isEqualTo(302);
    assertThat(text(assistant, table)).doesNotContain("Large");
    assertThat(send(owner, others).getStatus()).isEqualTo(302);
  }

  @Test
  void groupsBeginWhereTheirValueDoes() throws Exception {
    aTable();
    var html = text(owner, table + "?by=2&group=true");
    assertThat(Pattern.compile("class=\"data-group\"").matcher(html).results()).hasSize(3);
    assertThat(html.indexOf("Town: nothing")).isLessThan(html.indexOf(">D<"));
    assertThat(text(owner, table + "?group=true")).doesNotContain("data-group");
  }

  @Test
  void aViewHasANameOfItsOwnAndSomethingToShow() throws Exception {
    aTable();
    assertThat(send(owner, table + "/views", "name", "X").getStatus()).isEqualTo(422);
    var nameless = send(owner, table + "/views", "name", " ", "q", "soria");
    assertThat(nameless.getStatus()).isEqualTo(422);
    assertThat(nameless.getContentAsString()).contains("value=\"soria\"");
    var wrong =
        send(owner, table + "/views", "name", "X", "field", "3", "sort", "from", "value", "much");
    assertThat(wrong.getStatus()).isEqualTo(422);
    kept(owner, "X", "q", "soria");
    assertThat(send(owner, table + "/views", "name", "x", "q", "lugo").getStatus()).isEqualTo(422);
    kept(assistant, "X", "q", "lugo"); // another's own may be called so too
    kept(owner, "X", "q", "lugo", "all", "true");
  }

  @Test
  void theEndOfAContractClosesWhatWasKept() throws Exception {
    aTable();
    var temp = people.assistant("Temp");
    var contract = works(temp, Area.DATA_ENTRY);
    var view = kept(temp, "Mine", "q", "soria");
    workspaces.close(contract, null);
    assertThat(show(temp, view).getStatus()).isEqualTo(404);
    assertThat(send(temp, table + "/views", "name", "Y", "q", "a").getStatus()).isEqualTo(404);
  }
}
