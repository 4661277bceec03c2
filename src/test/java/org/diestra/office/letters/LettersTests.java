package org.diestra.office.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.StatementCount;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A template, whom it is written to, and what came of it. */
@HouseTest
class LettersTests extends OfficeDesk {
  private static final Pattern TEMPLATE = Pattern.compile("letters/([0-9A-Za-z]{22})/mailing\"");
  private static final Pattern CONTACT = Pattern.compile("id=\"to-([0-9A-Za-z]{22})\"");
  private String page = "";

  @BeforeEach
  void aRoom() {
    page = "/w/" + room + "/letters";
  }

  private void contact(String given, String family, String... more) throws Exception {
    var fields = new ArrayList<>(List.of("given", given, "family", family));
    fields.addAll(List.of(more));
    var made = send(owner, "/w/" + room + "/contacts/new", fields.toArray(String[]::new));
    assertThat(made.getStatus()).as(made.getContentAsString(UTF_8)).isEqualTo(302);
  }

  /** Its page for writing. */
  private String template(Viewer viewer, String kind, String subject, String body)
      throws Exception {
    var made =
        send(
            viewer,
            page + "/new",
            "name",
            "Reminder",
            "kind",
            kind,
            "language",
            "en",
            "subject",
            subject,
            "body",
            body,
            "seen",
            "0");
    assertThat(made.getStatus()).as(made.getContentAsString(UTF_8)).isEqualTo(302);
    var found = TEMPLATE.matcher(text(viewer, page));
    assertThat(found.find()).isTrue();
    return page + "/" + found.group(1) + "/mailing";
  }

  private List<String> contacts(Viewer viewer, String href) throws Exception {
    return CONTACT.matcher(text(viewer, href)).results().map(r -> r.group(1)).toList();
  }

  @Test
  void aLetterIsLookedAtKeptPrintedAndTickedOff() throws Exception {
    works(assistant, Area.ADMIN);
    contact("Ana", "Ruiz", "organisation", "Papelería Ruiz");
    contact("Zoë", "Å*ström*");
    var write =
        template(
            assistant,
            "letter",
            "About {{thing}}",
            "Dear {{first_name}} of {{company|your house}},\n\nplease send **{{thing}}**.\n\n{{signature}}");
    var people = contacts(assistant, write);
    assertThat(people).hasSize(2);
    var sent =
        new String[] {
          "seen", "1", "key", "", "to", people.get(0), "to", people.get(1), "own-0", "2 bags"
        };
    var look = send(assistant, write, sent).getContentAsString(UTF_8);
    assertThat(look)
        .contains("Dear Ana of Papelería Ruiz", "<strong>2 bags</strong>", "of your house", "Rosa")
        .contains("Guardar 2 cartas");
    assertThat(text(assistant, page + "/mailings")).contains("Todavía no se ha escrito nada");

    var kept = send(assistant, write + "/keeping", sent).getRedirectedUrl();
    var pdf = show(assistant, kept + "/paper").getContentAsByteArray();
    try (var paper = Loader.loadPDF(pdf)) {
      assertThat(paper.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(paper))
          .contains("Ana Ruiz\nPapelería Ruiz", "About 2 bags", "Zoë Å*ström*");
    }
    send(assistant, kept + "/sent", "number", "1", "sent", "true");
    assertThat(text(owner, kept)).contains("1 of 2 posted");
    send(owner, kept + "/sent", "number", "1", "sent", "false");
    assertThat(text(owner, page + "/mailings")).contains("0 of 2 posted");
    assertThat(send(owner, kept + "/sent", "number", "3").getStatus()).isEqualTo(404);
  }

  @Test
  void aMailOpensInTheWritersOwnProgram() throws Exception {
    contact("Ana", "Ruiz", "mail0", "ana@ruiz.example");
    var write = template(owner, "mail", "Hello & more", "Line *one*\nLine two {{cargo}}");
    var sent = new String[] {"seen", "1", "to", contacts(owner, write).getFirst()};
    assertThat(send(owner, write, sent).getContentAsString(UTF_8)).contains("Missing: cargo");
    var kept = send(owner, write + "/keeping", sent).getRedirectedUrl();
    assertThat(text(owner, kept))
        .contains("mailto:ana@ruiz.example?subject=Hello%20%26%20more&amp;body=Line")
        .contains("Line%20*one*%0D%0ALine%20two%20", "Line *one*");
    assertThat(show(owner, kept + "/paper").getStatus()).isEqualTo(404);
  }

  @Test
  void whatIsSentTwiceIsKeptOnceAndAChangedTemplateIsLookedAtAgain() throws Exception {
    var write = template(owner, "letter", "", "Hello {{name}}");
    var once = new String[] {"seen", "1", "key", "0123456789abcdefghijkl", "name", "Ana"};
    var first = send(owner, write + "/keeping", once).getRedirectedUrl();
    assertThat(send(owner, write + "/keeping", once).getRedirectedUrl()).isEqualTo(first);
    var edit = write.replace("/mailing", "/edit");
    var fields =
        new String[] {"name", "R", "kind", "letter", "language", "en", "body", "Bye", "seen", "1"};
    assertThat(send(owner, edit, fields).getStatus()).isEqualTo(302);
    assertThat(send(owner, edit, fields).getStatus()).isEqualTo(409);
    var stale = send(owner, write + "/keeping", "seen", "1", "name", "Bea");
    assertThat(stale.getStatus()).isEqualTo(409);
    assertThat(stale.getContentAsString(UTF_8)).contains("Somebody changed", "value=\"Bea\"");
    assertThat(text(owner, String.valueOf(first))).contains("Hello Ana");
  }

  @Test
  void whatIsWrongIsSaidAtItsPlaceAndNothingTypedIsLost() throws Exception {
    var nothing = send(owner, page + "/new", "name", " ", "kind", "x", "body", "", "seen", "0");
    assertThat(nothing.getStatus()).isEqualTo(422);
    assertThat(nothing.getContentAsString(UTF_8))
        .contains("id=\"name-why\"", "id=\"kind-why\"", "id=\"body-why\"", "id=\"language-why\"");
    var write = template(owner, "letter", "", "Hello {{name}} {{sum}}");
    var nobody = send(owner, write, "seen", "1", "own-0", "12 €");
    assertThat(nobody.getStatus()).isEqualTo(422);
    assertThat(nobody.getContentAsString(UTF_8)).contains("at least one contact", "12 €");
    var wrong = send(owner, write, "seen", "1", "mail", "a b@c", "address", "x\n".repeat(9) + "y");
    assertThat(wrong.getContentAsString(UTF_8))
        .contains("id=\"name-why\"", "id=\"mail-why\"", "id=\"address-why\"");
  }

  @Test
  void onlyWhoeverWorksInAdministrationWritesAndOnlyUntilTheContractEnds() throws Exception {
    var write = template(owner, "letter", "", "Hello {{name}}");
    var kept = send(owner, write + "/keeping", "seen", "1", "name", "Ana").getRedirectedUrl();
    works(assistant, Area.BOOKKEEPING);
    assertThat(show(assistant, page).getStatus()).isEqualTo(404);
    var contract = works(assistant, Area.ADMIN);
    assertThat(text(assistant, String.valueOf(kept))).contains("Hello Ana");
    workspaces.close(contract, null);
    for (var href : List.of(page, write, String.valueOf(kept), kept + "/paper")) {
      assertThat(show(assistant, href).getStatus()).as(href).isEqualTo(404);
    }
    var other = people.client("Other");
    assertThat(send(other, write + "/keeping", "seen", "1", "name", "B").getStatus())
        .isEqualTo(404);
  }

  @Test
  void oneToAHundredCostsAsManyStatementsAsOneToOne() throws Exception {
    for (int i = 0; i < 6; i++) {
      contact("P" + i, "Q");
    }
    var write = template(owner, "letter", "", "Hello {{name}}");
    var people = contacts(owner, write);
    var one = new String[] {"seen", "1", "to", people.getFirst()};
    var all = new ArrayList<>(List.of("seen", "1"));
    people.forEach(id -> all.addAll(List.of("to", id)));
    int few = StatementCount.during(() -> send(owner, write + "/keeping", one)).size();
    assertThat(
            StatementCount.during(
                () -> send(owner, write + "/keeping", all.toArray(String[]::new))))
        .hasSize(few);
  }

  @Test
  void aTemplateThatWasTakenOutComesBack() throws Exception {
    var write = template(owner, "letter", "", "Hello {{name}}");
    assertThat(send(owner, write.replace("/mailing", "/removal")).getStatus()).isEqualTo(302);
    assertThat(text(owner, page)).contains("No templates yet");
    send(owner, write.replace("/mailing", "/return"));
    assertThat(text(owner, page)).contains("Reminder");
    send(owner, page + "/examples"); // only where there are none
    assertThat(TEMPLATE.matcher(text(owner, page)).results().count()).isEqualTo(1);
  }
}
