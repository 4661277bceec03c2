package org.diestra.platform.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Guests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /live}: the line to a tab of the signed-in person, as server-sent events. */
@Controller
class LiveController {
  private final Switchboard switchboard;
  private final LiveStore store;

  LiveController(Switchboard switchboard, LiveStore store) {
    this.switchboard = switchboard;
    this.store = store;
  }

  /**
   * Open to guests as far as being told not to come again: 204 is the one answer after which a
   * browser does not (HTML, section 9.2.1), as a redirect to the sign-in would be no stream.
   *
   * @param after the number up to which the page knows, for its first line
   * @param last the same of a line that broke, which the browser names by itself
   */
  @Guests
  @GetMapping("/live")
  void open(
      @Nullable Viewer viewer,
      @RequestParam @Nullable String after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var session = request.getSession(false);
    if (viewer == null || session == null) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return;
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // for a proxy that would keep it back
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    var known = number(last == null ? after : last);
    var line =
        new Stream(
            viewer.id(),
            session.getId(),
            known == null ? store.last(viewer.id()) : known,
            switchboard::disconnect);
    if (switchboard.connect(line)) {
      begin(line, request);
    } else {
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
  }

  private void begin(Stream line, HttpServletRequest request) throws IOException {
    boolean begun = false;
    try {
      line.begin(request.startAsync());
      begun = true;
    } finally {
      if (!begun) {
        switchboard.disconnect(line);
      }
    }
  }

  private static @Nullable Long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }
}
