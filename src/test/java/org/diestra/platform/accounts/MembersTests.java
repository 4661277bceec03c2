package org.diestra.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.organisation;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.mail.LastMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class MembersTests {
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;

  @Test
  void aColleagueJoinsByTheInvitationSentToThatAddress() throws Exception {
    var owner = people.client("Lucía");
    var colleague = people.assistant("Pere");
    assertThat(invite(owner, owner, colleague.email(), "APPROVER").getStatus()).isEqualTo(302);
    var link = LastMail.to(jdbc, colleague.email()).orElseThrow().link("/invitations/");

    assertThat(answer(link, people.assistant("Nadie")).getStatus()).isEqualTo(409);
    assertThat(answer(link, colleague).getRedirectedUrl()).isEqualTo("/home");
    var viewer = accounts.viewer(colleague.id()).orElseThrow();
    assertThat(viewer.memberOf(organisation(owner)).orElseThrow().role()).isEqualTo(Role.APPROVER);
    assertThat(viewer.hiresFor(organisation(owner))).isFalse();
    assertThat(answer(link, colleague).getStatus()).isEqualTo(404);
  }

  @Test
  void onlyOwnersInvite() throws Exception {
    var owner = people.client("Lucía");
    var manager = people.assistant("Marta");
    organisations.admit(organisation(owner), manager.id(), Role.MANAGER, owner.id());
    for (var other : new Viewer[] {manager, people.client("Otra")}) {
      assertThat(invite(other, owner, "x@example.org", "MANAGER").getStatus()).isEqualTo(404);
    }
  }

  @Test
  void theLastOwnerStays() {
    var owner = people.client("Lucía");
    assertThat(organisations.dismiss(owner.id(), organisation(owner), owner.id()))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(organisations.assign(owner.id(), organisation(owner), owner.id(), Role.MANAGER))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aBusinessIsNowhereForOthers() throws Exception {
    var page = "/settings/business/" + organisation(people.client("Lucía"));
    var answer = mvc.perform(get(page).with(signedIn(people.client("Otra")))).andReturn();
    assertThat(answer.getResponse().getStatus()).isEqualTo(404);
  }

  private MockHttpServletResponse invite(Viewer by, Viewer owner, String email, String role)
      throws Exception {
    return mvc.perform(
            post("/settings/business/" + organisation(owner) + "/invitations")
                .param("email", email)
                .param("role", role)
                .with(signedIn(by))
                .with(csrf()))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse answer(String link, Viewer viewer) throws Exception {
    return mvc.perform(post(link).with(signedIn(viewer)).with(csrf())).andReturn().getResponse();
  }
}
