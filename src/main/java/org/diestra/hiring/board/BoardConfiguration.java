package org.diestra.hiring.board;

import java.util.Set;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
import org.diestra.platform.page.SearchBox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the board adds to the frame of every page. */
@Configuration(proxyBeanMethods = false)
class BoardConfiguration {
  @Bean
  static NavEntry findJobs() {
    return new NavEntry(
        "/jobs", "board.nav", "briefcase", 20, Set.of(Audience.GUEST, Audience.ASSISTANT));
  }

  @Bean
  static SearchBox searchJobs() {
    return new SearchBox("/jobs", "board.search", 20, Set.of(Audience.ASSISTANT));
  }
}
