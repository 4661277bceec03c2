package org.diestra.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class SignInTests {
  private static final String PASSWORD = "cuatro mesas verdes lentas";
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Passwords passwords;
  @Autowired TransactionTemplate transaction;

  @Test
  void theRightPasswordOpensASessionAndLeadsOn() throws Exception {
    var ana = withPassword("Ana");
    var answer = login(ana.email(), PASSWORD, "192.0.2.1");
    assertThat(answer.getResponse().getStatus()).isEqualTo(302);
    assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/home");
    assertThat(answer.getResponse().getCookie("known")).isNotNull();
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAnswerAlike() throws Exception {
    var ana = withPassword("Ana");
    var wrong = login(ana.email(), "something else entirely", "192.0.2.2");
    var unknown = login("nobody@example.net", "something else entirely", "192.0.2.2");
    assertThat(wrong.getResponse().getStatus()).isEqualTo(422);
    assertThat(unknown.getResponse().getStatus()).isEqualTo(422);
    assertThat(body(wrong, ana.email())).isEqualTo(body(unknown, "nobody@example.net"));
  }

  @Test
  void aStrangersGuessesDontLockOutAKnownBrowser() throws Exception {
    var ana = withPassword("Ana");
    var known =
        Objects.requireNonNull(
            login(ana.email(), PASSWORD, "192.0.2.3").getResponse().getCookie("known"));
    int last = 0;
    for (int i = 0; i < 12; i++) {
      last = login(ana.email(), "guess number " + i, "192.0.2.4").getResponse().getStatus();
    }
    assertThat(last).isEqualTo(429);
    assertThat(login(ana.email(), PASSWORD, "192.0.2.5").getResponse().getStatus()).isEqualTo(429);
    assertThat(login(ana.email(), PASSWORD, "192.0.2.3", known).getResponse().getStatus())
        .isEqualTo(302);
  }

  @Test
  void aPageForSignedInPeopleLeadsToTheSignInAndBack() throws Exception {
    var answer = mvc.perform(get("/settings?x=1")).andReturn().getResponse();
    assertThat(answer.getRedirectedUrl()).isEqualTo("/login?next=%2Fsettings%3Fx%3D1");
    assertThat(
            mvc.perform(get("/settings").with(signedIn(withPassword("Ana"))))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(200);
  }

  @Test
  void nextLeadsNowhereElse() throws Exception {
    var ana = withPassword("Ana");
    var answer =
        mvc.perform(
                post("/login")
                    .param("email", ana.email())
                    .param("password", PASSWORD)
                    .param("next", "//evil.example/")
                    .with(csrf()))
            .andReturn();
    assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/");
  }

  @Test
  void withoutItsTokenAFormIsRefused() throws Exception {
    assertThat(
            mvc.perform(post("/login").param("email", "a@b.es"))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(403);
  }

  private Viewer withPassword(String name) {
    var viewer = people.client(name);
    transaction.executeWithoutResult(tx -> passwords.set(viewer.id(), passwords.hash(PASSWORD)));
    return viewer;
  }

  private MvcResult login(String email, String password, String address, Cookie... cookies)
      throws Exception {
    var request =
        post("/login")
            .param("email", email)
            .param("password", password)
            .with(csrf())
            .with(r -> {
              r.setRemoteAddr(address);
              return r;
            });
    if (cookies.length > 0) {
      request.cookie(cookies);
    }
    return mvc.perform(request).andReturn();
  }

  private static String body(MvcResult result, String email) throws Exception {
    return result
        .getResponse()
        .getContentAsString()
        .replace(email, "")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
        .replaceAll("data-passkey=\"[^\"]*\"", "");
  }
}
