package org.diestra.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Told when a visitor picks a language, so that a person's choice can be kept. */
public interface LanguageChosen {
  void chosen(HttpServletRequest request, Locale locale);
}
