package org.diestra.office.calendar;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
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

/** {@code /calendar/todos}: the tasks that stand in calendars, as programs keep them too. */
@Controller
@RequestMapping("/calendar/todos")
class TodoController {
  private final Rooms rooms;
  private final Calendars calendars;
  private final Todos todos;
  private final Clock clock;

  TodoController(Rooms rooms, Calendars calendars, Todos todos, Clock clock) {
    this.rooms = rooms;
    this.calendars = calendars;
    this.todos = todos;
    this.clock = clock;
  }

  @GetMapping
  String list(
      Viewer viewer,
      @RequestParam @Nullable String room,
      @RequestParam(defaultValue = "false") boolean done,
      Model model) {
    var pass = rooms.pass(viewer, room);
    var form = TodoForm.blank("");
    return list(viewer, pass, done, form, model);
  }

  private String list(
      Viewer viewer, @Nullable Pass pass, boolean done, TodoForm form, Model model) {
    if (pass != null && pass.working().isEmpty()) {
      throw new NotFound();
    }
    var shown = shown(pass);
    model.addAttribute("viewer", viewer);
    model.addAttribute("pass", pass);
    model.addAttribute("done", done);
    model.addAttribute("form", form);
    model.addAttribute("now", clock.instant());
    model.addAttribute("writable", shown.stream().filter(Calendar::takesTasks).toList());
    var listed = todos.in(shown, done, viewer.zone());
    model.addAttribute("todos", listed.todos());
    model.addAttribute("more", listed.more());
    return "todos";
  }

  private List<Calendar> shown(@Nullable Pass pass) {
    var all = pass == null ? calendars.visible() : calendars.visible(pass);
    return all.stream().filter(c -> c.reach().reads()).toList();
  }

  @PostMapping
  String add(
      Viewer viewer,
      @RequestParam @Nullable String room,
      @ModelAttribute("form") TodoForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = rooms.pass(viewer, room);
    var problems = new Problems();
    var read = form.read(viewer.zone(), problems);
    var calendar =
        shown(pass).stream()
            .filter(c -> c.takesTasks() && c.id().toString().equals(form.calendar()))
            .findFirst();
    if (calendar.isEmpty()) {
      problems.add("calendar", "calendar.calendar.choose");
    }
    if (read != null && calendar.isPresent()) {
      switch (todos.add(viewer, calendar.get().id(), read)) {
        case Outcome.Done<EventId> done -> {
          Flash.ok(onward, "calendar.todo.added", read.title());
          return "redirect:" + href(pass);
        }
        case Outcome.Refused<EventId>(var why) -> problems.add(why);
      }
    }
    return Pages.again(response, model, problems, list(viewer, pass, false, form, model));
  }

  private static String href(@Nullable Pass pass) {
    return "/calendar/todos" + (pass == null ? "" : "?room=" + pass.workspace().id());
  }

  @GetMapping("/{id}")
  String show(Viewer viewer, @PathVariable EventId id, Model model) {
    var todo = todos.get(id);
    return edit(viewer, todo, TodoForm.of(todo, viewer.zone()), todo.kept().etag(), model);
  }

  private String edit(Viewer viewer, Todo todo, TodoForm form, String seen, Model model) {
    model.addAttribute("pass", rooms.of(viewer, todo.calendar()));
    model.addAttribute("todo", todo);
    model.addAttribute("form", form);
    model.addAttribute("seen", seen);
    return "todo";
  }

  @PostMapping("/{id}")
  String change(
      Viewer viewer,
      @PathVariable EventId id,
      @RequestParam(defaultValue = "") String seen,
      @ModelAttribute("form") TodoForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var todo = todos.writable(id);
    var problems = new Problems();
    var read = form.read(viewer.zone(), problems);
    if (read != null) {
      switch (todos.change(viewer, id, read, seen)) {
        case Outcome.Done<EventId> done -> {
          Flash.ok(onward, "calendar.saved", read.title());
          return "redirect:" + href(rooms.of(viewer, todo.calendar()));
        }
        case Outcome.Refused<EventId>(var why) -> problems.add(why);
      }
    }
    return Pages.again(response, model, problems, edit(viewer, todo, form, seen, model));
  }

  /** Ticked off, or not any more. */
  @PostMapping("/{id}/completion")
  String tick(
      Viewer viewer,
      @PathVariable EventId id,
      @RequestParam @Nullable String room,
      @RequestParam(defaultValue = "true") boolean done,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var title = todos.writable(id).title();
    switch (todos.tick(viewer, id, done, seen)) {
      case Outcome.Done<EventId> ok ->
          Flash.ok(onward, done ? "calendar.todo.ticked" : "calendar.todo.reopened", title);
      case Outcome.Refused<EventId>(var why) -> Flash.refused(onward, why);
    }
    var list = href(rooms.pass(viewer, room));
    return "redirect:" + list + (done ? "" : (list.contains("?") ? "&" : "?") + "done=true");
  }

  @PostMapping("/{id}/removal")
  String remove(
      Viewer viewer,
      @PathVariable EventId id,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var todo = todos.writable(id);
    switch (todos.remove(viewer, id, seen)) {
      case Outcome.Done<EventId> ok -> Flash.ok(onward, "calendar.removed", todo.title());
      case Outcome.Refused<EventId>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + href(rooms.of(viewer, todo.calendar()));
  }
}
