package org.diestra.hiring.assistants;

import java.util.Set;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
import org.diestra.platform.page.SearchBox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssistantsEntries {
  @Bean
  NavEntry assistantsEntry() {
    return new NavEntry(
        "/assistants",
        "assistants.nav",
        "users-round",
        30,
        Set.of(Audience.GUEST, Audience.CLIENT, Audience.OPERATOR));
  }

  @Bean
  SearchBox assistantsSearch() {
    return new SearchBox("/assistants", "assistants.search", 20, Set.of(Audience.CLIENT));
  }
}
