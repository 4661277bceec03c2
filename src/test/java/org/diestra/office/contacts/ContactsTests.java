package org.diestra.office.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.platform.base.Area;
import org.diestra.platform.vcard.Card;
import org.junit.jupiter.api.Test;

/** A contact book as both sides have it before them. */
@HouseTest
class ContactsTests extends ContactsDesk {
  @Test
  void whoeverIsAddedIsFoundByWhatOneRemembers() throws Exception {
    assertThat(text(owner, page)).contains("contacts/new", "contacts/import");
    var wrong = send(owner, page + "/new", "given", "", "mail0", "no mail", "note", "kept");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString()).contains("mail0-why", "no mail", "kept");
    assertThat(send(owner, page + "/new").getStatus()).isEqualTo(422);
    var href =
        added(
            owner,
            "given",
            "Begoña",
            "family",
            "Ñíguez O'Hara",
            "organisation",
            "Papelera, del Sur; S.L.",
            "role",
            "Ventas",
            "phone0",
            "+34 600 11 22 33",
            "phone-kind0",
            "cell",
            "mail0",
            "bego@papelera.example",
            "street0",
            "Calle Mayor 2",
            "town0",
            "Málaga",
            "birthday",
            "--04-12",
            "web",
            "papelera.example",
            "groups",
            "Proveedores, Papel");
    var shown = text(owner, href);
    assertThat(shown)
        .contains(
            "Begoña Ñíguez", "Papelera, del Sur; S.L.", "Calle Mayor 2", "https://papelera.example")
        .contains("tel:+34600112233", "Proveedores");
    for (var q :
        new String[] {
          "begona",
          "NIGUEZ bego",
          "hara",
          "600 11 22",
          "+34600",
          "bego@pap",
          "malaga",
          "ventas",
          "papel"
        }) {
      assertThat(text(owner, page + "?q=" + q)).as(q).contains("Begoña");
    }
    for (var q : new String[] {"zzz", "zz ' \\ & | ! ( :*", "---", "11 22 33"}) {
      assertThat(show(owner, page + "?q=" + q).getStatus()).as(q).isEqualTo(200);
      assertThat(text(owner, page + "?q=" + q)).as(q).doesNotContain("Begoña");
    }
    assertThat(text(owner, page + "?initial=b&group=Papel")).contains("Begoña");
    assertThat(text(owner, page + "?initial=c")).doesNotContain("Begoña");
    assertThat(show(owner, href + "/file").getContentAsString())
        .contains("BEGIN:VCARD", "CATEGORIES:Proveedores,Papel");
  }

  @Test
  void aChangeTouchesOnlyWhatWasChanged() throws Exception {
    var lines =
        "X-OWN;P=\"a;b\":x\\,y\nitem1.EMAIL;type=INTERNET;type=pref:a@x.es\nitem1.X-ABLabel:_$!<Other>!$_\n"
            + "TEL;TYPE=work,voice:963 000 001\nADR;TYPE=home:;Bajo;Calle 1;Gandia;;46700;España\nROLE:kept\nNOTE:one\\ntwo";
    taken(owner, "a.vcf", card("u1", "Ana", lines));
    var href = only();
    var before = show(owner, href + "/file").getContentAsString();
    var answer = send(owner, href + "/edit", typed(owner, href + "/edit", "phone0", "963 000 002"));
    assertThat(answer.getStatus()).isEqualTo(302);
    var after = show(owner, href + "/file").getContentAsString();
    assertThat(after.replaceAll("REV:.*\r\n", ""))
        .isEqualTo(
            before.replace("TEL;TYPE=work,voice:963 000 001", "TEL;TYPE=work,voice:963 000 002"));
    assertThat(text(owner, href)).contains("Phone", "As before");
    // whoever was too slow is told, and keeps what was typed
    var late = send(owner, href + "/edit", "seen", "0".repeat(64), "given", "Typed");
    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(late.getContentAsString()).contains("Typed");
    // an emptied row goes, with the label that was of it
    send(owner, href + "/edit", typed(owner, href + "/edit", "mail0", "", "phone-kind0", "home"));
    assertThat(show(owner, href + "/file").getContentAsString())
        .doesNotContain("EMAIL", "X-ABLabel")
        .contains("TEL;TYPE=home,voice", "X-OWN;P=\"a;b\":x\\,y", "ROLE:kept", ";Bajo;Calle 1");
  }

  private String only() throws Exception {
    var found = Pattern.compile(page + "/[0-9A-Za-z]{22}(?=\")").matcher(text(owner, page));
    assertThat(found.find()).isTrue();
    return found.group();
  }

  @Test
  void whatIsTakenOutComesBack() throws Exception {
    var href = added(owner, "given", "Ana", "mail0", "ana@x.es");
    var gone = send(owner, href + "/removal");
    assertThat(gone.getStatus()).isEqualTo(302);
    assertThat(show(owner, href).getStatus()).isEqualTo(404);
    assertThat(text(owner, page + "/trash")).contains("Ana", href + "/return");
    assertThat(send(owner, href + "/return").getRedirectedUrl()).isEqualTo(href);
    assertThat(text(owner, href)).contains("ana@x.es", "brought it back", "took it out");
    assertThat(send(owner, href + "/return").getStatus()).isEqualTo(404);
    send(owner, href + "/edit", typed(owner, href + "/edit", "given", "Anna"));
    var turn = Pattern.compile(href + "/turns/[0-9A-Za-z]{22}").matcher(text(owner, href));
    assertThat(turn.find()).isTrue();
    send(owner, turn.group());
    assertThat(text(owner, href)).contains("<h1>Ana</h1>");
  }

  @Test
  void twinsAreSeenSideBySideAndBecomeOneAndTwoAgain() throws Exception {
    var one =
        added(
            owner,
            "given",
            "Ana",
            "family",
            "Ruiz",
            "mail0",
            "ana@x.es",
            "phone0",
            "600 111 222",
            "note",
            "first");
    var other =
        added(
            owner,
            "given",
            "Anita",
            "mail0",
            "ANA@x.es",
            "mail1",
            "b@x.es",
            "phone0",
            "+34 600111222",
            "note",
            "second",
            "groups",
            "G");
    var pair = page + "/twins/" + id(one) + "/" + id(other);
    assertThat(text(owner, page + "/twins")).contains(pair);
    var both = text(owner, pair);
    assertThat(both).contains("Ana Ruiz", "Anita", "first", "second", "name=\"name\"");
    assertThat(send(owner, pair, "one", "x", "other", "y").getStatus()).isEqualTo(302);
    assertThat(text(owner, other)).contains("Anita");
    send(owner, pair, typed(owner, pair, "name", "other"));
    var merged = show(owner, one + "/file").getContentAsString();
    assertThat(merged)
        .contains("FN:Anita", "EMAIL:ana@x.es", "EMAIL:b@x.es", "first\\n\\nsecond", "CATEGORIES:G")
        .containsOnlyOnce("TEL");
    assertThat(show(owner, other).getStatus()).isEqualTo(404);
    assertThat(send(owner, one + "/separation").getStatus()).isEqualTo(302);
    assertThat(text(owner, one)).contains("Ana Ruiz").doesNotContain("second");
    assertThat(text(owner, other)).contains("Anita", "second");
    send(owner, pair + "/apart");
    assertThat(text(owner, page + "/twins")).doesNotContain(pair);
  }

  private static String id(String href) {
    return href.substring(href.lastIndexOf('/') + 1);
  }

  @Test
  void whoGoesHowFarIsForKeepersToSay() throws Exception {
    assertThat(show(assistant, page).getStatus()).isEqualTo(404);
    works(assistant, Area.SOCIAL);
    assertThat(text(assistant, page)).contains("no está abierta para ti");
    assertThat(show(assistant, page + "/new").getStatus()).isEqualTo(404);
    var href = added(owner, "given", "Ana");
    assertThat(show(assistant, href).getStatus()).isEqualTo(404);
    assertThat(send(assistant, page + "/rules", "social", "write").getStatus()).isEqualTo(404);
    send(owner, page + "/rules", "social", "read");
    assertThat(text(assistant, href))
        .contains("Ana")
        .doesNotContain(href + "/removal", href + "/edit");
    for (var path : new String[] {"/new", "/trash", "/twins", "/import"}) {
      assertThat(show(assistant, page + path).getStatus()).as(path).isEqualTo(404);
    }
    assertThat(send(assistant, href + "/removal").getStatus()).isEqualTo(404);
    send(owner, page + "/rules", "social", "write");
    assertThat(send(assistant, href + "/removal").getStatus()).isEqualTo(302);
    var stranger = people.client("Eva");
    assertThat(show(stranger, page).getStatus()).isEqualTo(404);
    assertThat(send(stranger, href + "/return").getStatus()).isEqualTo(404);
  }

  /** What the page does not show of an address is nobody's to take out, nor is what is too long. */
  @Test
  void whatAPageDoesNotShowOrWouldNotTakeStaysAsItIs() throws Exception {
    var note = "x".repeat(12_000);
    var lines = "ADR;TYPE=work:PO Box 12;;;;;;\nTEL;TYPE=work,fax:963 000 001\nNOTE:" + note;
    taken(owner, "a.vcf", card("u1", "Ana", lines));
    var href = only();
    var fields = typed(owner, href + "/edit", "phone0", "963 000 002 ext. 7");
    assertThat(send(owner, href + "/edit", fields).getStatus()).isEqualTo(302);
    assertThat(show(owner, href + "/file").getContentAsString().replace("\r\n ", ""))
        .contains("PO Box 12", note, "TYPE=work,fax:963 000 002 ext. 7");
    assertThat(text(owner, href)).contains("href=\"tel:963000002\"", "Fax");
    var more = typed(owner, href + "/edit", "note", note + "y");
    assertThat(send(owner, href + "/edit", more).getStatus()).isEqualTo(422);
  }

  @Test
  void aLinkWritesToTheAddressAlone() throws Exception {
    taken(owner, "a.vcf", card("u1", "Ana", "EMAIL:ana@x.es?bcc=evil@y.es&body=Hi"));
    assertThat(text(owner, only()))
        .contains("mailto:ana@x.es%3Fbcc%3Devil@y.es%26body%3DHi")
        .doesNotContain("mailto:ana@x.es?");
    assertThat(text(owner, page)).doesNotContain("mailto:ana@x.es?");
  }

  /** One line more than a card may have could not be read any more. */
  @Test
  void aContactThatIsFullIsNotMadeUnreadable() throws Exception {
    taken(owner, "a.vcf", card("u1", "Ana", "X-A:b\n".repeat(Card.MOST_LINES - 6)));
    var href = only();
    var answer = send(owner, href + "/edit", typed(owner, href + "/edit", "given", "Bea"));
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(text(owner, href)).contains("Ana").doesNotContain("Bea");
  }
}
