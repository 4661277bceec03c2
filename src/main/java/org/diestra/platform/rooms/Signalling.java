package org.diestra.platform.rooms;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Introduces the browsers in a room to each other. Who is connected is known in memory alone; who
 * was let in, and may come back without asking, stands in the database. So a restart of the house
 * costs a call nothing but its introductions: pages come back by themselves, each with a new token.
 */
@Component
class Signalling extends TextWebSocketHandler implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Signalling.class);
  private static final String LINE = "line";
  private static final Duration SILENCE = Duration.ofSeconds(45);
  private static final int SWEEP_SECONDS = 10;

  private final Map<RoomId, Call> calls = new ConcurrentHashMap<>();
  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final Door door;
  private final JsonMapper json;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("rooms-sweeper").factory());

  Signalling(Door door, JsonMapper json) {
    this.door = door;
    this.json = json;
    var _ =
        sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    var room = (RoomId) Objects.requireNonNull(session.getAttributes().get(Handshake.ROOM));
    var person = (PersonId) Objects.requireNonNull(session.getAttributes().get(Handshake.PERSON));
    var line = new Line(session, json, room, person);
    session.getAttributes().put(LINE, line);
    lines.put(session.getId(), line);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    var line = (Line) Objects.requireNonNull(session.getAttributes().get(LINE));
    if (!line.hears()) {
      line.refuse("rate");
      return;
    }
    Heard heard;
    try {
      heard = json.readValue(message.getPayload(), Heard.class);
    } catch (JacksonException nonsense) {
      line.refuse("nonsense");
      return;
    }
    Caller.person(line.person().value()).run(() -> take(line, heard));
  }

  private void take(Line line, Heard heard) {
    var member = line.member();
    if (heard.kind().equals("ping")) {
      line.say(Said.plain("pong"));
    } else if (member == null) {
      join(line, heard);
    } else {
      switch (heard.kind()) {
        case "signal" -> pass(member, heard);
        case "admit" -> admit(member, heard.who());
        case "refuse" -> refuse(member, heard.who());
        case "leave" -> leave(member);
        default -> line.refuse("nonsense");
      }
    }
  }

  /** The first word must be a token; without one there is nothing to hear here. */
  private void join(Line line, Heard heard) {
    var token = heard.kind().equals("join") ? heard.token() : null;
    var admission =
        token == null ? null : door.use(line.room(), line.person(), Token.of(token)).orElse(null);
    if (admission == null) {
      line.refuse("token");
      return;
    }
    door.arrive(admission);
    var member = Member.waiting(admission, heard.page(), line);
    if (member.host() || door.seated(line.room(), line.person())) {
      enter(member);
    } else {
      line.joined(member);
      call(line.room()).wait(member);
    }
  }

  private void enter(Member waiting) {
    var line = waiting.line();
    var member = waiting.seated(door.enter(waiting.admission()));
    line.joined(member);
    if (!call(line.room()).enter(member)) {
      door.leave(line.room(), line.person());
      line.refuse("full");
    }
  }

  private void pass(Member member, Heard heard) {
    var to = heard.who();
    var data = heard.data();
    if (to != null && data != null) {
      call(member.line().room()).pass(member, to, Said.signal(member.who(), data));
    }
  }

  private void admit(Member host, @Nullable String who) {
    if (host.host() && host.inside() && who != null) {
      call(host.line().room()).waiting(who).ifPresent(this::enter);
    }
  }

  private void refuse(Member host, @Nullable String who) {
    if (host.host() && host.inside() && who != null) {
      call(host.line().room()).waiting(who).ifPresent(m -> m.line().refuse("declined"));
    }
  }

  private void leave(Member member) {
    gone(member, "left");
    member.line().close(CloseStatus.NORMAL);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    lines.remove(session.getId());
    if (session.getAttributes().get(LINE) instanceof Line line && line.member() != null) {
      var member = Objects.requireNonNull(line.member());
      Caller.person(line.person().value()).run(() -> gone(member, "away"));
    }
  }

  private void gone(Member member, String how) {
    var room = member.line().room();
    var call = calls.get(room);
    if (call != null && call.gone(member, how)) {
      door.leave(room, member.admission().person());
    }
  }

  private Call call(RoomId room) {
    return calls.computeIfAbsent(room, id -> new Call());
  }

  /** Hangs up on browsers that have fallen silent, and on people who no longer belong there. */
  void sweep() {
    try {
      for (var line : lines.values()) {
        if (line.silentFor(SILENCE)) {
          line.close(CloseStatus.SESSION_NOT_RELIABLE);
        } else if (line.member() != null
            && Caller.house().call(() -> door.belongs(line.room(), line.person())).isEmpty()) {
          line.refuse("closed");
        }
      }
      calls.keySet().forEach(this::forget);
    } catch (RuntimeException fault) {
      log.warn("The rooms could not be looked through; they are again in a moment.", fault);
    }
  }

  /** Whoever may be about to use a call has a line to its room. */
  private void forget(RoomId room) {
    calls.computeIfPresent(
        room,
        (id, call) ->
            call.isEmpty() && lines.values().stream().noneMatch(l -> l.room().equals(id))
                ? null
                : call);
  }

  /** Every line at once, as when the house closes; the calls themselves go on. */
  void hangUp() {
    lines.values().forEach(line -> line.close(CloseStatus.SERVICE_RESTARTED));
  }

  @Override
  public void destroy() {
    sweeper.shutdownNow();
    hangUp();
  }
}
