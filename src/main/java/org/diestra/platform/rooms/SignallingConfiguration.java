package org.diestra.platform.rooms;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Where browsers are introduced to each other: {@code /rooms/{id}/signal}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SignallingConfiguration implements WebSocketConfigurer {
  private final Signalling signalling;
  private final Handshake handshake;

  SignallingConfiguration(Signalling signalling, Handshake handshake) {
    this.signalling = signalling;
    this.handshake = handshake;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(signalling, "/rooms/*/signal").addInterceptors(handshake);
  }
}
