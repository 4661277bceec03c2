package org.diestra.platform.timers;

import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HouseTest
class TestClockControllerTests {
  @Autowired private MockMvc mvc;
  @Autowired private Clock clock;

  @Test
  void theClockIsMovedFromOutsideAndForwardOnly() throws Exception {
    var now = clock.instant();
    var then = now.plusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
    move(then.toString())
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.now").value(startsWith(then.toString().substring(0, 15))));
    move(now.toString()).andExpect(status().isConflict());
  }

  @Test
  void whatIsNoInstantIsRefused() throws Exception {
    move("tomorrow").andExpect(status().is(422));
    mvc.perform(post("/_test/clock").contentType(MediaType.APPLICATION_JSON).content("{}"))
        .andExpect(status().is(422));
  }

  private ResultActions move(String to) throws Exception {
    return mvc.perform(
        post("/_test/clock")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"now\":\"" + to + "\"}"));
  }
}
