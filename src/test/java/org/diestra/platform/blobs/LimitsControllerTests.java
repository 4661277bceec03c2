package org.diestra.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.diestra.HouseTest;
import org.diestra.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class LimitsControllerTests {
  @Autowired private MockMvc mvc;
  @Autowired private People people;
  @Autowired private Limits limits;

  @Test
  void anOperatorSeesWhatMayBeBrought() throws Exception {
    mvc.perform(get("/operator/files").with(signedIn(people.operator("Olga"))))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Work samples")))
        .andExpect(content().string(containsString("href=\"/operator/files/sample\"")));
  }

  @Test
  void anOperatorChangesALimit() throws Exception {
    var before = limits.of(Purpose.ATTACHMENT);
    try {
      mvc.perform(
              post("/operator/files/attachment")
                  .with(signedIn(people.operator("Olga")))
                  .with(csrf())
                  .param("megabytes", "7")
                  .param("kinds", "PDF", "TEXT"))
          .andExpect(redirectedUrl("/operator/files"));

      assertThat(limits.of(Purpose.ATTACHMENT))
          .isEqualTo(new Limit(Purpose.ATTACHMENT, 7_000_000, Set.of(Kind.PDF, Kind.TEXT)));
    } finally {
      limits.change(Purpose.ATTACHMENT, before.maxBytes(), before.kinds()).orFail();
    }
  }

  @Test
  void whatCannotBeIsSaidAtItsFieldAndKept() throws Exception {
    mvc.perform(
            post("/operator/files/sample")
                .with(signedIn(people.operator("Olga")))
                .with(csrf())
                .param("megabytes", "5000"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("value=\"5000\"")))
        .andExpect(content().string(containsString("id=\"megabytes-why\"")))
        .andExpect(content().string(containsString("id=\"kinds-why\"")));
  }

  @Test
  void forOthersItIsNotThere() throws Exception {
    mvc.perform(get("/operator/files").with(signedIn(people.client("Clara"))))
        .andExpect(status().isNotFound());
    mvc.perform(get("/operator/files/nothing").with(signedIn(people.operator("Olga"))))
        .andExpect(status().isNotFound());
  }
}
