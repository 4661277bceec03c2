package org.diestra.money.taxes;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.SettingsEntry;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /settings/tax}: an assistant's own tax details, and those of businesses one keeps. */
@Controller
@RequestMapping("/settings/tax")
class TaxSettingsController {
  private static final String HERE = "/settings/tax";
  private final Taxes taxes;
  private final Clock clock;

  @Bean
  static SettingsEntry taxSettings() {
    return new SettingsEntry(
        HERE, "taxes.tab", 25, viewer -> viewer.assistant() || !kept(viewer).isEmpty());
  }

  TaxSettingsController(Taxes taxes, Clock clock) {
    this.taxes = taxes;
    this.clock = clock;
  }

  /**
   * @param action where the form goes
   * @param person whether it is somebody's own, and not a business's
   * @param businesses whose details the viewer keeps besides
   */
  record View(
      String action,
      String name,
      boolean person,
      @Nullable TaxProfile profile,
      List<Membership> businesses) {
    String href(Membership business) {
      return HERE + "/" + business.organisation();
    }
  }

  @GetMapping
  String own(Viewer viewer, Model model) {
    var businesses = kept(viewer);
    if (!viewer.assistant() && !businesses.isEmpty()) {
      return "redirect:" + HERE + "/" + businesses.getFirst().organisation();
    }
    return show(own(viewer), model);
  }

  @PostMapping
  String keepOwn(
      Viewer viewer,
      @ModelAttribute("form") TaxForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return keep(viewer, viewer.id().value(), own(viewer), form, model, response, onward);
  }

  @GetMapping("/{organisation}")
  String business(Viewer viewer, @PathVariable OrganisationId organisation, Model model) {
    return show(business(viewer, organisation), model);
  }

  @PostMapping("/{organisation}")
  String keepBusiness(
      Viewer viewer,
      @PathVariable OrganisationId organisation,
      @ModelAttribute("form") TaxForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var view = business(viewer, organisation);
    return keep(viewer, organisation.value(), view, form, model, response, onward);
  }

  private String show(View view, Model model) {
    var profile = view.profile();
    model.addAttribute("form", profile == null ? TaxForm.empty(view.name()) : TaxForm.of(profile));
    model.addAttribute("view", view);
    return "settings";
  }

  private String keep(
      Viewer viewer,
      UUID owner,
      View view,
      TaxForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var read = form.read(owner, LocalDate.ofInstant(clock.instant(), viewer.zone()), problems);
    if (problems.any()) {
      model.addAttribute("view", view);
      return Pages.again(response, model, problems, "settings");
    }
    taxes.keep(viewer.id(), read);
    Flash.ok(onward, "taxes.kept");
    return "redirect:" + view.action();
  }

  private View own(Viewer viewer) {
    if (!viewer.assistant()) {
      throw new NotFound();
    }
    var profile = taxes.profile(viewer.id().value()).orElse(null);
    return new View(HERE, viewer.name(), true, profile, kept(viewer));
  }

  private View business(Viewer viewer, OrganisationId organisation) {
    var own =
        kept(viewer).stream()
            .filter(m -> m.organisation().equals(organisation))
            .findFirst()
            .orElseThrow(NotFound::new);
    var profile = taxes.profile(organisation.value()).orElse(null);
    return new View(HERE + "/" + organisation, own.name(), false, profile, kept(viewer));
  }

  /** Those whose money the viewer keeps. */
  private static List<Membership> kept(Viewer viewer) {
    return viewer.memberships().stream()
        .filter(m -> m.role() == Role.OWNER || m.role() == Role.BOOKKEEPER)
        .toList();
  }
}
