package org.diestra.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.mail.LastMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class SignUpTests {
  private static final String PASSWORD = "cuatro mesas verdes lentas";
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;
  @Autowired People people;

  @Test
  void nothingExistsBeforeTheAddressIsConfirmed() throws Exception {
    var email = UUID.randomUUID() + "@example.org";
    var answer = signUp(email, PASSWORD, "client");
    assertThat(answer.getRedirectedUrl()).isEqualTo("/signup/sent");
    assertThat(accounts.byEmail(new EmailAddress(email))).isEmpty();

    var link = LastMail.to(jdbc, email).orElseThrow().link("/signup/confirm/");
    assertThat(mvc.perform(get(link)).andReturn().getResponse().getStatus()).isEqualTo(200);
    assertThat(accounts.byEmail(new EmailAddress(email))).isEmpty();

    var confirmed = mvc.perform(post(link).with(csrf())).andReturn().getResponse();
    assertThat(confirmed.getRedirectedUrl()).isEqualTo("/home");
    var viewer = accounts.byEmail(new EmailAddress(email)).flatMap(accounts::viewer).orElseThrow();
    assertThat(viewer.memberships()).singleElement().matches(m -> m.name().equals("Librería Lee"));
    assertThat(viewer.assistant()).isFalse();
  }

  @Test
  void whoeverIsInvitedToATeamChoosesNoSideAndComesBackToTheInvitation() throws Exception {
    var email = UUID.randomUUID() + "@example.org";
    var invited = "/invitations/some-token";
    var page =
        mvc.perform(get("/signup").param("as", "member").param("next", invited))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).doesNotContain("type=\"radio\"", "name=\"organisation\"");
    mvc.perform(
        post("/signup")
            .param("as", "member")
            .param("next", invited)
            .param("name", "Gema Ruiz")
            .param("email", email)
            .param("password", PASSWORD)
            .with(csrf()));
    var link = LastMail.to(jdbc, email).orElseThrow().link("/signup/confirm/");
    var confirmed = mvc.perform(post(link).with(csrf())).andReturn().getResponse();
    assertThat(confirmed.getRedirectedUrl()).isEqualTo(invited);
    var viewer = accounts.byEmail(new EmailAddress(email)).flatMap(accounts::viewer).orElseThrow();
    assertThat(viewer.assistant()).isFalse();
    assertThat(viewer.memberships()).isEmpty();
  }

  @Test
  void nobodyIsAMemberOfNothing() throws Exception {
    var answer = signUp(UUID.randomUUID() + "@example.org", PASSWORD, "member");
    assertThat(answer.getStatus()).isEqualTo(422);
  }

  @Test
  void aLinkWorksOnce() throws Exception {
    var email = UUID.randomUUID() + "@example.org";
    signUp(email, PASSWORD, "assistant");
    var link = LastMail.to(jdbc, email).orElseThrow().link("/signup/confirm/");
    mvc.perform(post(link).with(csrf()));
    var again = mvc.perform(post(link).with(csrf())).andReturn().getResponse();
    assertThat(again.getRedirectedUrl()).isNull();
    assertThat(again.getContentAsString()).contains("/login");
  }

  @Test
  void aKnownAddressIsAnsweredAlikeAndTheOwnerIsTold() throws Exception {
    var ana = people.client("Ana");
    var answer = signUp(ana.email(), PASSWORD, "client");
    assertThat(answer.getRedirectedUrl()).isEqualTo("/signup/sent");
    var mail = LastMail.to(jdbc, ana.email()).orElseThrow();
    assertThat(mail.link("/login")).isEqualTo("/login");
    assertThat(mail.text()).doesNotContain("/signup/confirm/");
  }

  @Test
  void aMistakeStandsAtItsFieldAndNothingTypedIsLost() throws Exception {
    var answer = signUp("nobody", "short", "client");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(
            "value=\"nobody\"", "value=\"Librería Lee\"", "id=\"email-why\"", "id=\"password-why\"")
        .doesNotContain("value=\"short\"");
  }

  @Test
  void aResetEndsEverySessionAndTellsTheOwner() throws Exception {
    var ana = people.client("Ana");
    mvc.perform(post("/reset").param("email", ana.email()).with(csrf()));
    var link = LastMail.to(jdbc, ana.email()).orElseThrow().link("/reset/");
    var differs =
        mvc.perform(post(link).param("password", PASSWORD).param("again", "x").with(csrf()))
            .andReturn();
    assertThat(differs.getResponse().getStatus()).isEqualTo(422);
    var done =
        mvc.perform(post(link).param("password", PASSWORD).param("again", PASSWORD).with(csrf()))
            .andReturn();
    assertThat(done.getResponse().getRedirectedUrl()).isEqualTo("/login");
    assertThat(LastMail.to(jdbc, ana.email()).orElseThrow().kind()).isEqualTo("signin.changed");
    assertThat(mvc.perform(get(link)).andReturn().getResponse().getContentAsString())
        .doesNotContain("name=\"password\"");
  }

  @Test
  void aResetForNobodySaysTheSame() throws Exception {
    var email = UUID.randomUUID() + "@example.org";
    var answer = mvc.perform(post("/reset").param("email", email).with(csrf())).andReturn();
    assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/reset/sent");
    assertThat(LastMail.to(jdbc, email)).isEmpty();
  }

  private MockHttpServletResponse signUp(String email, String password, String as)
      throws Exception {
    return mvc.perform(
            post("/signup")
                .param("as", as)
                .param("name", "Lucía Ferrer")
                .param("organisation", "Librería Lee")
                .param("email", email)
                .param("password", password)
                .with(csrf()))
        .andReturn()
        .getResponse();
  }
}
