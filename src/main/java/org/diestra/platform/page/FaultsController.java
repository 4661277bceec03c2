package org.diestra.platform.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page for whatever went wrong: what happened and what to do next. Programs get a problem
 * document (RFC 9457), htmx a fragment.
 */
@Guests
@Controller
class FaultsController implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(FaultsController.class);
  private static final Set<Integer> EXPLAINED =
      Set.of(400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503);
  private final Words words;
  private final Visits visits;

  FaultsController(Words words, Visits visits) {
    this.words = words;
    this.visits = visits;
  }

  @RequestMapping("/error")
  Object fault(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    var reference = status >= 500 ? logged(request) : null;
    if (wantsDocument(request)) {
      return document(request, status, reference);
    }
    var page =
        new ModelAndView(
            Pages.wantsFragment(request) ? "_fault" : "fault", HttpStatusCode.valueOf(status));
    page.addObject("status", status);
    page.addObject("key", key(status));
    page.addObject("reference", reference);
    return page;
  }

  private ResponseEntity<ProblemDetail> document(
      HttpServletRequest request, int status, @Nullable String reference) {
    var locale = visits.of(request).locale();
    var problem = ProblemDetail.forStatus(status);
    problem.setTitle(words.of(locale, key(status) + ".title"));
    problem.setDetail(words.of(locale, key(status) + ".text"));
    if (reference != null) {
      problem.setInstance(URI.create("urn:diestra:fault:" + reference));
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String key(int status) {
    if (EXPLAINED.contains(status)) {
      return "page.fault." + status;
    }
    return status >= 500 ? "page.fault.500" : "page.fault.400";
  }

  /** The reader can name the reference; the log has the rest under it. */
  private static String logged(HttpServletRequest request) {
    var reference = Ids.text(Ids.fresh()).substring(12);
    LOG.error(
        "fault {} at {} {}",
        reference,
        request.getMethod(),
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
        (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    return reference;
  }

  private static boolean wantsDocument(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        && path.startsWith("/api/")) {
      return true;
    }
    var accept = request.getHeader("Accept");
    return accept != null && accept.contains("json") && !accept.contains("text/html");
  }
}
