package org.diestra.platform.vcard;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Cards as programs write them, well and badly. */
class CardFileTests {
  private static String card(String lines) {
    return ("BEGIN:VCARD\nVERSION:3.0\n" + lines + "\nEND:VCARD\n").replace("\n", "\r\n");
  }

  private static Card one(String text) {
    return CardFile.one(text.getBytes(UTF_8)).orFail();
  }

  private static CardFile file(byte[] bytes) {
    return CardFile.read(bytes, 100).orFail();
  }

  private static String refused(Outcome<?> outcome) {
    return outcome.fold(done -> "", Refusal::key);
  }

  @Test
  void whatIsNotChangedStaysInItsOwnBytes() {
    var text =
        card(
            "UID:1\nFN:Ana\nX-Own;P=\"a;b\":x\\,y\nitem1.EMAIL;type=INTERNET;type=pref:a@x\n .es\n"
                + "item1.X-ABLabel:_$!<Other>!$_\nNOTE:á".repeat(1));
    var card = one(text);
    assertThat(card.text()).isEqualTo(text);
    assertThat(card.line("EMAIL").orElseThrow().text()).isEqualTo("a@x.es");
    var changed = card.with(CardLine.text("FN", "Ana, Ruiz"));
    assertThat(changed.text()).isEqualTo(text.replace("FN:Ana\r\n", "FN:Ana\\, Ruiz\r\n"));
    int mail = card.lines().indexOf(card.line("EMAIL").orElseThrow());
    // the label of Apple's goes with the line it is of
    assertThat(card.without(Set.of(mail)).text()).doesNotContain("EMAIL", "X-ABLabel");
  }

  @Test
  void partsListsAndTypesAreRead() {
    var card =
        one(
            card(
                "UID:1\nN:Ruiz\\; Gil;Ana;;Dra.;\nADR;TYPE=\"work,pref\":;;Calle Mayor\\n2;València;;46001;España\n"
                    + "CATEGORIES:a\\,b,c\nTEL;HOME;VOICE:1"));
    assertThat(card.line("N").orElseThrow().parts()).startsWith("Ruiz; Gil", "Ana", "", "Dra.");
    assertThat(card.part("ADR", 2)).isEqualTo("Calle Mayor\n2");
    assertThat(card.line("ADR").orElseThrow().types()).containsExactly("work", "pref");
    assertThat(card.line("CATEGORIES").orElseThrow().list()).containsExactly("a,b", "c");
    var phone = card.line("TEL").orElseThrow();
    assertThat(phone.types()).containsExactly("home", "voice");
    assertThat(phone.typed(Set.of("home", "work"), "work").types())
        .containsExactly("work", "voice");
  }

  @Test
  void aLongLineIsFoldedAndNoCharacterIsCut() {
    var said = "ñ😀".repeat(100);
    var card = Card.fresh("1").plus(List.of(CardLine.text("NOTE", said)));
    assertThat(card.text().lines())
        .allSatisfy(l -> assertThat(l.getBytes(UTF_8)).hasSizeLessThan(76));
    assertThat(one(card.text()).text("NOTE")).isEqualTo(said);
  }

  @Test
  void phonesOfOldAreRead() {
    var old =
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Mu=C3=B1oz;Jos=\r\n=C3=A9\r\n"
            + "TEL;CELL;PREF:600\r\nPHOTO;ENCODING=BASE64;JPEG:\r\n /9j/4AAQSkZJRgABAQ==\r\n\r\nEND:VCARD\r\n";
    var card = file(old.getBytes(UTF_8)).cards().getFirst();
    assertThat(card.version()).isEqualTo("3.0");
    assertThat(card.line("N").orElseThrow().parts()).containsExactly("Muñoz", "José");
    assertThat(CardPhoto.of(card))
        .hasValueSatisfying(p -> assertThat(p.type()).isEqualTo("image/jpeg"));
    // written again it can be kept
    assertThat(refused(CardFile.one(card.bytes()))).isEmpty();
    assertThat(refused(CardFile.one(old.getBytes(UTF_8)))).isEqualTo("vcard.version");
  }

  @Test
  void otherLettersAreRead() {
    var text = card("FN:José");
    for (var letters : List.of(UTF_8, UTF_16, Charset.forName("windows-1252"))) {
      assertThat(file(text.getBytes(letters)).cards().getFirst().text("FN")).isEqualTo("José");
    }
    assertThat(file(("\uFEFF" + text).getBytes(UTF_8)).cards()).hasSize(1);
    assertThat(refused(CardFile.one(text.getBytes(Charset.forName("windows-1252")))))
        .isEqualTo("vcard.not-utf8");
  }

  @Test
  void oneBadCardSpoilsNoOther() {
    var file =
        file(
            (card("FN:A")
                    + card("FN:B\nno colon")
                    + card("FN:C")
                    + "BEGIN:VCARD\nVERSION:3.0\nFN:D")
                .getBytes(UTF_8));
    assertThat(file.cards()).extracting(c -> c.text("FN")).containsExactly("A", "C");
    assertThat(file.refused()).extracting(CardFile.Refused::name).containsExactly("B", "D");
    assertThat(file.refused())
        .extracting(r -> r.why().key())
        .containsExactly("vcard.line", "vcard.not-a-card");
    assertThat(file.refused().getFirst().line()).isEqualTo(5);
    assertThat(refused(CardFile.read("a,b\n1,2".getBytes(UTF_8), 5))).isEqualTo("vcard.none");
    assertThat(refused(CardFile.read((card("FN:A") + card("FN:B")).getBytes(UTF_8), 1)))
        .isEqualTo("vcard.many");
  }

  @Test
  void whatIsMeantToHarmTakesNoTime() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          var nested = "BEGIN:VCARD\n".repeat(50_000) + "END:VCARD\n".repeat(50_000);
          assertThat(file(nested.getBytes(UTF_8)).refused()).hasSize(1);
          var soft =
              "BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:"
                  + "=\n".repeat(400_000)
                  + "\nEND:VCARD\n";
          file(soft.getBytes(UTF_8));
          var folds = card("NOTE:" + "\n ".repeat(300_000));
          assertThat(one(folds).text("NOTE")).isEmpty();
          assertThat(refused(CardFile.one(card("A:1\n".repeat(5_000) + "B:1").getBytes(UTF_8))))
              .isEqualTo("vcard.lines");
          assertThat(refused(CardFile.one(card("A;B=\"" + ";".repeat(900_000)).getBytes(UTF_8))))
              .isEqualTo("vcard.line");
          assertThat(refused(CardFile.one(card("NOTE:" + "x".repeat(1_000_000)).getBytes(UTF_8))))
              .isEqualTo("vcard.too-large");
        });
  }

  @Test
  void aBlankBehindASoftLineEndIsText() {
    var text =
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Ana\r\nNOTE;ENCODING=QUOTED-PRINTABLE:Hola=\r\n mundo=\r\n=C3=A9\r\nEND:VCARD\r\n";
    var card = file(text.getBytes(UTF_8)).cards().getFirst();
    assertThat(card.text("NOTE")).isEqualTo("Hola mundoé");
  }

  @Test
  void aCharsetThatWritesNoPlainLettersIsNotTaken() {
    for (var name : new String[] {"UTF-16", "ISO-2022-CN", "x-JISAutoDetect", "nonsense"}) {
      var text =
          "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Ana\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=%s:caf=C3=A9\r\nEND:VCARD\r\n"
              .formatted(name);
      assertThat(file(text.getBytes(UTF_8)).cards().getFirst().text("NOTE")).isEqualTo("café");
    }
  }
}
