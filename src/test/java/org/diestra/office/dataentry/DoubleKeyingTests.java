package org.diestra.office.dataentry;

import static org.assertj.core.api.Assertions.assertThat;

import org.diestra.HouseTest;
import org.diestra.office.dataentry.Batch.Hand;
import org.diestra.office.dataentry.Batch.State;
import org.diestra.office.tables.Table;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;

/** Records that two people key in, and what the third makes of them. */
@HouseTest
class DoubleKeyingTests extends KeyingDesk {
  @Test
  void everyPlantedErrorIsFoundAndSettledByAThird() throws Exception {
    opened(500, "double");
    key(second, 3, place -> place % 40 == 3 ? "2026-01-01" : null); // 13 of them
    key(assistant, 2, place -> place % 25 == 0 ? "9.99" : null); // 20 of them
    var batch = batch();
    assertThat(as(owner, () -> batches.progress(batch)).mismatches()).isEqualTo(33);
    var pass = as(judge, () -> tables.enter(judge, room));
    int settled = 0;
    for (var item = as(judge, () -> judging.next(pass, batch));
        item.isPresent();
        item = as(judge, () -> judging.next(pass, batch))) {
      var found = item.get();
      var right = truth(found.place());
      assertThat(as(judge, () -> judging.both(pass, batch, found))).isEmpty();
      assertThat(as(judge, () -> judging.settle(pass, batch, table, found.id(), right)))
          .isInstanceOf(Outcome.Refused.class); // the source comes first
      as(judge, () -> judging.see(pass, batch, found.id()));
      assertThat(as(judge, () -> judging.both(pass, batch, seen(found))))
          .containsOnlyKeys(Hand.A, Hand.B);
      as(judge, () -> judging.settle(pass, batch, table, found.id(), right)).orFail();
      settled++;
    }
    assertThat(settled).isEqualTo(33);
    var checking = batch();
    assertThat(checking.state()).isEqualTo(State.CHECKING);
    assertThat(as(owner, () -> batches.progress(checking)).sampled()).isEqualTo(25);
    var report = as(judge, () -> batches.report(pass, checking, table));
    assertThat(report.wrong(table.fields().get(1), Hand.A)).isEqualTo(20);
    assertThat(report.wrong(table.fields().get(2), Hand.B)).isEqualTo(13);
    assertThat(report.rate(table.fields().get(1))).isEqualTo(2.0); // 20 of 1000 values
    assertThat(report.rate(Hand.A)).isEqualTo(20 * 100.0 / 1_500);
    assertThat(report.wrong(table.fields().get(0), Hand.A)).isZero();
    assertThat(text(judge, href)).containsPattern("2,00\\h%");
    for (var item = as(judge, () -> judging.nextOfSample(pass, batch()));
        item.isPresent();
        item = as(judge, () -> judging.nextOfSample(pass, batch()))) {
      var found = item.get();
      as(judge, () -> judging.check(pass, checking, table, found.id(), truth(found.place())))
          .orFail();
    }
    assertThat(batch().state()).isEqualTo(State.PASSED);
    assertThat(table(table.href()).size()).isZero();
    assertThat(send(judge, href + "/acceptance").getStatus()).isEqualTo(404);
    size(Table.MOST_ROWS - 499); // room for all but one
    assertThat(send(owner, href + "/acceptance").getStatus()).isEqualTo(302);
    assertThat(batch().state()).isEqualTo(State.PASSED);
    assertThat(table(table.href()).size()).isEqualTo(Table.MOST_ROWS - 499);
    size(0);
    assertThat(send(owner, href + "/acceptance").getStatus()).isEqualTo(302);
    send(owner, href + "/acceptance"); // once more changes nothing
    assertThat(table(table.href()).size()).isEqualTo(500);
    var turns = "select count(*) from tables.turn where sheet = :sheet and deed = 'ADDED'";
    assertThat(
            as(
                owner,
                () ->
                    jdbc.sql(turns)
                        .param("sheet", table.id().value())
                        .query(Integer.class)
                        .single()))
        .isEqualTo(500);
    var csv = show(owner, table.href() + "/export.csv").getContentAsString();
    assertThat(csv)
        .contains("Note 25,25.50,2026-11-26", "Note 43,43.50,2026-11-14")
        .doesNotContain("9.99", "2026-01-01");
  }

  @Test
  void nobodySeesWhatTheOtherKeyedInByAnyWay() throws Exception {
    opened(2, "double");
    var pass = as(assistant, () -> tables.enter(assistant, room));
    var first = as(assistant, () -> keying.next(pass, batch())).orElseThrow();
    var at = href + "/keying/" + Ids.text(first.id());
    assertThat(text(assistant, href + "/keying")).contains("name=\"f2\"");
    var wrong = send(assistant, at, "f1", "Hidden Ltd", "f2", "much", "f3", "1/11/2026");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString()).contains("f2-why", "Hidden Ltd");
    assertThat(
            send(assistant, at, "f1", "Hidden Ltd", "f2", "12,50", "f3", "1/11/2026", "begun", "1")
                .getStatus())
        .isEqualTo(302);
    for (var path :
        new String[] {
          href, href + "/keying", table.href(), table.href() + "/export.json", page + "/batches"
        }) {
      assertThat(show(second, path).getContentAsString()).as(path).doesNotContain("Hidden Ltd");
    }
    assertThat(text(assistant, href + "/keying")).contains("data-last=\"Hidden Ltd\"");
    assertThat(as(second, () -> values.keyed(first.id()))).isEmpty();
    assertThat(as(owner, () -> values.keyed(first.id()))).isEmpty();
    assertThat(as(judge, () -> values.keyed(first.id()))).isEmpty();
    assertThat(as(assistant, () -> values.keyed(first.id()))).containsOnlyKeys(Hand.A);
    for (var path : new String[] {href + "/judging", href + "/sample"}) {
      assertThat(show(second, path).getStatus()).as(path).isEqualTo(404);
      assertThat(show(owner, path).getStatus()).as(path).isEqualTo(404);
    }
    assertThat(show(judge, href + "/keying").getStatus()).isEqualTo(404);
    assertThat(send(judge, at, "f1", "X").getStatus()).isEqualTo(404);
    assertThat(show(people.client("Stranger"), href).getStatus()).isEqualTo(404);
    send(assistant, at, "f1", "Again", "f2", "1", "f3", "1/11/2026"); // what is keyed in stays
    assertThat(as(assistant, () -> values.keyed(first.id())).get(Hand.A).cells())
        .containsEntry(1, "Hidden Ltd")
        .containsEntry(2, "12.50");
    send(second, at, "f1", "Hidden Ltd", "f2", "12.50", "f3", "2026-11-01");
    assertThat(as(owner, () -> batches.progress(batch())).settled()).isEqualTo(1);
  }
}
