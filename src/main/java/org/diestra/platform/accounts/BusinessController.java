package org.diestra.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /settings/business}: the organisations a person acts for, and opening one. */
@Controller
@RequestMapping("/settings/business")
class BusinessController {
  private final Organisations organisations;
  private final Invitations invitations;
  private final Viewers viewers;

  BusinessController(Organisations organisations, Invitations invitations, Viewers viewers) {
    this.organisations = organisations;
    this.invitations = invitations;
    this.viewers = viewers;
  }

  @GetMapping
  String list(Viewer viewer, Model model) {
    if (viewer.memberships().size() == 1) {
      return "redirect:/settings/business/" + viewer.memberships().getFirst().organisation();
    }
    model.addAttribute("viewer", viewer);
    model.addAttribute("form", OrganisationForm.empty(viewer));
    return "businesses";
  }

  @PostMapping
  String open(
      Viewer viewer,
      @ModelAttribute("form") OrganisationForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var read = form.read(problems);
    if (problems.any()) {
      model.addAttribute("viewer", viewer);
      return Pages.again(response, model, problems, "businesses");
    }
    var opened = organisations.open(viewer.id(), read.name(), read.zone(), read.currency());
    viewers.forget(request);
    Flash.ok(onward, "accounts.business.opened", read.name());
    return "redirect:/settings/business/" + opened;
  }

  @GetMapping("/{organisation}")
  String show(Viewer viewer, @PathVariable OrganisationId organisation, Model model) {
    model.addAttribute("form", OrganisationForm.of(organisations.get(organisation)));
    return page(viewer, organisation, model);
  }

  @PostMapping("/{organisation}")
  String save(
      Viewer viewer,
      @PathVariable OrganisationId organisation,
      @ModelAttribute("form") OrganisationForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    organisations.requireOwner(viewer.id(), organisation);
    var problems = new Problems();
    var read = form.read(problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(viewer, organisation, model));
    }
    organisations.rename(viewer.id(), organisation, read.name(), read.zone(), read.currency());
    Flash.ok(onward, "accounts.business.saved");
    return "redirect:/settings/business/" + organisation;
  }

  String page(Viewer viewer, OrganisationId organisation, Model model) {
    var own = viewer.memberOf(organisation).orElseThrow(NotFound::new);
    model.addAttribute("viewer", viewer);
    model.addAttribute("business", organisations.get(organisation));
    model.addAttribute("owner", own.role() == Role.OWNER);
    model.addAttribute("members", organisations.members(organisation));
    model.addAttribute("invitations", invitations.open(organisation));
    return "business";
  }
}
