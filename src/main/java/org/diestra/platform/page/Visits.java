package org.diestra.platform.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Finds out about the visitor, once a request. Also what Spring asks for a request's locale. */
@Component("localeResolver")
class Visits implements LocaleResolver {
  private static final String KNOWN = Visits.class.getName();
  private final ObjectProvider<Chrome> chrome;
  private volatile @Nullable Chrome found;

  Visits(ObjectProvider<Chrome> chrome) {
    this.chrome = chrome;
  }

  Visit of(HttpServletRequest request) {
    if (request.getAttribute(KNOWN) instanceof Visit known) {
      return known;
    }
    var person = who(request);
    var visit =
        person.isPresent() ? Visit.of(person.get(), Locales.theme(request)) : guest(request);
    request.setAttribute(KNOWN, visit);
    return visit;
  }

  /** Whether people can sign in at all. */
  boolean canSignIn() {
    return chrome() != null;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return of(request).locale();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("a language is chosen at /language/{lang}");
  }

  private Optional<Who> who(HttpServletRequest request) {
    var known = chrome();
    if (known == null) {
      return Optional.empty();
    }
    try {
      return known.who(request);
    } catch (RuntimeException fault) {
      if (request.getDispatcherType() != DispatcherType.ERROR) {
        throw fault;
      }
      // An error page must appear even while the database can't say who visits.
      LoggerFactory.getLogger(Visits.class).warn("an error page is shown as to a guest", fault);
      return Optional.empty();
    }
  }

  /** Looking for a bean takes longer than asking it. */
  private @Nullable Chrome chrome() {
    var known = found;
    if (known == null) {
      known = chrome.getIfAvailable();
      found = known;
    }
    return known;
  }

  private static Visit guest(HttpServletRequest request) {
    return new Visit(
        Optional.empty(), Locales.of(request), Locales.zone(request), Locales.theme(request));
  }
}
