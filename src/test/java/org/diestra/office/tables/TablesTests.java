package org.diestra.office.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** Tables as both sides have them before them. */
@HouseTest
class TablesTests extends TablesDesk {
  @Autowired private Rows all;

  private String suppliers() throws Exception {
    return opened(
        owner,
        "Suppliers",
        "Name:text",
        "Credit:money",
        "Since:date",
        "Mail:email",
        "Account:iban",
        "Rank:number");
  }

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
    assertThat(text(owner, table + "?q=" + enc("店")))
        .contains("Beijing")
        .doesNotContain("Papelera");
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
        "choice-001",
        "As new",
        "choice-002",
        "Read",
        "seen",
        "2");
    assertThat(text(owner, table)).contains("Condition", "Read").doesNotContain(">Used<");
    send(owner, table + "/fields/2/place", "seen", "3");
    assertThat(table(table).first().name()).isEqualTo("Condition");
    send(owner, table + "/fields/2/retirement", "seen", "4");
    assertThat(text(owner, table)).doesNotContain("Condition");
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
    send(owner, table + "/return");
    assertThat(text(owner, row)).contains("Secret");
  }

  private static List<String> order(String html) {
    return Pattern.compile("<th scope=\"row\"><a [^>]*>([^<]*)</a>")
        .matcher(html)
        .results()
        .map(m -> HtmlUtils.htmlUnescape(m.group(1)))
        .toList();
  }

  private static String enc(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
