package org.diestra.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Knows who visits. Implemented by the module that signs people in; without it all are guests. */
public interface Chrome {
  /** Asked at most once a request; empty for a guest. */
  Optional<Who> who(HttpServletRequest request);
}
