package org.diestra.platform.factors;

import java.util.List;
import org.diestra.platform.sessions.Trail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FactorsConfiguration {

  @Bean
  static Trail factorTrail() {
    return new Trail(
        "factors",
        "factors.activity.",
        List.of(
            "passkey-added",
            "passkey-renamed",
            "passkey-removed",
            "codes-on",
            "codes-off",
            "recovery-renewed",
            "recovery-used",
            "wrong-code"));
  }
}
