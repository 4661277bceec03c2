package org.diestra.office.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;

/** What a table is made of, and who comes near it. */
@HouseTest
class TablesRightsTests extends TablesDesk {
  @Test
  void fieldsAreAddedRenamedMovedAndTakenOutOfUse() throws Exception {
    var table = opened(owner, "Books", "Title:text");
    var row = row(owner, table, "f1", "Rayuela");
    assertThat(
            send(
                    owner,
                    table + "/fields/new",
                    "kind",
                    "choice",
                    "name",
                    "State",
                    "choices",
                    "New\nUsed",
                    "seen",
                    "1")
                .getStatus())
        .isEqualTo(302);
    assertThat(
            send(
                    owner,
                    table + "/fields/new",
                    "kind",
                    "choice",
                    "name",
                    "state",
                    "choices",
                    "A",
                    "seen",
                    "2")
                .getStatus())
        .isEqualTo(422);
    assertThat(
            send(
                    owner,
                    table + "/fields/new",
                    "kind",
                    "number",
                    "name",
                    "Pages",
                    "decimals",
                    "0",
                    "seen",
                    "1")
                .getStatus())
        .isEqualTo(409);
    assertThat(order(text(owner, table + "?by=2"))).containsExactly("Rayuela");
    send(owner, row + "/edit", "seen", "1", "f1", "Rayuela", "f2", "used");
    assertThat(text(owner, table + "?field=2&sort=is&value=Used")).contains("Rayuela");
    send(
        owner,
        table + "/fields/2",
        "name",
        "Condition",
        "choice-~001",
        "As new",
        "choice-~002",
        "Read",
        "seen",
        "2");
    assertThat(text(owner, table)).contains("Condition", "Read").doesNotContain(">Used<");
    send(owner, table + "/fields/2/place", "seen", "3");
    assertThat(table(table).first().name()).isEqualTo("Condition");
    send(owner, table + "/fields/2/retirement", "seen", "4");
    assertThat(text(owner, table)).doesNotContain(">Condition</a>");
    send(owner, table + "/fields/2/retirement", "seen", "5", "back", "true");
    assertThat(text(owner, row)).contains("Read");
    var links = opened(owner, "Loans", "Who:text");
    assertThat(
            send(
                    owner,
                    links + "/fields/new",
                    "kind",
                    "link",
                    "name",
                    "Book",
                    "seen",
                    "1",
                    "target",
                    table.substring(table.lastIndexOf('/') + 1))
                .getStatus())
        .isEqualTo(302);
    send(owner, table + "/fields/1/place", "seen", "6");
    assertThat(table(table).first().name()).isEqualTo("Title");
    assertThat(send(owner, links + "/rows/new", "f1", "Ana", "f2", "no such").getStatus())
        .isEqualTo(422);
    row(owner, links, "f1", "Ana", "f2", "rayuela");
    assertThat(text(owner, links)).contains("Rayuela");
    assertThat(text(owner, links + "?q=rayuela")).contains("Ana");
  }

  @Test
  void nobodyElseComesNearAndTheEndOfAContractClosesIt() throws Exception {
    var table = suppliers();
    var row = row(owner, table, "f1", "Secret");
    var stranger = people.client("Stranger");
    var other = people.assistant("Other");
    works(other, Area.BOOKKEEPING);
    for (var path :
        new String[] {page, table, row, row + "/edit", table + "/export.csv", table + "/fields"}) {
      assertThat(show(stranger, path).getStatus()).as(path).isEqualTo(404);
      assertThat(show(other, path).getStatus()).as(path).isEqualTo(404);
    }
    var temp = people.assistant("Temp");
    var contract = works(temp, Area.DATA_ENTRY);
    assertThat(show(temp, row).getStatus()).isEqualTo(200);
    workspaces.close(contract, null);
    assertThat(show(temp, row).getStatus()).isEqualTo(404);
    assertThat(send(temp, row + "/edit", "seen", "1", "f1", "X").getStatus()).isEqualTo(404);
    assertThat(send(assistant, table + "/removal").getStatus()).isEqualTo(404);
    var elsewhere = people.client("Elsewhere");
    var own = workspaces.open(People.organisation(elsewhere));
    assertThat(
            show(elsewhere, "/w/" + own + "/data/" + table.substring(table.lastIndexOf('/') + 1))
                .getStatus())
        .isEqualTo(404);
    assertThat(send(owner, table + "/removal").getStatus()).isEqualTo(302);
    assertThat(show(owner, row).getStatus()).isEqualTo(404);
    assertThat(text(owner, page)).contains("Suppliers", table + "/return");
    assertThat(text(assistant, page)).doesNotContain(table + "/return");
    send(owner, table + "/return");
    assertThat(text(owner, row)).contains("Secret");
  }
}
