package org.diestra.platform.page;

import jakarta.servlet.http.HttpServletRequest;

/** Told when a visitor picks {@code light}, {@code dark} or {@code auto}. */
public interface ThemeChosen {
  void chosen(HttpServletRequest request, String theme);
}
