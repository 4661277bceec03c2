package org.diestra.office.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tables as both sides have them before them. */
@HouseTest
class TablesTests extends TablesDesk {
  @Autowired private Rows all;

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
