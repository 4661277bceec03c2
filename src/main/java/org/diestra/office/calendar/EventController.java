package org.diestra.office.calendar;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.diestra.office.calendar.Draft.Scope;
import org.diestra.office.calendar.Events.Shown;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.LocalPath;
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

/** {@code /calendar/events}: making, reading, changing and moving what stands in calendars. */
@Controller
@RequestMapping("/calendar/events")
class EventController {
  private final Rooms rooms;
  private final Calendars calendars;
  private final Events events;
  private final Clock clock;

  EventController(Rooms rooms, Calendars calendars, Events events, Clock clock) {
    this.rooms = rooms;
    this.calendars = calendars;
    this.events = events;
    this.clock = clock;
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @RequestParam @Nullable String at,
      @RequestParam @Nullable String room,
      Model model) {
    var all = writable(viewer, room);
    var begin = begin(at, viewer.zone());
    var form = EventForm.blank(all.getFirst().id().toString(), begin, false, viewer.zone());
    return form(viewer, room, all, form, model);
  }

  /**
   * @throws NotFound if the viewer writes in none
   */
  private List<Calendar> writable(Viewer viewer, @Nullable String room) {
    var pass = rooms.pass(viewer, room);
    var all = pass == null ? calendars.visible() : calendars.visible(pass);
    var writable = all.stream().filter(Calendar::takesEvents).toList();
    if (writable.isEmpty()) {
      throw new NotFound();
    }
    return writable;
  }

  /** The next full hour where none was asked for. */
  private LocalDateTime begin(@Nullable String at, ZoneId zone) {
    try {
      var asked = LocalDateTime.parse(Objects.requireNonNullElse(at, ""));
      if (asked.getYear() < EventForm.FIRST_YEAR || asked.getYear() > EventForm.LAST_YEAR) {
        throw new DateTimeException(at);
      }
      return asked;
    } catch (DateTimeException none) {
      var next = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.HOURS);
      return next.getHour() < 8 ? next.withHour(9) : next.plusHours(1);
    }
  }

  private String form(
      Viewer viewer, @Nullable String room, List<Calendar> all, EventForm form, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("pass", rooms.pass(viewer, room));
    model.addAttribute("calendars", all);
    model.addAttribute("form", form);
    return "new";
  }

  @PostMapping("/new")
  String add(
      Viewer viewer,
      @RequestParam @Nullable String room,
      @ModelAttribute("form") EventForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var all = writable(viewer, room);
    var problems = new Problems();
    var draft = form.read(problems);
    var calendar = chosen(all, form, problems);
    if (draft != null && calendar != null && problems.none()) {
      switch (events.add(viewer, calendar.id(), draft)) {
        case Outcome.Done<EventId> done -> {
          Flash.ok(onward, "calendar.added", draft.title());
          return "redirect:" + rooms.page(viewer, calendar, room) + "?date=" + draft.start().date();
        }
        case Outcome.Refused<EventId>(var why) -> problems.add(why);
      }
    }
    return Pages.again(response, model, problems, form(viewer, room, all, form, model));
  }

  private static @Nullable Calendar chosen(List<Calendar> all, EventForm form, Problems problems) {
    var found = all.stream().filter(c -> c.id().toString().equals(form.calendar())).findFirst();
    if (found.isEmpty()) {
      problems.add("calendar", "calendar.calendar.choose");
    }
    return found.orElse(null);
  }

  @GetMapping("/{id}")
  String show(
      Viewer viewer, @PathVariable EventId id, @RequestParam @Nullable String at, Model model) {
    var shown = events.get(id);
    put(viewer, shown, Sight.near(shown, at, viewer.zone()), model);
    return "show";
  }

  private void put(Viewer viewer, Shown shown, Sight sight, Model model) {
    model.addAttribute("sight", sight);
    model.addAttribute("pass", rooms.of(viewer, shown.calendar()));
  }

  @GetMapping("/{id}/edit")
  String edit(
      Viewer viewer, @PathVariable EventId id, @RequestParam @Nullable String at, Model model) {
    var shown = events.writable(id);
    var sight = Sight.of(shown, at, viewer.zone());
    var seen = shown.kept().tag();
    return edit(viewer, shown, at, new Typing(sight.form(), Scope.THIS, seen), model);
  }

  /**
   * What stands in the form.
   *
   * @param seen the etag it was made from; what was changed meanwhile stays refused
   */
  private record Typing(EventForm form, Scope scope, String seen) {}

  private String edit(Viewer viewer, Shown shown, @Nullable String at, Typing typing, Model model) {
    put(viewer, shown, Sight.of(shown, at, viewer.zone()), model);
    model.addAttribute("viewer", viewer);
    model.addAttribute("form", typing.form());
    model.addAttribute("scope", typing.scope());
    model.addAttribute("seen", typing.seen());
    return "edit";
  }

  @PostMapping("/{id}")
  String change(
      Viewer viewer,
      @PathVariable EventId id,
      @RequestParam @Nullable String at,
      @RequestParam @Nullable String scope,
      @RequestParam(defaultValue = "") String seen,
      @ModelAttribute("form") EventForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var shown = events.writable(id);
    var sight = Sight.of(shown, at, viewer.zone());
    var problems = new Problems();
    var draft = form.read(problems);
    var meant = Scope.of(scope);
    if (draft != null && problems.none() && custom(sight, draft, meant)) {
      problems.add("from", "calendar.repeat.custom");
    }
    if (draft != null && problems.none()) {
      switch (events.change(viewer, id, sight.time().original(), meant, draft, seen)) {
        case Outcome.Done<EventId> done -> {
          Flash.ok(onward, "calendar.changed", draft.title());
          return "redirect:"
              + rooms.page(viewer, shown.calendar())
              + "?date="
              + draft.start().date();
        }
        case Outcome.Refused<EventId>(var why) -> problems.add(why);
      }
    }
    var typing = new Typing(form, meant, seen);
    return Pages.again(response, model, problems, edit(viewer, shown, at, typing, model));
  }

  /** A rule that the form cannot show names days of its own: another day would not be one. */
  private static boolean custom(Sight sight, Draft draft, Scope scope) {
    return draft.repeat() instanceof Draft.Repeat.AsItIs
        && scope != Scope.THIS
        && !sight.time().start().date().equals(draft.start().date());
  }

  /** Dragged to another day or hour: the same change as by the form, of that time alone. */
  @PostMapping("/{id}/place")
  String move(
      Viewer viewer,
      @PathVariable EventId id,
      @RequestParam @Nullable String at,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String back,
      RedirectAttributes onward) {
    var shown = events.writable(id);
    var sight = Sight.of(shown, at, viewer.zone());
    var target = target(to, sight, viewer.zone());
    var outcome =
        target == null
                || target.date().getYear() < EventForm.FIRST_YEAR
                || target.date().getYear() > EventForm.LAST_YEAR
            ? Outcome.<EventId>refused(Refusal.invalid("to", "calendar.time.wrong"))
            : moved(viewer, sight, target, seen.isEmpty() ? shown.kept().tag() : seen);
    switch (outcome) {
      case Outcome.Done<EventId> done -> Flash.ok(onward, "calendar.moved.to", sight.title());
      case Outcome.Refused<EventId>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + LocalPath.orHome(back);
  }

  private Outcome<EventId> moved(Viewer viewer, Sight sight, When start, String seen) {
    var problems = new Problems();
    var draft = sight.form().read(problems);
    if (draft == null) {
      return Outcome.refused(problems.inOrder().getFirst());
    }
    var moved =
        new Draft(
            draft.title(),
            start,
            new Timing.Length(sight.timing().length().days(), sight.timing().length().exact()),
            new Draft.Repeat.Never(),
            draft.place(),
            draft.notes(),
            draft.hidden(),
            draft.free(),
            draft.remind());
    return events.change(viewer, sight.id(), sight.time().original(), Scope.THIS, moved, seen);
  }

  /** A day, or a time on the viewer's clock, put onto the event's own clock. */
  private static @Nullable When target(String to, Sight sight, ZoneId home) {
    var start = sight.time().start();
    try {
      if (to.length() <= 10) {
        var days = ChronoUnit.DAYS.between(sight.time().first(home), LocalDate.parse(to));
        return start.moved(start.local().plusDays(days));
      }
      if (start.day()) {
        return null;
      }
      var local = LocalDateTime.parse(to);
      var zone = start.zone() == null ? home : start.zone();
      return start.moved(local.atZone(home).withZoneSameInstant(zone).toLocalDateTime());
    } catch (DateTimeException none) {
      return null;
    }
  }

  @PostMapping("/{id}/removal")
  String remove(
      Viewer viewer,
      @PathVariable EventId id,
      @RequestParam @Nullable String at,
      @RequestParam @Nullable String scope,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var shown = events.writable(id);
    var sight = Sight.of(shown, at, viewer.zone());
    switch (events.remove(viewer, id, sight.time().original(), Scope.of(scope), seen)) {
      case Outcome.Done<EventId> done -> Flash.ok(onward, "calendar.removed", sight.title());
      case Outcome.Refused<EventId>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:"
        + rooms.page(viewer, shown.calendar())
        + "?date="
        + sight.time().first(viewer.zone());
  }
}
