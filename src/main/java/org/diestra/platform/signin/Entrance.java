package org.diestra.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.page.LocalPath;
import org.diestra.platform.sessions.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody in who has proved who they are, and remembers the browser. */
@Service
public class Entrance {
  private final Sessions sessions;
  private final Devices devices;

  Entrance(Sessions sessions, Devices devices) {
    this.sessions = sessions;
    this.devices = devices;
  }

  /**
   * @param way how they proved it: one word for the record
   */
  @Transactional
  public void admit(
      HttpServletRequest request, HttpServletResponse response, PersonId person, String way) {
    sessions.begin(request, response, person, way);
    devices.remember(request, response, person);
  }

  /** Where they wanted to go, if that is one of our own pages; home if they did not say. */
  public static String onward(@Nullable String next) {
    return next == null || next.isBlank() ? "/home" : LocalPath.orHome(next);
  }
}
