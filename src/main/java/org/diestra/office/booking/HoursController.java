package org.diestra.office.booking;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/services/{service}/hours}: when it can be booked, and what guests are offered then. */
@Controller
@RequestMapping("/w/{workspace}/booking/services/{service}/hours")
class HoursController {
  private static final int PREVIEW = 13; // days after today
  private final Workspaces workspaces;
  private final Services services;
  private final Clock clock;

  HoursController(Workspaces workspaces, Services services, Clock clock) {
    this.workspaces = workspaces;
    this.services = services;
    this.clock = clock;
  }

  /**
   * @param host whose own hours these are, or null for those of all who have none
   * @param own whether that host has hours of the own
   * @param hosts by name
   * @param set whether the service has any hours yet
   */
  record Editor(
      Pass pass,
      Service service,
      @Nullable PersonId host,
      boolean own,
      Map<PersonId, String> hosts,
      HoursForm form,
      Openings.Found preview,
      boolean set) {}

  private Pass worker(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.APPOINTMENTS);
    return pass;
  }

  /** Null for those of all; not found where the service has no such host. */
  private @Nullable PersonId host(Service service, @Nullable String text) {
    return text == null || text.isEmpty()
        ? null
        : services.setup(service.id()).hosts().stream()
            .filter(p -> p.toString().equals(text))
            .findFirst()
            .orElseThrow(NotFound::new);
  }

  @GetMapping
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ServiceId service,
      @RequestParam @Nullable String host,
      Model model) {
    var pass = worker(viewer, workspace);
    var found = services.get(pass, service);
    return page(pass, found, host(found, host), null, model);
  }

  private String page(
      Pass pass, Service service, @Nullable PersonId host, @Nullable HoursForm typed, Model model) {
    var all = services.hours(service.id());
    var zone = service.terms().zone();
    var own = all.get(host);
    var shown = own == null ? all.get(null) : own;
    var form = shown == null ? HoursForm.usual(zone) : HoursForm.of(shown, zone);
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var names =
        services.names(services.setup(service.id()).hosts()).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    model.addAttribute(
        "editor",
        new Editor(
            pass,
            service,
            host,
            host != null && own != null,
            names,
            typed == null ? form : typed,
            services.preview(service, today, today.plusDays(PREVIEW)),
            !all.isEmpty()));
    return "hours";
  }

  @PostMapping
  String put(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ServiceId service,
      @RequestParam Map<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = worker(viewer, workspace);
    var found = services.get(pass, service);
    var host = host(found, fields.get("host"));
    var form = new HoursForm(fields);
    var problems = new Problems();
    var hours = form.read(problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(pass, found, host, form, model));
    }
    services.put(pass, service, host, hours);
    Flash.ok(onward, "booking.hours.put");
    return "redirect:" + found.href() + "/hours" + (host == null ? "" : "?host=" + host);
  }

  /** That host goes by the hours of all again. */
  @PostMapping("/removal")
  String drop(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ServiceId service,
      @RequestParam(defaultValue = "") String host,
      RedirectAttributes onward) {
    var pass = worker(viewer, workspace);
    var found = services.get(pass, service);
    var person = host(found, host);
    if (person != null) {
      services.put(pass, service, person, null);
      Flash.ok(onward, "booking.hours.dropped");
    }
    return "redirect:" + found.href() + "/hours";
  }
}
