package org.diestra.platform.fetching;

import org.diestra.platform.data.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads which networks of their own an operator lets the house ask. */
@Configuration(proxyBeanMethods = false)
class FetchingConfiguration {

  @Bean
  static OpenDns openDns(@Value("${diestra.fetch-networks:}") String opened) {
    try {
      return new OpenDns(Networks.opening(opened));
    } catch (IllegalArgumentException e) {
      throw new CannotStart("DIESTRA_FETCH_NETWORKS: " + e.getMessage());
    }
  }

  @Bean
  static Fetcher fetcher(OpenDns names) {
    return new Fetcher(names);
  }

  @Bean
  static Sender sender(OpenDns names) {
    return new Sender(names);
  }
}
