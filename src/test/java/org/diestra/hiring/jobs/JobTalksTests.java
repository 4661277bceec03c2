package org.diestra.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A team talks about its job; nobody else hears it. */
@HouseTest
class JobTalksTests {
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired PostedJobs posts;
  @Autowired Organisations organisations;
  private Viewer owner;
  private JobId job;

  @BeforeEach
  void aJob() {
    owner = people.client("Lucía");
    job = posts.hourly(owner);
  }

  @Test
  void whoHiresAloneIsOfferedNoTalk() throws Exception {
    assertThat(ask(owner, "/jobs/" + job).getContentAsString())
        .doesNotContain("/jobs/" + job + "/messages");
  }

  @Test
  void aTeamTalksAboutItsJobUntilSomebodyLeaves() throws Exception {
    var colleague = people.assistant("Marta");
    var business = People.organisation(owner);
    organisations.admit(business, colleague.id(), Role.MANAGER, owner.id());
    assertThat(ask(owner, "/jobs/" + job).getContentAsString())
        .contains("/jobs/" + job + "/messages");
    var talk = Objects.requireNonNull(ask(owner, "/jobs/" + job + "/messages").getRedirectedUrl());
    assertThat(say(owner, talk, "Is Rosa too dear?").getStatus()).isEqualTo(302);
    assertThat(ask(colleague, "/jobs/" + job + "/messages").getRedirectedUrl()).isEqualTo(talk);
    assertThat(ask(colleague, talk).getContentAsString())
        .contains("Is Rosa too dear?", "Tu equipo");

    for (var other : new Viewer[] {people.client("Eve"), people.assistant("Rosa")}) {
      assertThat(ask(other, "/jobs/" + job + "/messages").getStatus()).isEqualTo(404);
      assertThat(ask(other, talk).getStatus()).isEqualTo(404);
      assertThat(say(other, talk, "hello").getStatus()).isEqualTo(404);
    }
    organisations.dismiss(owner.id(), business, colleague.id());
    assertThat(ask(colleague, talk).getStatus()).isEqualTo(404);
  }

  private MockHttpServletResponse ask(Viewer viewer, String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(viewer))).andReturn().getResponse();
  }

  private MockHttpServletResponse say(Viewer viewer, String talk, String words) throws Exception {
    return mvc.perform(post(talk).with(signedIn(viewer)).with(csrf()).param("text", words))
        .andReturn()
        .getResponse();
  }
}
