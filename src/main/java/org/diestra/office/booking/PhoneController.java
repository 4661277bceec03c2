package org.diestra.office.booking;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.office.booking.Course.By;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Locales;
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

/** {@code …/services/{service}/phone}: somebody of the workspace books for whoever calls. */
@Controller
@RequestMapping("/w/{workspace}/booking/services/{service}/phone")
class PhoneController {
  private final Workspaces workspaces;
  private final Services services;
  private final Bookings bookings;
  private final Pickers pickers;
  private final Clock clock;

  PhoneController(
      Workspaces workspaces, Services services, Bookings bookings, Pickers pickers, Clock clock) {
    this.workspaces = workspaces;
    this.services = services;
    this.bookings = bookings;
    this.pickers = pickers;
    this.clock = clock;
  }

  /**
   * @param language in which the guest is written to
   */
  record Call(
      Pass pass,
      Service service,
      Picker picker,
      List<Question> questions,
      GuestForm form,
      String language) {}

  private Pass worker(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.APPOINTMENTS);
    return pass;
  }

  @GetMapping
  String ask(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ServiceId service,
      @RequestParam @Nullable String from,
      Model model) {
    var pass = worker(viewer, workspace);
    var found = services.get(pass, service);
    return page(pass, found, from, GuestForm.blank(), viewer.locale().getLanguage(), model);
  }

  private String page(
      Pass pass,
      Service service,
      @Nullable String from,
      GuestForm form,
      String language,
      Model model) {
    var zone = service.terms().zone();
    model.addAttribute(
        "call",
        new Call(
            pass,
            service,
            pickers.of(service, from, zone, null),
            services.setup(service.id()).questions(),
            form,
            language));
    return "phone";
  }

  @PostMapping
  String book(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ServiceId service,
      @RequestParam Map<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = worker(viewer, workspace);
    var found = services.get(pass, service);
    var form = GuestForm.of(fields);
    var problems = new Problems();
    var language = fields.getOrDefault("language", "");
    Locale locale = Locales.named(language).orElse(viewer.locale());
    var guest = form.guest(found.terms().zone(), locale, problems);
    var answers = form.answers(services.setup(service).questions(), problems);
    var start = Starts.read(fields.get("at"), clock.instant());
    if (start == null) {
      problems.add(Taking.TAKEN);
    }
    if (start == null || problems.any()) {
      return Pages.again(response, model, problems, page(pass, found, null, form, language, model));
    }
    return switch (bookings.book(found, start, guest, answers, By.person(viewer.id(), ""))) {
      case Outcome.Done<Appointment>(var it) -> {
        Flash.ok(onward, "booking.phone.done", guest.name());
        yield "redirect:" + it.href();
      }
      case Outcome.Refused<Appointment>(var why) ->
          Pages.again(response, model, why, page(pass, found, null, form, language, model));
    };
  }
}
