package org.diestra.office.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The vault as both sides have it before them. */
class VaultControllerTests extends VaultRoom {
  @Autowired private MockMvc mvc;

  private String text(Viewer viewer, String path) throws Exception {
    var answer = mvc.perform(get(path).with(signedIn(viewer))).andReturn().getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse send(Viewer viewer, String path, String... fields)
      throws Exception {
    var request = post(path).with(signedIn(viewer)).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  private String vaultPath() {
    return "/w/" + room + "/vault";
  }

  @Test
  void whatIsTypedIsKeptSealedAndShownWhenAskedFor() throws Exception {
    assertThat(text(owner, vaultPath())).contains("vault/new", "vault/import");
    var wrong =
        send(
            owner,
            vaultPath() + "/new",
            "kind",
            "login",
            "name",
            "",
            "area",
            "admin",
            "username",
            "ana",
            "codes",
            "1");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString()).contains("name-why", "codes-why", "ana");
    var added =
        send(
            owner,
            vaultPath() + "/new",
            "kind",
            "login",
            "name",
            "Mail",
            "area",
            "admin",
            "username",
            "ana",
            "password",
            PASSWORD,
            "masked",
            "true");
    assertThat(added.getStatus()).isEqualTo(302);
    var href = String.valueOf(added.getRedirectedUrl());
    assertThat(text(owner, href)).contains("ana").doesNotContain(PASSWORD.strip());
    assertThat(text(rosa, vaultPath())).contains("Mail").doesNotContain("vault/import");
    var shown = send(owner, href + "/opening", "field", "password").getContentAsString();
    assertThat(shown).contains("<span class=\"vault-secret \">" + PASSWORD);
    var fetched = send(rosa, href + "/opening", "field", "password").getContentAsString();
    assertThat(fetched)
        .contains("data-copy=\"" + PASSWORD + "\"")
        .doesNotContain("<span class=\"vault-secret");
    assertThat(send(owner, href + "/opening", "field", "codes").getStatus()).isEqualTo(404);
  }

  @Test
  void onAChangeWhatIsLeftEmptyStays() throws Exception {
    var mail = login("Mail");
    var href = mail.href();
    assertThat(text(owner, href + "/edit")).doesNotContain(PASSWORD.strip());
    var changed =
        send(
            owner,
            href + "/edit",
            "seen",
            "1",
            "name",
            "Post",
            "area",
            "admin",
            "username",
            "eva",
            "forget",
            "codes");
    assertThat(changed.getStatus()).isEqualTo(302);
    assertThat(opened(owner, mail)).isEqualTo(PASSWORD);
    assertThat(as(owner, () -> vault.known(pass(owner), mail.id())).holds(Field.CODES)).isFalse();
    assertThat(send(owner, href + "/edit", "seen", "1", "name", "P", "area", "admin").getStatus())
        .isEqualTo(409);
  }

  @Test
  void keepersSeeWhoReachesWhat() throws Exception {
    var mail = login("Mail");
    login("Hotels", Area.TRAVEL, false, false);
    opened(rosa, mail);
    var register = text(owner, vaultPath() + "/register");
    assertThat(register).contains("Rosa", "Lucía");
    assertThat(
            mvc.perform(get(vaultPath() + "/register").with(signedIn(rosa)))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(404);
  }
}
