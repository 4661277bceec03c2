package org.diestra.office.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.office.imports.Intake.State;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are brought into tables. */
@HouseTest
class ImportsTests extends ImportsDesk {
  @Test
  void aFileIsTriedOutTakenInAndTakenBack() throws Exception {
    var table = suppliers();
    var text = new StringBuilder("Nombre;Crédito;Desde;Nada\n");
    for (int i = 2; i <= 3_001; i++) {
      boolean faulty = i % 80 == 0; // 80 to 2960: 37 of them
      text.append("Librería ")
          .append(i)
          .append(";")
          .append(faulty ? "mucho" : "1.234,5")
          .append(";30/11/2026;x\n");
    }
    var href = brought(assistant, table, "proveedores.csv", text.toString().getBytes(ISO_8859_1));
    assertThat(text(assistant, href)).contains("Crédito", "Librería 2", "1.234,5");
    assertThat(send(assistant, href + "/check", columns(0, 0, 0, 0)).getStatus()).isEqualTo(422);
    assertThat(send(assistant, href + "/check", columns(1, 1, 0, 0)).getStatus()).isEqualTo(422);
    assertThat(send(assistant, href + "/check", columns(1, 2, 3, 0)).getStatus()).isEqualTo(302);
    var checked = settled(href);
    assertThat(checked.state()).isEqualTo(State.CHECKED);
    assertThat(checked.tried()).isEqualTo(3_000);
    assertThat(checked.faulty()).isEqualTo(37);
    assertThat(text(assistant, href)).contains(" 80<", "960<", "mucho", "Credit");
    assertThat(table(table).size()).isZero();
    send(assistant, href + "/run");
    assertThat(settled(href).done()).isEqualTo(2_963);
    assertThat(table(table).size()).isEqualTo(2_963);
    assertThat(text(owner, table + "?field=1&sort=is&value=libreria 81")).contains("€1,234.50");
    assertThat(text(owner, table)).contains("Librería 2<").contains("Librería 51<");
    var row = text(owner, table + "?field=1&sort=is&value=libreria 81");
    var found = Pattern.compile("href=\"([^\"]+/rows/[^\"]{22})\"").matcher(row);
    assertThat(found.find()).isTrue();
    send(owner, found.group(1) + "/edit", "seen", "1", "f1", "Kept", "f2", "1");
    send(owner, href + "/undoing");
    var undone = settled(href);
    assertThat(undone.state()).isEqualTo(State.UNDONE);
    assertThat(undone.undone()).isEqualTo(2_962);
    assertThat(order(text(owner, table))).containsExactly("Kept");
    assertThat(table(table).size()).isEqualTo(1);
  }

  @Test
  void whatBreaksOffGoesOnWhereItWasAndBringsNoRowTwice() throws Exception {
    var table = suppliers();
    var text = new StringBuilder("Name\n");
    for (int i = 2; i <= 2_501; i++) {
      text.append("R").append(i).append("\n");
    }
    var href = brought(owner, table, "a.csv", text.toString().getBytes(UTF_8));
    send(owner, href + "/check", columns(1));
    settled(href);
    send(owner, href + "/run");
    var intake = settled(href);
    assertThat(intake.done()).isEqualTo(2_500);
    house(() -> { // as it was after the first bundle, when the house fell
      jdbc.sql(
              "delete from tables.record where brought = :id and place > (select min(place) + 999 from tables.record where brought = :id)")
          .param("id", intake.id().value())
          .update();
      return jdbc.sql(
              "update imports.intake set state = 'RUNNING', done = 1000, line = 1001 where id = :id")
          .param("id", intake.id().value())
          .update();
    });
    work.run(intake.id());
    work.run(intake.id());
    assertThat(at(href).done()).isEqualTo(2_500);
    assertThat(at(href).state()).isEqualTo(State.DONE);
    int different =
        house(() ->
            jdbc.sql("select count(distinct title) from tables.record where brought = :id")
                .param("id", intake.id().value())
                .query(Integer.class)
                .single());
    assertThat(different).isEqualTo(2_500);
  }

  @Test
  void whatIsBroughtInCanBeStoppedAndTakenBack() throws Exception {
    var table = suppliers();
    var href = brought(owner, table, "a.csv", "Name\nA\nB\n".getBytes(UTF_8));
    send(owner, href + "/check", columns(1));
    settled(href);
    send(owner, href + "/run");
    settled(href);
    assertThat(send(owner, href + "/removal").getStatus()).isEqualTo(302);
    assertThat(at(href).state()).isEqualTo(State.DONE); // too late
    house(
        () -> // as if a third row were still to come
        jdbc.sql("update imports.intake set state = 'RUNNING' where id = :id")
                .param("id", at(href).id().value())
                .update());
    assertThat(text(owner, href)).contains(href + "/removal");
    send(owner, href + "/removal");
    assertThat(at(href).state()).isEqualTo(State.STOPPED);
    work.run(at(href).id());
    assertThat(text(owner, href)).contains("Somebody has stopped it");
    send(owner, href + "/undoing");
    assertThat(settled(href).undone()).isEqualTo(2);
  }

  @Test
  void whatWasTakenAwayComesBackAsItWas() throws Exception {
    var table = exact("Own");
    row(owner, table, "f1", "+34 600", "f2", "1234.5", "f3", "12.345");
    row(owner, table, "f1", "'tis", "f2", "", "f3", "-7.125");
    var csv = show(assistant, table + "/export.csv").getContentAsByteArray();
    var again = exact("Again");
    var href = brought(assistant, again, "own.csv", csv); // who writes decimals with a comma
    assertThat(at(href).ways().decimal()).isEqualTo('.');
    assertThat(at(href).mapping()).containsExactly(1, 2, 3);
    var sent = columns(1, 2, 3);
    sent[1] = ".";
    send(assistant, href + "/check", sent);
    settled(href);
    send(assistant, href + "/run");
    assertThat(settled(href).done()).isEqualTo(2);
    assertThat(show(assistant, again + "/export.csv").getContentAsByteArray()).isEqualTo(csv);
  }

  /** A table whose numbers have three decimals. */
  private String exact(String name) throws Exception {
    var table = opened(owner, name, "Name:text", "Credit:money");
    send(
        owner,
        table + "/fields/new",
        "kind",
        "number",
        "name",
        "Rank",
        "decimals",
        "3",
        "seen",
        "1");
    return table;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Name;Rank#A;1.234 | ,",
        "Name;Rank#A;1.5 | .",
        "Name;Rank#A;0.125 | .",
        "Name;Rank#A;1.5#B;2,5 | ,",
        "Name,Rank#A,1.234 | .",
        "Name,Rank#A,\"1,5\" | ,",
        "Rank;Name#1;1.5 | ,",
      })
  void aFileTellsWithWhichSignItsNumbersAreWritten(String text, char decimal) throws Exception {
    var table = opened(owner, "T", "Name:text", "Rank:number");
    var href = brought(assistant, table, "a.csv", text.replace('#', '\n').getBytes(UTF_8));
    assertThat(at(href).ways().decimal()).isEqualTo(decimal);
  }

  @Test
  void whoseContractEndsBringsNothingMore() throws Exception {
    var table = suppliers();
    var temp = people.assistant("Temp");
    var contract = works(temp, Area.DATA_ENTRY);
    var href = brought(temp, table, "a.csv", "Name\nA\nB\n".getBytes(UTF_8));
    send(temp, href + "/check", columns(1));
    assertThat(settled(href).state()).isEqualTo(State.CHECKED);
    var pass = Caller.person(temp.id().value()).call(() -> tables.enter(temp, room));
    workspaces.close(contract, null);
    assertThat(show(temp, href).getStatus()).isEqualTo(404);
    assertThat(send(temp, href + "/run").getStatus()).isEqualTo(404);
    // decided a moment before the end, rung a moment after
    house(() -> imports.run(pass, at(href)));
    assertThat(settled(href).state()).isEqualTo(State.STOPPED);
    assertThat(table(table).size()).isZero();
  }

  @Test
  void aFileIsItsTablesAlone() throws Exception {
    var table = suppliers();
    var other = opened(owner, "Other", "Name:text");
    var href = brought(owner, table, "a.csv", "Name\nA\n".getBytes(UTF_8));
    var id = href.substring(href.lastIndexOf('/') + 1);
    assertThat(show(owner, other + "/imports/" + id).getStatus()).isEqualTo(404);
    assertThat(show(people.client("Stranger"), href).getStatus()).isEqualTo(404);
    assertThat(show(owner, table + "/imports/" + Ids.text(Ids.fresh())).getStatus()).isEqualTo(404);
    assertThat(send(owner, href + "/removal").getStatus()).isEqualTo(302);
    assertThat(show(owner, href).getStatus()).isEqualTo(404);
  }
}
