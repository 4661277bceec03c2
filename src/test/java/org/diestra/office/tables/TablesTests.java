package org.diestra.office.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.office.fields.Manner;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables as both sides have them before them. */
@HouseTest
class TablesTests extends TablesDesk {
  @Autowired private Rows all;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void rowsAreCheckedAsTheyAreTypedAndFoundByWhatTheySay() throws Exception {
    var table = suppliers();
    var wrong =
        send(
            assistant,
            table + "/rows/new",
            "f1",
            "Kept Co.",
            "f2",
            "much",
            "f3",
            "2026-13-01",
            "f5",
            "ES00");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString())
        .contains("Kept Co.", "f2-why", "f3-why", "f5-why", "much");
    row(
        assistant,
        table,
        "f1",
        "Papelera Ñandú",
        "f2",
        "1,234.50",
        "f3",
        "2024-02-29",
        "f4",
        "a@nandu.example",
        "f5",
        "ES9121000418450200051332",
        "f6",
        "-3");
    row(assistant, table, "f1", "书店 Beijing", "f2", "99", "f3", "2025-01-01", "f6", "12");
    row(assistant, table, "f1", "دار الكتب", "f6", "2.5");
    assertThat(text(owner, table))
        .contains("Papelera Ñandú", "€1,234.50", "ES91 2100", "دار الكتب");
    assertThat(text(owner, table + "?q=nandu")).contains("Papelera").doesNotContain("Beijing");
    assertThat(text(owner, table + "?q=店")).contains("Beijing").doesNotContain("Papelera");
    assertThat(text(owner, table + "?q=zzz")).doesNotContain("Papelera");
    assertThat(order(text(owner, table + "?by=6")))
        .containsExactly("Papelera Ñandú", "دار الكتب", "书店 Beijing");
    assertThat(order(text(owner, table + "?by=6&down=true")))
        .containsExactly("书店 Beijing", "دار الكتب", "Papelera Ñandú");
    assertThat(order(text(owner, table + "?field=2&sort=from&value=100")))
        .containsExactly("Papelera Ñandú");
    assertThat(order(text(owner, table + "?field=2&sort=to&value=100")))
        .containsExactly("书店 Beijing");
    assertThat(order(text(owner, table + "?field=2&sort=empty&value=")))
        .containsExactly("دار الكتب");
    assertThat(order(text(owner, table + "?field=1&sort=begins&value=papel")))
        .containsExactly("Papelera Ñandú");
    assertThat(
            order(text(owner, table + "?field=3&sort=is&value=29/02/2024&field=6&sort=to&value=0")))
        .containsExactly("Papelera Ñandú");
    assertThat(show(owner, table + "?field=2&sort=from&value=much").getStatus()).isEqualTo(422);
  }

  @Test
  void rowsAreCalledByWhateverFieldIsTheFirstNow() throws Exception {
    var table = opened(owner, "Places", "Name:text", "Town:text");
    var row = row(owner, table, "f1", "Sol", "f2", "Soria");
    var seen = seen(owner, table + "/fields");
    var moved = send(owner, table + "/fields/2/place", "seen", seen);
    assertThat(moved.getStatus()).isEqualTo(302);
    assertThat(table(table).first().number()).isEqualTo(2);
    assertThat(order(text(owner, table))).containsExactly("Soria");
    assertThat(text(owner, row)).contains("<h1>Soria</h1>");
  }

  @Test
  void aRowKeepsAChoiceThatIsRetiredMeanwhile() throws Exception {
    var table = opened(owner, "Codes", "Name:text");
    assertThat(
            send(
                    owner,
                    table + "/fields/new",
                    "kind",
                    "choice",
                    "seen",
                    "1",
                    "name",
                    "Code",
                    "choices",
                    "000\n001\n002")
                .getStatus())
        .isEqualTo(302);
    var field = table(table).fields().getLast();
    // a code that looks like a number is read as the name that it is
    var read = field.read("001", Manner.of(Locale.ENGLISH)).orFail();
    assertThat(field.plain(read)).isEqualTo("001");
    var row = row(owner, table, "f1", "Sol", "f2", read);
    var seen = seen(owner, table + "/fields/2");
    send(owner, table + "/fields/2", "seen", seen, "name", "Code", "choice-" + read, "");
    assertThat(table(table).fields().getLast().settings().choice(read).orElseThrow().retired())
        .isTrue();
    var kept = send(owner, row + "/edit", "seen", "1", "f1", "Luna", "f2", read);
    assertThat(kept.getStatus()).as(kept.getContentAsString()).isEqualTo(302);
    assertThat(text(owner, row)).contains("Luna", "001");
    var fallen = send(owner, table + "/rows/new", "f1", "Mar", "f2", read);
    assertThat(fallen.getStatus()).isEqualTo(422);
  }

  @Test
  void aSearchThatFindsMoreThanItShowsSaysSoAndIsNotTakenAwayInPart() throws Exception {
    var table = opened(owner, "Many", "Name:text", "Group:number");
    for (int bundle = 0; bundle < 3; bundle++) {
      var rows = new ArrayList<Map<Integer, String>>();
      for (int i = 0; i < 700; i++) {
        rows.add(Map.of(1, "Sol " + (bundle < 2 || i < 600 ? "alta" : "baja"), 2, "1"));
      }
      Caller.person(owner.id().value())
          .call(() -> all.add(table(table), rows, owner.id(), null))
          .orFail();
    }
    assertThat(show(owner, table + "?q=alta").getStatus()).isEqualTo(200);
    assertThat(show(owner, table + "/export.csv?q=alta").getStatus()).isEqualTo(200);
    var many = show(owner, table + "?q=sol&field=2&sort=is&value=2");
    assertThat(many.getStatus()).isEqualTo(422);
    assertThat(many.getContentAsString()).contains("2,000").doesNotContain("export.csv");
    var refused = show(owner, table + "/export.csv?q=sol");
    assertThat(refused.getStatus()).isEqualTo(302);
    assertThat(refused.getRedirectedUrl()).isEqualTo(table + "?q=sol");
  }

  @Test
  void wordsStandInTheIndexUnderTheirTable() throws Exception {
    var one = opened(owner, "One", "Name:text");
    var other = opened(owner, "Other", "Name:text");
    row(owner, one, "f1", "Sol y " + "x".repeat(190));
    row(owner, other, "f1", "Sol 书店");
    assertThat(order(text(owner, other + "?q=so 书"))).containsExactly("Sol 书店");
    assertThat(order(text(owner, one + "?q=" + "x".repeat(70)))).hasSize(1);
    var mark = table(other).id().value().toString().substring(29);
    var words =
        Caller.house()
            .call(() ->
                transaction.execute(tx ->
                    jdbc.sql("select tsvector_to_array(words) from tables.record where sheet = :t")
                        .param("t", table(other).id().value())
                        .query((r, n) -> List.of((String[]) r.getArray(1).getArray()))
                        .single()));
    assertThat(words).containsExactlyInAnyOrder(mark + "sol", mark + "书", mark + "店");
  }

  @Test
  void manyBringRowsOfOneTableBackAtOnce() throws Exception {
    var table = opened(owner, "Many", "Name:text");
    var rows = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      rows.add(row(owner, table, "f1", "R" + i));
      send(owner, rows.getLast() + "/removal");
    }
    assertThat(table(table).size()).isZero();
    try (var people = Executors.newFixedThreadPool(6)) {
      var answers = new ArrayList<Future<Integer>>();
      for (var row : rows) {
        answers.add(people.submit(() -> send(owner, row + "/return").getStatus()));
      }
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(302);
      }
    }
    assertThat(table(table).size()).isEqualTo(12);
  }

  @Test
  void everyPageOfASortedListShowsEachRowOnce() throws Exception {
    var table = opened(owner, "Many", "Name:text", "Group:number");
    var rows = new ArrayList<Map<Integer, String>>();
    for (int i = 0; i < 137; i++) {
      rows.add(Map.of(1, "R" + i, 2, i % 7 == 0 ? "" : String.valueOf(i % 5)));
    }
    Caller.person(owner.id().value())
        .call(() -> all.add(table(table), rows, owner.id(), null))
        .orFail();
    for (var query : new String[] {"", "?by=2", "?by=2&down=true", "?by=1"}) {
      var names = new ArrayList<String>();
      String next = table + query;
      while (next != null) {
        var html = text(owner, next);
        names.addAll(order(html));
        var link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(html);
        next = link.find() ? link.group(1).replace("&amp;", "&") : null;
      }
      assertThat(names).as(query).hasSize(137).doesNotHaveDuplicates();
    }
  }

  @Test
  void whoeverWritesOnWhatOthersChangedSeesWhatDiffers() throws Exception {
    var table = suppliers();
    var row = row(owner, table, "f1", "Sol", "f2", "5");
    var seen = seen(assistant, row + "/edit");
    assertThat(send(owner, row + "/edit", "seen", seen, "f1", "Sol", "f2", "7").getStatus())
        .isEqualTo(302);
    var late = send(assistant, row + "/edit", "seen", seen, "f1", "Luna", "f2", "5");
    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(late.getContentAsString()).contains("Luna", "7,00\u00a0€", "id=\"meanwhile\"");
    assertThat(text(owner, row)).contains("Sol").doesNotContain("Luna");
    var again =
        Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(late.getContentAsString());
    assertThat(again.find()).isTrue();
    assertThat(
            send(assistant, row + "/edit", "seen", again.group(1), "f1", "Luna", "f2", "7")
                .getStatus())
        .isEqualTo(302);
    assertThat(text(owner, row)).contains("Luna", "Rosa");
  }

  @Test
  void eachChangeCanBeTakenBackUnlessALaterOneStandsOnIt() throws Exception {
    var table = suppliers();
    var row = row(owner, table, "f1", "Sol", "f2", "5");
    send(owner, row + "/edit", "seen", "1", "f1", "Luna", "f2", "5");
    send(owner, row + "/edit", "seen", "2", "f1", "Mar", "f2", "5");
    var turns =
        Pattern.compile("/turns/([0-9A-Za-z]{22})")
            .matcher(text(owner, row))
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(turns).hasSize(2);
    send(owner, row + "/turns/" + turns.get(1));
    assertThat(text(owner, table)).contains("Mar");
    send(owner, row + "/turns/" + turns.get(0));
    assertThat(text(owner, table)).contains("Luna").doesNotContain("Mar<");
    assertThat(send(owner, row + "/removal").getStatus()).isEqualTo(302);
    assertThat(text(owner, table)).doesNotContain("Luna");
    assertThat(table(table).size()).isZero();
    assertThat(show(owner, row + "/edit").getStatus()).isEqualTo(200);
    assertThat(send(owner, row + "/edit", "seen", "4", "f1", "X").getStatus()).isEqualTo(409);
    assertThat(send(owner, row + "/return").getStatus()).isEqualTo(302);
    assertThat(send(owner, row + "/removal").getStatus()).isEqualTo(302);
    assertThat(send(owner, row + "/removal").getStatus()).isEqualTo(404);
    send(owner, row + "/return");
    assertThat(text(owner, table + "?by=1")).contains("Luna");
    assertThat(table(table).size()).isEqualTo(1);
  }

  @Test
  void whatIsTakenAwayHoldsNoFormula() throws Exception {
    var table = opened(owner, "Bad", "Name:text", "Sum:money");
    row(owner, table, "f1", "=HYPERLINK(\"http://x\")", "f2", "-5");
    row(owner, table, "f1", "a,\"b\"", "f2", "");
    var csv = show(assistant, table + "/export.csv").getContentAsString(StandardCharsets.UTF_8);
    assertThat(csv)
        .isEqualTo(
            "\ufeffName,Sum\r\n\"'=HYPERLINK(\"\"http://x\"\")\",-5.00\r\n\"a,\"\"b\"\"\",\r\n");
    var json =
        show(assistant, table + "/export.json?field=2&sort=filled&value=")
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"Name\":\"=HYPERLINK(\\\"http://x\\\")\"", "\"Sum\":-5.00")
        .doesNotContain("a,");
  }
}
