package org.diestra.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class InvitingTests {
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Posts posts;
  @Autowired Inviting inviting;
  @Autowired Acquaintances acquaintances;
  @Autowired Life life;
  @Autowired JdbcClient jdbc;
  private Viewer client;
  private Viewer ana;

  @BeforeEach
  void people() {
    client = people.client("Lucía");
    ana = people.assistant("Ana");
    acquaintances.add(ana);
  }

  @Test
  void anInvitationIsToldOnceHoweverOftenItIsSent() {
    var id = posts.open(client);
    inviting.invite(client, id, ana.id()).orFail();
    inviting.invite(client, id, ana.id()).orFail();
    assertThat(told(id)).isEqualTo(1);
    assertThat(inviting.invited(id)).extracting(c -> c.name()).containsExactly("Ana");
  }

  @Test
  void whoeverIsInvitedSeesItOnTheJobsPage() throws Exception {
    var id = posts.open(client);
    inviting.invite(client, id, ana.id()).orFail();
    var page = mvc.perform(get("/jobs/" + id).with(signedIn(ana))).andReturn().getResponse();
    assertThat(page.getContentAsString())
        .contains("A Lucía &amp; Co le gustaría recibir tu propuesta");
  }

  @Test
  void aHandleWithAnAtIsForgivenAndAnUnknownOneKept() throws Exception {
    var id = posts.open(client);
    assertThat(send(id, "@" + Acquaintances.handle(ana.id()))).isEqualTo(302);
    var wrong =
        mvc.perform(
                post("/jobs/" + id + "/invitations")
                    .param("handle", "nobody-here")
                    .with(signedIn(client))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString())
        .contains("value=\"nobody-here\"", "Nobody has this handle");
  }

  @Test
  void twentyAreEnough() {
    var id = posts.open(client);
    for (int i = 0; i < 20; i++) {
      inviting.invite(client, id, acquaintances.add(people.assistant("Nr " + i))).orFail();
    }
    assertThat(inviting.invite(client, id, ana.id()).fold(done -> "", Refusal::key))
        .isEqualTo("jobs.invite.many");
  }

  @Test
  void nobodyInvitesToAPausedJobOrToSomebodyElses() {
    var id = posts.open(client);
    life.pause(client, id).orFail();
    assertThat(inviting.invite(client, id, ana.id()).fold(done -> "", Refusal::key))
        .isEqualTo("jobs.impossible.paused");
    var stranger = people.client("Other");
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> inviting.invite(stranger, id, ana.id()));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> inviting.invite(stranger, id, "whoever"));
  }

  @Test
  void aProfileOffersTheClientsOpenJobs() throws Exception {
    var open = posts.open(client);
    var done = posts.open(client);
    inviting.invite(client, done, ana.id()).orFail();
    assertThat(inviting.choices(client, ana.id()))
        .extracting(Inviting.Choice::id, Inviting.Choice::invited)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(open, false),
            org.assertj.core.groups.Tuple.tuple(done, true));
    var fragment =
        mvc.perform(
                get("/jobs/invite")
                    .param("person", ana.id().toString())
                    .header("HX-Request", "true")
                    .with(signedIn(client)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(fragment).contains(posts.inForce(open).title()).doesNotContain("<html");
  }

  private int send(JobId id, String handle) throws Exception {
    return mvc.perform(
            post("/jobs/" + id + "/invitations")
                .param("handle", handle)
                .with(signedIn(client))
                .with(csrf()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private int told(JobId id) {
    return jdbc.sql(
            "select count(*) from notifications.notice where recipient = :ana and href = :href")
        .param("ana", ana.id().value())
        .param("href", "/jobs/" + id)
        .query(Integer.class)
        .single();
  }
}
