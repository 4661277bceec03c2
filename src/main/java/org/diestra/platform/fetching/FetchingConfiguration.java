package org.diestra.platform.fetching;

import org.diestra.platform.data.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads which networks of their own an operator lets the house ask. */
@Configuration(proxyBeanMethods = false)
class FetchingConfiguration {

  @Bean
  static Fetcher fetcher(@Value("${diestra.fetch-networks:}") String opened) {
    try {
      return new Fetcher(new OpenDns(Networks.opening(opened)));
    } catch (IllegalArgumentException e) {
      throw new CannotStart("DIESTRA_FETCH_NETWORKS: " + e.getMessage());
    }
  }
}
