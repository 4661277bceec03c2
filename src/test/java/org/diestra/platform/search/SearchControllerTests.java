package org.diestra.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.diestra.People.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Locale;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class SearchControllerTests {
  @Autowired private MockMvc mvc;
  @Autowired private People people;
  @Autowired private Search search;
  @Autowired private SearchHealth health;

  @Test
  void anybodyReadsTheFormulaInBothLanguages() throws Exception {
    mvc.perform(get("/ranking").locale(Locale.ENGLISH))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("half of them after 14 days")))
        .andExpect(content().string(containsString("weighs 3 times")));
    mvc.perform(get("/ranking").locale(Locale.of("es")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("la mitad a los 14 días")));
  }

  @Test
  void thePublishedPointsAreThoseThatCountAndAddUpTo100() {
    for (var kind : Kind.values()) {
      assertThat(Ranking.parts(kind))
          .extracting(Ranking.Part::percent)
          .as(kind.name())
          .satisfies(points -> assertThat(points.stream().mapToInt(p -> p).sum()).isEqualTo(100));
      var best = Entry.of(kind, Ids.fresh(), Instant.EPOCH);
      for (var signal : Ranking.Signal.values()) {
        best.signal(signal, 1);
      }
      double quality = Ranking.quality(best.build());
      assertThat(Ranking.score(kind, 1, quality, Instant.EPOCH, Instant.EPOCH)).isEqualTo(100);
    }
  }

  @Test
  void anOperatorHasANewIndexMadeAndNobodyElse() throws Exception {
    await().until(search::ready);
    var operator = people.operator("Olga");
    mvc.perform(get("/operator/search").with(signedIn(operator))).andExpect(status().isOk());

    mvc.perform(post("/operator/search/rebuild").with(signedIn(operator)).with(csrf()))
        .andExpect(redirectedUrl("/operator/search"));

    assertThat(search.ready()).isTrue();
    mvc.perform(
            post("/operator/search/rebuild").with(signedIn(people.assistant("Ana"))).with(csrf()))
        .andExpect(status().isNotFound());
  }

  @Test
  void healthTellsAboutTheIndexAndIsNeverDown() {
    await().until(search::ready);

    assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    assertThat(health.health().getDetails()).containsEntry("index", "ready");
  }
}
