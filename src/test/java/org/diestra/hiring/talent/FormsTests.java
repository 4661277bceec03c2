package org.diestra.hiring.talent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.diestra.hiring.talent.Profile.ItemId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.WorkWeek.Span;
import org.junit.jupiter.api.Test;

/** What may be typed on the profile's pages, and what is made of it. */
class FormsTests {
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private final Problems problems = new Problems();

  @Test
  void toolsArePartedByCommasAndNamedOnce() {
    var form = new AreaForm("6", "Excel, Holded;Excel\n QuickBooks ,,", null, null, null);
    var evidence = form.read(Area.BOOKKEEPING, problems);
    assertThat(problems.none()).isTrue();
    assertThat(evidence.tools()).containsExactly("Excel", "Holded", "QuickBooks");
    assertThat(evidence.reference()).isNull();
  }

  @Test
  void aReferenceIsWholeOrAbsent() {
    new AreaForm("6", "", "Elena Ruiz", "", "").read(Area.ADMIN, problems);
    assertThat(problems.all()).containsOnlyKeys("referenceRelation", "referenceContact");
  }

  @Test
  void yearsAndToolsHaveBounds() {
    new AreaForm("61", "a,b,c,d,e,f,g,h,i,j,k,l,m", null, null, null).read(Area.ADMIN, problems);
    assertThat(problems.all()).containsOnlyKeys("years", "tools");
    var longTool = new Problems();
    new AreaForm("", "x".repeat(41), null, null, null).read(Area.ADMIN, longTool);
    assertThat(longTool.all()).containsOnlyKeys("years", "tools");
  }

  @Test
  void aLanguageHasALevelAndStandsOnce() {
    var form =
        new LanguagesForm(
            List.of("es", "", "en", "es", "xx"), List.of("NATIVE", "", "", "C1", "B1"));
    assertThat(form.read(problems)).containsExactly(new Fluency("es", Fluency.Level.NATIVE));
    assertThat(problems.all()).containsOnlyKeys("language-1", "language-2", "language-3");
    assertThat(form.lines()).hasSize(6);
  }

  @Test
  void aWeekIsReadFromItsLines() {
    var form =
        new HoursForm(
            List.of("1", "1", "6", "7"),
            List.of("8", "14", "22", ""),
            List.of("12", "18", "24", ""),
            null,
            "20",
            "2026-12-24");
    var read = form.read(BOGOTA, TODAY, problems);
    assertThat(problems.none()).isTrue();
    assertThat(read.week().spans(DayOfWeek.MONDAY))
        .containsExactly(new Span(8, 12), new Span(14, 18));
    assertThat(read.week().spans(DayOfWeek.SATURDAY)).containsExactly(new Span(22, 24));
    assertThat(read.week().size()).isEqualTo(10);
    assertThat(read.freeHours()).isEqualTo(20);
    assertThat(read.awayUntil()).isEqualTo("2026-12-24");
  }

  @Test
  void aDrawnWeekCountsInsteadOfItsLines() {
    var drawn = "1" + "0".repeat(167);
    var form = new HoursForm(List.of("2"), List.of("9"), List.of("17"), drawn, null, null);
    assertThat(form.read(BOGOTA, TODAY, problems).week().hours()).isEqualTo(drawn);
    assertThat(form.lines()).hasSize(14);
  }

  @Test
  void hoursThatRunBackwardsArePutRightByNobodyElse() {
    var lines = List.of("17", "9", "x", "-1", "25");
    var to = List.of("9", "9", "17", "5", "26");
    var form = new HoursForm(List.of("1", "2", "3", "4", "5"), lines, to, null, "81", "tomorrow");
    form.read(BOGOTA, TODAY, problems);
    assertThat(problems.all()).containsOnlyKeys("week", "freeHours", "awayUntil");
    assertThat(form.lines()).contains(new HoursForm.Line(DayOfWeek.MONDAY, "17", "9"));
  }

  @Test
  void anAbsenceThatIsOverIsNone() {
    var form = new HoursForm(null, null, null, null, null, "2026-11-24");
    assertThat(form.read(BOGOTA, TODAY, problems).awayUntil()).isNull();
    new HoursForm(null, null, null, null, null, "2029-01-01").read(BOGOTA, TODAY, problems);
    assertThat(problems.at("awayUntil")).isNotNull();
  }

  @Test
  void aRateIsAnAmountInAKnownCurrencyOrNothing() {
    assertThat(new PriceForm("12,50", "EUR").read(problems)).isEqualTo(Money.of(1250, "EUR"));
    assertThat(new PriceForm(" ", "EUR").read(problems)).isNull();
    assertThat(problems.none()).isTrue();
    new PriceForm("12", "XXX").read(problems);
    new PriceForm("0", "EUR").read(problems);
    assertThat(problems.all()).containsOnlyKeys("currency", "amount");
    var huge = new Problems();
    new PriceForm("99999999999", "EUR").read(huge);
    assertThat(huge.all()).containsOnlyKeys("amount");
  }

  @Test
  void aPostBeginsBeforeItEndsAndNotInTheFuture() {
    var now = YearMonth.of(2026, 11);
    var whole = new PostForm("Secretary", "A notary", "3", "2019", "", "", "true", "");
    assertThat(whole.read(ItemId.fresh(), now, problems).to()).isNull();
    assertThat(problems.none()).isTrue();
    new PostForm("Secretary", "A notary", "3", "2019", "2", "2019", null, null)
        .read(ItemId.fresh(), now, problems);
    assertThat(problems.all()).containsOnlyKeys("toYear");
    var future = new Problems();
    new PostForm(" ", null, "12", "2026", "13", "", null, "x".repeat(1001))
        .read(ItemId.fresh(), now, future);
    assertThat(future.all()).containsOnlyKeys("title", "employer", "fromYear", "toYear", "what");
  }

  @Test
  void aServiceNeedsAllItSays() {
    new ServiceForm("", " ", "", "EUR", "91").read(ItemId.fresh(), problems);
    assertThat(problems.all()).containsOnlyKeys("title", "included", "amount", "days");
  }
}
