package org.diestra.platform.rooms;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Reads the settings of rooms. */
@Configuration(proxyBeanMethods = false)
class RoomsConfiguration {
  @Bean
  static IceServers iceServers(
      @Value("${diestra.turn-url:}") String urls, @Value("${diestra.turn-secret:}") String secret) {
    return IceServers.of(urls, secret);
  }

  @Bean
  static Elsewhere elsewhere(
      @Value("${diestra.room-url:}") String address,
      @Value("${diestra.room-key:}") String key,
      @Value("${diestra.room-secret:}") String secret,
      JsonMapper json) {
    return new Elsewhere(address.strip(), key, secret, json);
  }
}
