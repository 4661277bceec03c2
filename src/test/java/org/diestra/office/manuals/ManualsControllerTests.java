package org.diestra.office.manuals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.diestra.HouseTest;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;

@HouseTest
class ManualsControllerTests extends ManualsDesk {
  private static final Pattern STEP = Pattern.compile("/draft/steps/([0-9A-Za-z]{22})\"");

  @Test
  void aTemplateIsPublishedReadAndTakenAwayOnPaper() throws Exception {
    var procedure = begun(owner, "template", "admin-1");
    assertThat(publish(procedure, "major").getStatus()).isEqualTo(302);
    assertThat(text(owner, procedure)).contains("Go through the inbox", "Version 1.0.0");
    assertThat(text(owner, manuals)).contains("Go through the inbox", "Version 1.0.0");

    var pdf = show(owner, procedure + ".pdf");
    try (var document = Loader.loadPDF(pdf.getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(document)).contains("Go through the inbox");
    }
    assertThat(text(owner, procedure + ".md")).startsWith("# Go through the inbox");
  }

  @Test
  void anEmptyFormSaysWhatIsMissingAndKeepsTheRest() throws Exception {
    var answer = send(owner, manuals + "/new", "area", "admin", "language", "en");
    assertThat(answer.getStatus()).isEqualTo(422);
    var procedure = begun(owner, "title", "Stamps");
    var half =
        send(
            owner,
            procedure + "/draft/steps/new",
            "revision",
            "1",
            "title",
            "",
            "text",
            "Lick them",
            "when",
            "it is wet",
            "then",
            "");
    assertThat(half.getStatus()).isEqualTo(422);
    assertThat(half.getContentAsString())
        .contains("Lick them", "it is wet", "id=\"title-why\"", "id=\"then0-why\"");
  }

  @Test
  void aTypoMayBeAPatchAndAnotherNumberMayNot() throws Exception {
    var procedure = begun(owner, "title", "Stamps");
    step(owner, procedure, "Buy", "Buy 10 stmaps.");
    publish(procedure, "major");
    var step = STEP.matcher(text(owner, procedure + "/draft"));
    assertThat(step.find()).isTrue();
    var href = procedure + "/draft/steps/" + step.group(1);

    send(
        owner,
        href,
        "revision",
        revision(owner, procedure),
        "title",
        "Buy",
        "text",
        "Buy 20 stamps.");
    assertThat(text(owner, procedure + "/publication")).contains("<del>10</del>", "<ins>20</ins>");
    assertThat(publish(procedure, "patch").getStatus()).isEqualTo(422);
    send(
        owner,
        href,
        "revision",
        revision(owner, procedure),
        "title",
        "Buy",
        "text",
        "Buy 10 stamps.");
    assertThat(publish(procedure, "patch").getStatus()).isEqualTo(302);
    assertThat(text(owner, procedure)).contains("Version 1.0.1");
    assertThat(text(owner, procedure + "/versions")).contains("1.0.0", "1.0.1");
    assertThat(text(owner, procedure + "/versions/2/changes")).contains("stmaps");
  }

  @Test
  void twoWhoWriteAtOnceDoNotOverwriteEachOther() throws Exception {
    var procedure = begun(owner, "title", "Stamps");
    step(owner, procedure, "Buy", "First");
    var late =
        send(
            owner,
            procedure + "/draft/steps/new",
            "revision",
            "1",
            "title",
            "Late",
            "text",
            "Second");
    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(late.getContentAsString()).contains("Second");
  }

  @Test
  void anAssistantDraftsInTheOwnAreaAndTheClientDecides() throws Exception {
    works(assistant, Area.ADMIN);
    var procedure = begun(assistant, "title", "Sellos");
    step(assistant, procedure, "Comprar", "Compra diez.");
    assertThat(show(owner, procedure + "/publication").getStatus()).isEqualTo(200);
    var revision = revision(assistant, procedure);
    assertThat(
            send(assistant, procedure + "/publication", "revision", revision, "change", "major")
                .getStatus())
        .isEqualTo(404);
    assertThat(
            send(assistant, procedure + "/publication/request", "revision", revision).getStatus())
        .isEqualTo(302);
    assertThat(text(owner, "/home")).contains("Sellos", "ready to be published");
    send(owner, procedure + "/publication/refusal", "why", "What size?");
    assertThat(text(assistant, "/notifications")).contains("What size?");
    assertThat(publish(procedure, "major").getStatus()).isEqualTo(302);
    assertThat(text(assistant, procedure)).contains("Compra diez.");
  }

  @Test
  void aPublishedProcedureIsPutAwayAndBroughtBack() throws Exception {
    var procedure = begun(owner, "title", "Stamps");
    step(owner, procedure, "Buy", "Buy ten.");
    publish(procedure, "major");
    send(owner, procedure + "/archive");
    assertThat(text(owner, manuals)).doesNotContain(">Stamps<");
    assertThat(text(owner, manuals + "?archived=true")).contains("Stamps");
    send(owner, procedure + "/return");
    assertThat(text(owner, manuals)).contains("Stamps");
  }

  @Test
  void wordsAreFoundWithoutAccentsAndInTheirStems() throws Exception {
    var procedure = begun(owner, "title", "Facturación");
    step(owner, procedure, "Registrar", "Registra las facturas del mes.");
    assertThat(text(owner, manuals + "?q=facturacion")).contains("Facturación");
    assertThat(text(owner, manuals + "?q=tortilla")).contains("No procedure says that");
  }
}
