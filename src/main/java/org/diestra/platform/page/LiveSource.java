package org.diestra.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Says that pages can be told of changes: with such a bean, each page of a signed-in person has a
 * line to the house.
 */
public interface LiveSource {
  /** The line's address for this page; empty where it needs none. */
  Optional<String> href(HttpServletRequest request);

  /** The module script that holds the line, by its path. */
  String script();
}
