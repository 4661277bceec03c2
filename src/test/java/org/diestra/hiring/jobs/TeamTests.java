package org.diestra.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;

import org.diestra.HouseTest;
import org.diestra.OnStage;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.demo.Cast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** An approver acts for the business, but hires for nobody. */
@HouseTest
@Transactional
class TeamTests {
  @Autowired MockMvc mvc;
  @Autowired OnStage stage;
  private Viewer approver;

  @BeforeEach
  void people() {
    approver = stage.play().viewer(Cast.ACCOUNTANT);
  }

  @Test
  void whoApprovesIsToldWhoPostsJobsAndIsNotAskedToPostOne() throws Exception {
    for (var path : new String[] {"/jobs/mine", "/jobs/new"}) {
      assertThat(body(path)).as(path).contains("En Librería El Faro publican encargos");
    }
    assertThat(body("/home")).doesNotContain("href=\"/jobs/new\"");
  }

  @Test
  void whoApprovesIsShownNoWayToJobsNorPromisedBids() throws Exception {
    assertThat(body("/home"))
        .contains("las entregas y horas que esperan tu decisión")
        .doesNotContain("href=\"/jobs/mine\"", "las propuestas");
    assertThat(body("/notifications/settings")).doesNotContain("proposals:arrived");
  }

  private String body(String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(path).with(signedIn(approver)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
