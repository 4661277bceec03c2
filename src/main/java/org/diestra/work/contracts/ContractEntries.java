package org.diestra.work.contracts;

import java.util.EnumSet;
import java.util.Set;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.FooterEntry;
import org.diestra.platform.page.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContractEntries {
  @Bean
  NavEntry contractsEntry() {
    Set<Audience> sides = EnumSet.of(Audience.CLIENT, Audience.ASSISTANT);
    return new NavEntry("/contracts", "contracts.nav", "signature", 50, sides).holding("/offers");
  }

  /** Whoever is shown a contract need not have an account to learn whether it is genuine. */
  @Bean
  static FooterEntry verifyEntry() {
    return new FooterEntry("/verify", "contracts.verify.title", 50);
  }
}
