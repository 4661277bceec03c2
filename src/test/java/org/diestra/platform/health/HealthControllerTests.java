package org.diestra.platform.health;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.diestra.HouseTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class HealthControllerTests {
  @Autowired private MockMvc mvc;
  @Autowired private ApplicationContext context;

  @Test
  void aGuestLearnsThatTheHouseAndItsDatabaseAreUp() throws Exception {
    mvc.perform(get("/health"))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(header().doesNotExist("Set-Cookie"))
        .andExpect(jsonPath("$.status").value("UP"))
        .andExpect(jsonPath("$.parts.db.status").value("UP"))
        .andExpect(jsonPath("$.parts.db.details").isEmpty());
  }

  @Test
  void aHouseThatIsAboutToStopSaysSo() throws Exception {
    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    try {
      mvc.perform(get("/health"))
          .andExpect(status().isServiceUnavailable())
          .andExpect(jsonPath("$.status").value("DOWN"));
    } finally {
      AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }
  }

  @Test
  void metricsAreForTheTokenAlone() throws Exception {
    mvc.perform(get("/metrics")).andExpect(status().isNotFound());
    mvc.perform(get("/metrics").header("Authorization", "Bearer wrong"))
        .andExpect(status().isNotFound());
    mvc.perform(get("/metrics").header("Authorization", "Bearer test-metrics-token"))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("jvm_memory_used_bytes")));
  }
}
