package org.diestra.office.dataentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.diestra.HouseTest;
import org.diestra.office.dataentry.Batch.Hand;
import org.diestra.office.dataentry.Batch.State;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.Test;

/** What is known of a batch, and who it needs. */
@HouseTest
class BatchesTests extends KeyingDesk {
  @Test
  void whatNobodyHasComparedIsNeitherRightNorWrong() throws Exception {
    opened(10, "double");
    key(assistant, 2, place -> place <= 2 ? "9.99" : null);
    var pass = as(judge, () -> tables.enter(judge, room));
    var before = as(judge, () -> batches.report(pass, batch(), table));
    assertThat(before.rate(Hand.A)).isNaN();
    key(second, 2, place -> null);
    var found = as(judge, () -> judging.next(pass, batch())).orElseThrow();
    as(judge, () -> judging.see(pass, batch(), found.id()));
    as(judge, () -> judging.settle(pass, batch(), table, found.id(), truth(found.place())))
        .orFail();
    var report = as(judge, () -> batches.report(pass, batch(), table));
    assertThat(report.rate(Hand.A)).isEqualTo(100.0 / 27); // one waits for the judge still
    assertThat(report.rate(Hand.B)).isZero();
    assertThat(report.rate(table.fields().get(1))).isEqualTo(100.0 / 18);
  }

  @Test
  void whatWaitsInATableThatIsOutIsOfferedToNobody() throws Exception {
    opened(2, "single");
    assertThat(as(assistant, () -> waits.of(assistant))).hasSize(1);
    send(owner, table.href() + "/removal");
    assertThat(as(assistant, () -> waits.of(assistant))).isEmpty();
  }

  @Test
  void aSampleThatFailsHasItsFieldsKeyedInAnew() throws Exception {
    opened(20, "single");
    key(assistant, 2, place -> "1.00");
    assertThat(batch().state()).isEqualTo(State.CHECKING);
    var unknown =
        as(judge, () -> batches.report(as(judge, () -> tables.enter(judge, room)), batch(), table));
    assertThat(unknown.rate(Hand.A)).isNaN(); // nobody has compared anything yet
    assertThat(Report.text(unknown.rate(Hand.A), Locale.ENGLISH)).isEqualTo("–");
    var pass = as(judge, () -> tables.enter(judge, room));
    var item = as(judge, () -> judging.nextOfSample(pass, batch())).orElseThrow();
    assertThat(text(judge, href + "/sample")).contains("Note " + item.place());
    as(judge, () -> judging.check(pass, batch(), table, item.id(), truth(item.place()))).orFail();
    var again = batch();
    assertThat(again.state()).isEqualTo(State.KEYING);
    assertThat(again.round()).isEqualTo(2);
    assertThat(again.only()).containsExactly(2);
    assertThat(text(assistant, href + "/keying"))
        .contains("name=\"f2\"")
        .doesNotContain("name=\"f1\"");
    var first =
        as(
                assistant,
                () -> keying.next(as(assistant, () -> tables.enter(assistant, room)), batch()))
            .orElseThrow();
    send(assistant, href + "/keying/" + Ids.text(first.id()), "f2", first.place() + ".50");
    assertThat(as(judge, () -> values.settled(first.id()))).isEqualTo(truth(first.place()));
  }

  @Test
  void threeDifferentPeopleAreNeeded() throws Exception {
    opened(1, "double");
    var answer =
        send(
            owner,
            page + "/batches/new",
            "name",
            "Two",
            "table",
            table.id().toString(),
            "mode",
            "double",
            "each",
            "1",
            "first",
            assistant.id().toString(),
            "second",
            assistant.id().toString(),
            "judge",
            judge.id().toString());
    assertThat(answer.getStatus()).isEqualTo(422);
    var late = people.assistant("Late");
    var other =
        send(
            owner,
            page + "/batches/new",
            "name",
            "Two",
            "table",
            table.id().toString(),
            "mode",
            "single",
            "each",
            "1",
            "first",
            late.id().toString(),
            "judge",
            judge.id().toString());
    assertThat(other.getStatus()).isEqualTo(422);
  }
}
