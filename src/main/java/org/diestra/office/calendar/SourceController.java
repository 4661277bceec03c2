package org.diestra.office.calendar;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calendars outside: taking one in, reading it again, giving it another address. */
@Controller
@RequestMapping("/calendar")
class SourceController {
  private final Rooms rooms;
  private final Sources sources;

  SourceController(Rooms rooms, Sources sources) {
    this.rooms = rooms;
    this.sources = sources;
  }

  @GetMapping("/outside/new")
  String fresh(Viewer viewer, @RequestParam @Nullable String room, Model model) {
    return begin(keeper(viewer, room), new SourceForm("", "", "slate", "true"), model);
  }

  private @Nullable Pass keeper(Viewer viewer, @Nullable String room) {
    var pass = rooms.pass(viewer, room);
    if (pass != null) {
      pass.requireKeeps();
    }
    return pass;
  }

  private static String begin(@Nullable Pass pass, SourceForm form, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("form", form);
    return "subscribe";
  }

  @PostMapping("/outside/new")
  String begin(
      Viewer viewer,
      @RequestParam @Nullable String room,
      @ModelAttribute("form") SourceForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = keeper(viewer, room);
    var problems = new Problems();
    var read = form.read(problems);
    if (read != null) {
      switch (sources.begin(viewer, pass, read)) {
        case Outcome.Done<CalendarId>(var id) -> {
          Flash.ok(onward, "calendar.source.made");
          return "redirect:/calendar/calendars/" + id;
        }
        case Outcome.Refused<CalendarId>(var why) -> problems.add(why);
      }
    }
    return Pages.again(response, model, problems, begin(pass, form, model));
  }

  @GetMapping("/calendars/{id}/outside")
  String edit(Viewer viewer, @PathVariable CalendarId id, Model model) {
    var calendar = sources.outside(id);
    return edit(viewer, calendar, "", Objects.requireNonNull(calendar.source()).counts(), model);
  }

  private String edit(
      Viewer viewer, Calendar calendar, String address, boolean counts, Model model) {
    model.addAttribute("pass", rooms.of(viewer, calendar));
    model.addAttribute("calendar", calendar);
    model.addAttribute("address", address);
    model.addAttribute("counts", counts);
    return "outside";
  }

  @PostMapping("/calendars/{id}/outside")
  String change(
      Viewer viewer,
      @PathVariable CalendarId id,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "false") boolean counts,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var calendar = sources.outside(id);
    var problems = new Problems();
    var to = new Typed(problems).line("address", address, SourceForm.LONGEST_ADDRESS);
    if (problems.none()) {
      sources.change(viewer, id, to, counts).ifPresent(problems::add);
    }
    if (problems.any()) {
      return Pages.again(response, model, problems, edit(viewer, calendar, address, counts, model));
    }
    Flash.ok(onward, "calendar.saved", calendar.name());
    return "redirect:" + calendar.href();
  }

  @PostMapping("/calendars/{id}/outside/reading")
  String again(@PathVariable CalendarId id, RedirectAttributes onward) {
    sources
        .again(id)
        .ifPresentOrElse(
            why -> Flash.refused(onward, why), () -> Flash.ok(onward, "calendar.source.read"));
    return "redirect:/calendar/calendars/" + id;
  }
}
