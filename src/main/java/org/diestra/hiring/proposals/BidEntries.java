package org.diestra.hiring.proposals;

import java.util.Set;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BidEntries {
  @Bean
  NavEntry bidsEntry() {
    return new NavEntry("/bids", "proposals.nav", "send", 40, Set.of(Audience.ASSISTANT))
        .holding("/interviews", "/tryouts", "/trials");
  }
}
