package org.diestra.office.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;

/** Contacts that come in files and go in them. */
@HouseTest
class ContactFilesTests extends ContactsDesk {
  @Test
  void aFileIsLookedAtBeforeItIsTakenIn() throws Exception {
    var file = card("a", "Ana", "EMAIL:ana@x.es") + card("b", "Bea", "X-Z:1");
    var said = taken(owner, "a.vcf", file);
    assertThat(said).contains("Ana", "Bea", "Take in 2 contacts");
    var again =
        card("a", "Ana", "EMAIL:ana@x.es\nREV:20310101T000000Z")
            + card("b", "Bea", "X-Z:2\nTEL:600")
            + card("c", "Ana Otra", "EMAIL:ana@x.es")
            + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Broken\r\nno\r\nEND:VCARD\r\n";
    var look = String.valueOf(brought(owner, "b.vcf", again).getRedirectedUrl());
    assertThat(text(owner, look))
        .contains("Take in 2 contacts", "Broken", "There is one like it", "Phone")
        .containsPattern("(?s)There just so.{1,20}<dd>1<");
    assertThat(text(owner, page)).doesNotContain("Otra");
    var stranger = people.client("Eva");
    assertThat(show(stranger, look).getStatus()).isEqualTo(404);
    send(owner, look);
    assertThat(send(owner, look).getStatus()).isEqualTo(404);
    var all = show(owner, page + "/file").getContentAsString();
    assertThat(all).contains("X-Z:2", "FN:Ana Otra").doesNotContain("X-Z:1");
  }

  @Test
  void whatHasNoIdentifierComesInOnce() throws Exception {
    var card = card("a", "Ana", "NOTE:x").replace("UID:a\r\n", "");
    assertThat(taken(owner, "a.vcf", card + card + card.replace("NOTE:x", "NOTE:y")))
        .contains("Take in 2 contacts");
    var look = String.valueOf(brought(owner, "a.vcf", card).getRedirectedUrl());
    assertThat(text(owner, look)).doesNotContain("Take in");
  }

  @Test
  void tablesOfGoogleOutlookAndSheetsAreRead() throws Exception {
    taken(
        owner,
        "google.csv",
        "First Name,Last Name,Organization Name,Birthday,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Street,Address 1 - City,Custom Field 1 - Value\n"
            + "Ana,Ruiz,Imprenta,1985-04-12,* myContacts ::: Clientes,* Work,ana@x.es ::: a2@x.es,Mobile,600 1,Mayor 2,Gandia,Extra\n");
    taken(
        owner,
        "outlook.csv",
        "\"Nombre\";\"Apellidos\";\"Empresa\";\"Teléfono móvil\";\"Correo electrónico\";\"Talla\"\n\"Bea\";\"Gil\";\"Gil, S.L.\";\"611\";\"bea@x.es\";\"XL\"\n");
    var all = show(owner, page + "/file").getContentAsString().replace("\r\n ", "");
    assertThat(all)
        .contains(
            "FN:Ana Ruiz",
            "N:Ruiz;Ana;;;",
            "ORG:Imprenta",
            "BDAY:1985-04-12",
            "CATEGORIES:Clientes")
        .contains("EMAIL;TYPE=work:ana@x.es", "EMAIL;TYPE=work:a2@x.es", "TEL;TYPE=cell:600 1")
        .contains("ADR:;;Mayor 2;Gandia;;;", "Custom Field 1 - Value: Extra")
        .contains(
            "FN:Bea Gil", "ORG:Gil\\, S.L.", "TEL;TYPE=cell:611", "EMAIL:bea@x.es", "Talla: XL");
    assertThat(brought(owner, "x.csv", "a,b\n1,2\n").getContentAsString()).contains("file-why");
    assertThat(brought(owner, "x.vcf", "").getStatus()).isEqualTo(422);
    assertThat(brought(owner, "x.txt", "hello").getStatus()).isEqualTo(422);
  }

  @Test
  void thousandsComeInAndAreLeafedThrough() throws Exception {
    var file = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      file.append(card("n" + i, "Persona %04d".formatted(i), "EMAIL:p" + i + "@x.es"));
    }
    taken(owner, "many.vcf", file.toString());
    var first = text(owner, page);
    assertThat(first)
        .contains("3,000 contacts", "Persona 0000", "Persona 0049")
        .doesNotContain("Persona 0050");
    var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
    assertThat(next.find()).isTrue();
    assertThat(text(owner, URLDecoder.decode(next.group(1).replace("&amp;", "&"), UTF_8)))
        .contains("Persona 0050")
        .doesNotContain("Persona 0049");
    assertThat(text(owner, page + "?q=2999")).contains("Persona 2999");
    assertThat(show(owner, page + "/twins").getStatus()).isEqualTo(200);
  }

  @Test
  void whatOutlookSaysOfEverybodyIsNotWrittenDown() throws Exception {
    taken(
        owner,
        "outlook.csv",
        "First Name,Birthday,Anniversary,Gender,Priority,Private,Sensitivity\n"
            + "Ana,0/0/00,0/0/00,Unspecified,Normal,False,Normal\n");
    assertThat(show(owner, page + "/file").getContentAsString())
        .contains("FN:Ana")
        .doesNotContain("BDAY", "NOTE", "Normal");
  }

  /** The second one takes the place of the first: nobody fills the house with files. */
  @Test
  void ofWhatSomebodyBringsOnlyTheLastIsKept() throws Exception {
    var first = String.valueOf(brought(owner, "a.vcf", card("u1", "Ana", "")).getRedirectedUrl());
    var second = String.valueOf(brought(owner, "b.vcf", card("u2", "Bea", "")).getRedirectedUrl());
    assertThat(show(owner, first).getStatus()).isEqualTo(404);
    assertThat(text(owner, second)).contains("Bea");
  }
}
