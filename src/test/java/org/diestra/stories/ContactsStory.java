package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.programs.AppPasswords;
import org.diestra.platform.programs.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A contact that stands in a book twice: once from a browser, once from a phone. */
@Tag("browser")
@HouseTest
class ContactsStory extends Story {
  @Autowired AppPasswords passwords;
  @Autowired Workspaces workspaces;

  @ParameterizedTest
  @EnumSource(names = "SPANISH")
  void whatAPhoneAddsTwiceBecomesOneContact(Way way) throws Exception {
    var owner = client(way, "Lucía");
    var room = workspaces.open(People.organisation(owner));
    var lucia = window(way, owner);
    lucia.open("/w/" + room + "/contacts/new");
    lucia.fill("given", "Begoña");
    lucia.fill("family", "Ñíguez");
    lucia.fill("mail0", "bego@papelera.example");
    lucia.act("form.card .actions .button.main", "contacts.added");
    var key =
        Base64.getEncoder()
            .encodeToString(
                (owner.email() + ":" + passwords.of(owner, Part.CONTACTS))
                    .getBytes(StandardCharsets.UTF_8));
    var card =
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:p\r\nN:;Bego;;;\r\nFN:Bego\r\nTEL;TYPE=cell:600112233\r\n"
            + "EMAIL:bego@papelera.example\r\nEND:VCARD\r\n";
    var put =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/dav/contacts/%s/%s/p.vcf"
                        .formatted(port, owner.id(), room)))
            .header("Authorization", "Basic " + key)
            .PUT(BodyPublishers.ofString(card))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(put, BodyHandlers.discarding()).statusCode()).isEqualTo(201);
    }
    lucia.open("/w/" + room + "/contacts/twins");
    lucia.press("a.button.main");
    lucia.act("form.card .actions .button.main", "contacts.merged");
    assertThat(lucia.text("main")).contains("Begoña Ñíguez", "600112233");
    lucia.open("/w/" + room + "/contacts?q=niguez");
    assertThat(lucia.text("main")).contains("Begoña Ñíguez");
  }
}
