package org.diestra.operator.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.jobs.PostedJobs;
import org.diestra.hiring.talent.Assistants;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Suspensions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What follows a suspension once it is committed. */
@HouseTest
class SuspensionTests {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired PostedJobs jobs;
  @Autowired Assistants assistants;
  @Autowired Suspensions suspensions;
  @Autowired JdbcClient jdbc;

  @Test
  void theJobsOfABusinessWithoutAnotherOwnerAreHiddenAndComeBack() {
    var operator = people.operator("Olga").id();
    var client = people.client("Claudia");
    var job = "/jobs/" + jobs.hourly(client);
    assertThat(status(job)).isEqualTo(200);
    suspensions.suspend(client.id(), "Two accounts", operator).orFail();
    await().atMost(SOON).until(() -> status(job) == 404);
    suspensions.restore(client.id(), operator).orFail();
    await().atMost(SOON).until(() -> status(job) == 200);
  }

  @Test
  void theProfileIsHiddenAndComesBack() {
    var operator = people.operator("Olga").id();
    var person = assistants.published("Prudencia").id();
    var page = "/assistants/" + handle(person);
    assertThat(status(page)).isEqualTo(200);
    suspensions.suspend(person, "Two accounts", operator).orFail();
    await().atMost(SOON).until(() -> status(page) == 404);
    suspensions.restore(person, operator).orFail();
    await().atMost(SOON).until(() -> status(page) == 200);
  }

  private int status(String path) {
    try {
      return mvc.perform(get(path)).andReturn().getResponse().getStatus();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private String handle(PersonId person) {
    return jdbc.sql("select handle from talent.profile where person = :person")
        .param("person", person.value())
        .query(String.class)
        .single();
  }
}
