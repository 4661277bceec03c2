package org.diestra.platform.accounts;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who acts for a business: inviting, roles, leaving. */
@Controller
@RequestMapping("/settings/business/{organisation}")
class MembersController {
  private final Organisations organisations;
  private final Invitations invitations;
  private final BusinessController business;

  MembersController(
      Organisations organisations, Invitations invitations, BusinessController business) {
    this.organisations = organisations;
    this.invitations = invitations;
    this.business = business;
  }

  @PostMapping("/invitations")
  String invite(
      Viewer viewer,
      @PathVariable OrganisationId organisation,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String role,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    organisations.requireOwner(viewer.id(), organisation);
    var problems = new Problems();
    var address = EmailAddress.read(email);
    if (address.isEmpty()) {
      problems.add("email", "accounts.members.email.wrong");
    } else {
      invitations
          .invite(viewer, organisation, address.get(), role(role))
          .fold(done -> problems, problems::add);
    }
    if (problems.any()) {
      model.addAttribute("form", OrganisationForm.of(organisations.get(organisation)));
      model.addAttribute("invited", email);
      return Pages.again(response, model, problems, business.page(viewer, organisation, model));
    }
    Flash.ok(onward, "accounts.members.invited", email);
    return "redirect:/settings/business/" + organisation;
  }

  @PostMapping("/invitations/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable OrganisationId organisation,
      @RequestParam String email,
      RedirectAttributes onward) {
    invitations.withdraw(viewer, organisation, EmailAddress.read(email).orElseThrow(NotFound::new));
    Flash.ok(onward, "accounts.members.withdrawn", email);
    return "redirect:/settings/business/" + organisation;
  }

  @PostMapping("/members/{member}/role")
  String assign(
      Viewer viewer,
      @PathVariable OrganisationId organisation,
      @PathVariable PersonId member,
      @RequestParam String role,
      RedirectAttributes onward) {
    organisations
        .assign(viewer.id(), organisation, member, role(role))
        .fold(
            done -> {
              Flash.ok(onward, "accounts.members.assigned");
              return done;
            },
            why -> {
              Flash.refused(onward, why);
              return why;
            });
    return "redirect:/settings/business/" + organisation;
  }

  @PostMapping("/members/{member}/removal")
  String dismiss(
      Viewer viewer,
      @PathVariable OrganisationId organisation,
      @PathVariable PersonId member,
      RedirectAttributes onward) {
    return organisations
        .dismiss(viewer.id(), organisation, member)
        .fold(
            gone -> {
              Flash.ok(onward, "accounts.members.dismissed");
              return gone.equals(viewer.id())
                  ? "redirect:/settings/business"
                  : "redirect:/settings/business/" + organisation;
            },
            why -> {
              Flash.refused(onward, why);
              return "redirect:/settings/business/" + organisation;
            });
  }

  private static Role role(String typed) {
    try {
      return Role.valueOf(typed);
    } catch (IllegalArgumentException unknown) {
      return Role.APPROVER;
    }
  }
}
