package org.diestra.office.booking;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.Calendars;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/booking/services}: what can be booked is set up and changed. */
@Controller
@RequestMapping("/w/{workspace}/booking/services")
class ServiceController {
  private final Workspaces workspaces;
  private final Calendars calendars;
  private final Services services;
  private final String house;

  ServiceController(
      Workspaces workspaces,
      Calendars calendars,
      Services services,
      @Value("${diestra.base-url}") String house) {
    this.workspaces = workspaces;
    this.calendars = calendars;
    this.services = services;
    this.house = house;
  }

  /**
   * @param service null for a new one
   * @param people who could be booked, by name
   * @param calendars those of the workspace
   */
  record Editor(
      Pass pass,
      @Nullable Service service,
      @Nullable Page page,
      ServiceForm form,
      Map<PersonId, String> people,
      List<Calendar> calendars,
      String house) {
    /** What the client puts into a page of its own site. */
    String snippet() {
      var address = service == null || page == null ? "" : house + service.href(page);
      return "<iframe src=\""
          + address
          + "?embed=true\" width=\"100%\" height=\"720\" title=\""
          + (service == null ? "" : service.slug())
          + "\" loading=\"lazy\"></iframe>";
    }
  }

  private Pass worker(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.APPOINTMENTS);
    return pass;
  }

  private List<Calendar> calendars(Pass pass) {
    return calendars.visible(pass).stream()
        .filter(c -> Objects.equals(c.workspace(), pass.workspace().id()))
        .toList();
  }

  private String editor(Pass pass, @Nullable Service service, ServiceForm form, Model model) {
    model.addAttribute(
        "editor",
        new Editor(
            pass,
            service,
            services.page(pass),
            form,
            services.people(pass),
            calendars(pass),
            house));
    return "service";
  }

  @GetMapping("/new")
  String fresh(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = worker(viewer, workspace);
    return editor(pass, null, ServiceForm.blank(pass.workspace().zone(), viewer.id()), model);
  }

  @PostMapping("/new")
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = worker(viewer, workspace);
    var form = new ServiceForm(fields);
    var problems = new Problems();
    var terms = form.terms(calendars(pass), null, problems);
    var slug = form.slug(problems);
    var setup = form.setup(services.people(pass).keySet(), problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, editor(pass, null, form, model));
    }
    return services
        .add(pass, slug, terms, form.open(), setup)
        .fold(
            id -> {
              Flash.ok(onward, "booking.service.made", terms.name());
              return "redirect:" + pass.href("booking/services/" + id) + "/hours";
            },
            why -> Pages.again(response, model, why, editor(pass, null, form, model)));
  }

  @GetMapping("/{service}")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ServiceId service,
      Model model) {
    var pass = worker(viewer, workspace);
    var found = services.get(pass, service);
    return editor(pass, found, ServiceForm.of(found, services.setup(service)), model);
  }

  @PostMapping("/{service}")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ServiceId service,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = worker(viewer, workspace);
    var found = services.get(pass, service);
    var form = new ServiceForm(fields);
    var problems = new Problems();
    var terms = form.terms(calendars(pass), found.terms(), problems);
    var setup = form.setup(services.people(pass).keySet(), problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, editor(pass, found, form, model));
    }
    return services
        .change(pass, service, form.version(), terms, form.open(), setup)
        .fold(
            id -> {
              Flash.ok(onward, "booking.service.changed", terms.name());
              return "redirect:" + pass.href("booking");
            },
            why -> Pages.again(response, model, why, editor(pass, found, form, model)));
  }

  @PostMapping("/{service}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ServiceId service,
      RedirectAttributes onward) {
    var pass = worker(viewer, workspace);
    services.remove(pass, service);
    Flash.ok(onward, "booking.service.removed");
    return "redirect:" + pass.href("booking");
  }
}
