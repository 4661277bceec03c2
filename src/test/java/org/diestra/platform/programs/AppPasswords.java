package org.diestra.platform.programs;

import java.util.Base64;
import java.util.EnumSet;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Caller;
import org.springframework.stereotype.Component;

/** Connects programs for tests. */
@Component
public class AppPasswords {
  private final Programs programs;

  AppPasswords(Programs programs) {
    this.programs = programs;
  }

  /** A password that opens these parts. */
  public String of(Viewer viewer, Part... parts) {
    var opened = EnumSet.noneOf(Part.class);
    opened.addAll(java.util.List.of(parts));
    return Caller.person(viewer.id().value())
        .call(() -> programs.make(viewer.id(), "A test", opened).orFail().password().text());
  }

  /** An Authorization header for the files. */
  public String basic(Viewer viewer) {
    var sent = viewer.email() + ":" + of(viewer, Part.FILES);
    return "Basic " + Base64.getEncoder().encodeToString(sent.getBytes());
  }
}
