package org.diestra.hiring.briefs;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import org.diestra.hiring.briefs.Clarity.Point;
import org.diestra.hiring.briefs.Remark.Kind;
import org.junit.jupiter.api.Test;

class ClarityTests {
  @Test
  void wholeInstructionsInEnglishLeaveNothingOpen() {
    var text =
        """
        Our suppliers send invoices by e-mail; questions go to Lucía, the owner.
        - Every Monday, open the folder "Inbox" and enter each invoice in the table.
        - Rename the file to date and supplier.
        It is done when the table balances with the bank statement.
        You may decide on your own up to €50; above that ask me first.
        """;
    var clarity = Clarity.of(text);
    assertThat(clarity.points()).allMatch(Point::clear);
    assertThat(clarity.remarks()).isEmpty();
    assertThat(clarity.complete()).isTrue();
  }

  @Test
  void wholeInstructionsInSpanishLeaveNothingOpen() {
    var text =
        """
        Los proveedores mandan sus facturas por correo; las dudas, a Lucía, la dueña.
        1. Cada lunes, abre la carpeta «Entrada» e introduce cada factura en la tabla.
        2. Renombra el archivo con fecha y proveedor.
        Está hecho cuando la tabla cuadra con el extracto.
        Puedes decidir por tu cuenta hasta 50 €; por encima, pregúntame antes.
        """;
    assertThat(Clarity.of(text).complete()).isTrue();
  }

  @Test
  void aWishLeavesAlmostAllOpen() {
    var clarity = Clarity.of("I need somebody for the usual paperwork, etc.");
    assertThat(open(clarity)).containsExactly(Aspect.values());
    assertThat(clarity.remarks()).extracting(Remark::kind).containsExactly(Kind.VAGUE);
  }

  @Test
  void oneStepIsNotEnough() {
    assertThat(open(Clarity.of("Check the inbox."))).contains(Aspect.WHAT);
    assertThat(open(Clarity.of("Check the inbox.\nThen answer what you can.")))
        .doesNotContain(Aspect.WHAT);
  }

  @Test
  void itShowsTheSentenceInWhichItFoundTheAnswer() {
    var clarity =
        Clarity.of("We sell books. Twice a week, open the mailbox. Then note new orders.");
    assertThat(clarity.points())
        .contains(new Point(Aspect.HOW_OFTEN, "Twice a week, open the mailbox."));
  }

  @Test
  void whatStandsUnderAHeadingAnswersIt() {
    var clarity = Clarity.of("## How often\nIn the first hour of the shop.");
    assertThat(open(clarity)).doesNotContain(Aspect.HOW_OFTEN);
  }

  @Test
  void anOutlineThatNobodyFilledInAnswersNothing() {
    var clarity =
        Clarity.of(
            "## Who is involved\n[Who sends things, whom to ask?]\n\n## How often\n[Every Monday?]");
    assertThat(open(clarity)).containsExactly(Aspect.values());
    assertThat(clarity.remarks())
        .extracting(Remark::words)
        .containsExactly("[Who sends things, whom to ask?]", "[Every Monday?]");
  }

  @Test
  void aLinkIsNoBlank() {
    assertThat(Clarity.of("See [our shop](https://example.org).").remarks()).isEmpty();
  }

  @Test
  void passwordsAndEndlessSentencesAreNoticed() {
    assertThat(Clarity.of("La contraseña: luna1234").remarks())
        .extracting(Remark::kind)
        .containsExactly(Kind.SECRET);
    assertThat(Clarity.of("word ".repeat(41)).remarks())
        .extracting(Remark::kind)
        .containsExactly(Kind.LONG);
  }

  @Test
  void hostileTextIsReadQuickly() {
    assertTimeoutPreemptively(
        ofSeconds(3),
        () -> {
          Clarity.of("[".repeat(20_000));
          Clarity.of("- ".repeat(10_000));
          Clarity.of("a. ".repeat(7_000));
          Clarity.of("password ".repeat(2_000));
        });
  }

  private static List<Aspect> open(Clarity clarity) {
    return clarity.points().stream().filter(p -> !p.clear()).map(Point::aspect).toList();
  }
}
