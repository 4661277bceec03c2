package org.diestra.office.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.office.imports.Intake.State;
import org.diestra.platform.sheets.SheetReader;
import org.diestra.platform.sheets.SheetReader.Row;
import org.junit.jupiter.api.Test;

/** What a file may cost, and what becomes of it where things change meanwhile. */
@HouseTest
class ImportsBoundsTests extends ImportsDesk {
  @Test
  void ofWideRowsOnlySoManyAreHeldAtOnceAsFitIntoMemory() throws Exception {
    var note = "x".repeat(SheetReader.LENGTH); // one text that a workbook points to again and again
    int[] line = {0};
    var sheet =
        new SheetReader() {
          @Override
          public Row next() {
            return new Row(++line[0], Collections.nCopies(60, note));
          }

          @Override
          public void close() {}
        };
    assertThat(Work.some(sheet, 3)).hasSize(4).first().extracting(Row::line).isEqualTo(4);
  }

  @Test
  void aFileThatIsForgottenIsNotBroughtInAndOneThatIsTriedOutForEverCanBeThrownAway()
      throws Exception {
    var table = suppliers();
    var href = brought(owner, table, "a.csv", "Name\nA\n".getBytes(UTF_8));
    send(owner, href + "/check", columns(1));
    assertThat(settled(href).state()).isEqualTo(State.CHECKED);
    house(() -> {
      store.forget(List.of(at(href).id().value()));
      return true;
    });
    send(owner, href + "/run");
    assertThat(at(href).state()).isEqualTo(State.CHECKED);
    assertThat(text(owner, href)).doesNotContain(href + "/run").contains(href + "/removal");
    house(() ->
        jdbc.sql("update imports.intake set state = 'CHECKING' where id = :id")
            .param("id", at(href).id().value())
            .update());
    assertThat(text(owner, href)).contains(href + "/removal");
    send(owner, href + "/removal");
    assertThat(show(owner, href).getStatus()).isEqualTo(404);
  }

  @Test
  void rowsThatBecameFaultySinceTheyWereTriedOutStayOutsideAndAreTold() throws Exception {
    var table = suppliers();
    var href = brought(owner, table, "a.csv", "Name;Rank\nA;1\n;2\nC;x\n".getBytes(UTF_8));
    send(owner, href + "/check", columns(1, 6));
    assertThat(settled(href).faulty()).isEqualTo(1); // the name of the second row may be empty
    send(owner, table + "/fields/1", "seen", "1", "name", "Name", "required", "true");
    send(owner, href + "/run");
    var run = settled(href);
    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(run.done()).isEqualTo(1);
    assertThat(run.faulty()).isEqualTo(2);
    assertThat(text(owner, href)).contains(" 3<", " 4<");
    assertThat(order(text(owner, table))).containsExactly("A");
  }

  @Test
  void aFieldThatIsOutOfUseMeanwhileStopsTheFileInsteadOfLosingItsColumn() throws Exception {
    var table = suppliers();
    var href = brought(owner, table, "a.csv", "Name;Rank\nA;1\n".getBytes(UTF_8));
    send(owner, href + "/check", columns(1, 6));
    settled(href);
    send(owner, table + "/fields/6/retirement", "seen", "1");
    send(owner, href + "/run");
    assertThat(settled(href).state()).isEqualTo(State.STOPPED);
    assertThat(text(owner, href)).contains("in use no more");
    assertThat(table(table).size()).isZero();
  }

  @Test
  void ofManyFilesOnlySomeAreAtWorkSoThatOtherTimersRing() throws Exception {
    var table = suppliers();
    var href = brought(owner, table, "a.csv", "Name\nA\n".getBytes(UTF_8));
    var id = at(href).id();
    house(() ->
        jdbc.sql("update imports.intake set state = 'CHECKING' where id = :id")
            .param("id", id.value())
            .update());
    int all = work.hands.drainPermits();
    try {
      work.ring(id);
      assertThat(at(href).tried()).isZero();
      assertThat(timers.set(Imports.WORK, id.toString())).hasSize(1);
    } finally {
      work.hands.release(all);
      timers.cancel(Imports.WORK, id.toString());
    }
    work.ring(id);
    assertThat(at(href).state()).isEqualTo(State.CHECKED);
    assertThat(work.hands.availablePermits()).isEqualTo(all);
  }

  @Test
  void everyFaultOfARowIsShownAlsoWhereThePageEndsWithinIt() throws Exception {
    var table = suppliers();
    var text = new StringBuilder("Name;Credit;Since;Rank\n");
    for (int i = 0; i < 40; i++) {
      text.append("R;much;never;low").append(i).append("\n"); // three faults each
    }
    var href = brought(owner, table, "a.csv", text.toString().getBytes(UTF_8));
    send(owner, href + "/check", columns(1, 2, 3, 6));
    assertThat(settled(href).faulty()).isEqualTo(40);
    var next = Pattern.compile("after=([0-9-]+)\"").matcher(text(owner, href));
    assertThat(next.find()).isTrue();
    var shown = text(owner, href) + text(owner, href + "?after=" + next.group(1));
    for (int i = 0; i < 40; i++) {
      assertThat(shown).contains(">low" + i + "<");
    }
  }
}
