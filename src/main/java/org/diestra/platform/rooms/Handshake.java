package org.diestra.platform.rooms;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.accounts.Viewers;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Opens a socket only for a signed-in person, from a page of this house: a browser sends the
 * session's cookie from any page, so the Origin must be there and be ours (RFC 6455, section 10.2).
 */
@Component
class Handshake implements HandshakeInterceptor {
  static final String PERSON = "person";
  static final String ROOM = "room";
  private static final Pattern PATH = Pattern.compile("/rooms/([0-9A-Za-z]{22})/signal");

  private final Viewers viewers;

  Handshake(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    if (request.getHeaders().getOrigin() == null || !WebUtils.isSameOrigin(request)) {
      response.setStatusCode(HttpStatus.FORBIDDEN);
      return false;
    }
    var room = room(request);
    var person = person(request);
    if (person == null || room.isEmpty()) {
      response.setStatusCode(person == null ? HttpStatus.UNAUTHORIZED : HttpStatus.NOT_FOUND);
      return false;
    }
    attributes.put(PERSON, person);
    attributes.put(ROOM, new RoomId(room.get()));
    return true;
  }

  private static Optional<UUID> room(ServerHttpRequest request) {
    var path = PATH.matcher(String.valueOf(request.getURI().getPath()));
    return path.matches() ? Ids.read(String.valueOf(path.group(1))) : Optional.empty();
  }

  private @Nullable PersonId person(ServerHttpRequest request) {
    return request instanceof ServletServerHttpRequest servlet
        ? viewers.of(servlet.getServletRequest()).map(Viewer::id).orElse(null)
        : null;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {
    // the socket speaks for itself from here on
  }
}
