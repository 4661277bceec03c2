package org.diestra.platform.page;

import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Renders templates, and gives controllers the one way to show a form again. */
@Component
public class Pages {
  private static final String PROBLEMS = "problems";
  private final TemplateEngine engine;
  private final Words words;
  private final Clock clock;
  private final Frame frame;
  private final Visits visits;

  Pages(TemplateEngine engine, Words words, Clock clock, Frame frame, Visits visits) {
    this.engine = engine;
    this.words = words;
    this.clock = clock;
    this.frame = frame;
    this.visits = visits;
  }

  /**
   * The form once more, with what was typed and what is wrong: {@code return Pages.again(response,
   * model, problems, "edit")}. The status is the problems' (422, 409 or 429).
   */
  public static String again(
      HttpServletResponse response, Model model, Problems problems, String view) {
    response.setStatus(problems.status());
    model.addAttribute(PROBLEMS, problems);
    return view;
  }

  /** The same for a single refusal. */
  public static String again(HttpServletResponse response, Model model, Refusal why, String view) {
    return again(response, model, new Problems().add(why), view);
  }

  /** Whether htmx asks, which takes a fragment for an answer. */
  public static boolean wantsFragment(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
  }

  /** On whose clock this visitor reads: the own zone, or the browser's. */
  public ZoneId zone(HttpServletRequest request) {
    return visits.of(request).zone();
  }

  /** A template as text, outside of any request: a mail, or the HTML of a paper. */
  public String text(String template, Map<String, ?> model, Locale locale, ZoneId zone) {
    var output = new StringOutput();
    var reader = new Visit(Optional.empty(), locale, zone, "auto");
    run(template, model, output, new Turn(null, null), reader);
    return output.toString();
  }

  /** How values are written for a reader in that language and zone. */
  public Formats formats(Locale locale, ZoneId zone) {
    return new Formats(words, locale, zone);
  }

  boolean has(String template) {
    return engine.hasTemplate(template);
  }

  /** A person's page is kept by nobody; a guest's may be looked at again when it is unchanged. */
  String caching(HttpServletRequest request) {
    return visits.of(request).who().isPresent() ? "no-store" : "private, no-cache";
  }

  void write(
      String template, Map<String, ?> model, TemplateOutput output, HttpServletRequest request) {
    var flash = RequestContextUtils.getInputFlashMap(request);
    var turn = new Turn(request, flash == null ? null : (Flash) flash.get(Flash.NAME));
    run(template, model, output, turn, visits.of(request));
  }

  private void run(
      String template, Map<String, ?> model, TemplateOutput output, Turn turn, Visit visit) {
    var formats = new Formats(words, visit.locale(), visit.zone());
    var ui = new Ui(formats, clock, frame, visit, turn, problems(model));
    @SuppressWarnings("unchecked")
    var values = (Map<String, Object>) model;
    ScopedValue.where(Ui.CURRENT, ui).run(() -> engine.render(template, values, output));
  }

  private static Problems problems(Map<String, ? extends @Nullable Object> model) {
    return model.get(PROBLEMS) instanceof Problems found ? found : new Problems();
  }
}
