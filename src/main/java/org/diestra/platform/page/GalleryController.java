package org.diestra.platform.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.WorkWeek;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every component on one page, for those who build pages; only where {@code diestra.gallery}. */
@Guests
@Controller
@ConditionalOnProperty("diestra.gallery")
class GalleryController {
  private static final ZoneId VALENCIA = ZoneId.of("Europe/Madrid");
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
  private static final DayOfWeek[] WORKDAYS =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).toArray(DayOfWeek[]::new);
  private final Clock clock;
  private final Words words;

  GalleryController(Clock clock, Words words) {
    this.clock = clock;
    this.words = words;
  }

  @GetMapping("/_gallery")
  String gallery(Model model) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, VALENCIA);
    model.addAttribute("areas", areas());
    model.addAttribute("soon", now.plus(Duration.ofHours(50)));
    model.addAttribute("here", VALENCIA);
    model.addAttribute("there", BOGOTA);
    model.addAttribute(
        "bar",
        DayBar.of(
            WorkWeek.daily(BOGOTA, 7, 15, WORKDAYS),
            WorkWeek.daily(VALENCIA, 9, 18, WORKDAYS),
            today));
    return "gallery";
  }

  @PostMapping("/_gallery")
  String wrong(Model model, HttpServletResponse response) {
    var problems = new Problems();
    problems.add("title", "page.gallery.wrong.title");
    problems.add("areas", "page.gallery.wrong.areas");
    gallery(model);
    return Pages.again(response, model, problems, "gallery");
  }

  @GetMapping("/_gallery/flash")
  String flash(RedirectAttributes redirect) {
    Flash.undoable(redirect, "/_gallery", "page.gallery.flash");
    return "redirect:/_gallery";
  }

  @GetMapping("/_gallery/fault")
  String fault() {
    throw new IllegalStateException("asked for");
  }

  private Map<String, String> areas() {
    var out = new LinkedHashMap<String, String>();
    for (var area : Area.values()) {
      out.put(area.slug(), words.of(LocaleContextHolder.getLocale(), area.key()));
    }
    return out;
  }
}
