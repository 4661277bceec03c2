package org.diestra.operator.administration;

import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/businesses/{id}}: a client, who acts for it, and whether it is verified. */
@Controller
@Operators
@RequestMapping("/operator/businesses/{id}")
class BusinessesController {
  private final Organisations organisations;
  private final Looks looks;

  BusinessesController(Organisations organisations, Looks looks) {
    this.organisations = organisations;
    this.looks = looks;
  }

  @GetMapping
  String business(Viewer viewer, @PathVariable OrganisationId id, Model model) {
    model.addAttribute("business", organisations.get(id));
    model.addAttribute("members", organisations.members(id));
    looks.at("organisation", id.value(), viewer.id());
    return "business";
  }

  @PostMapping("/verification")
  String verify(Viewer viewer, @PathVariable OrganisationId id, RedirectAttributes onward) {
    organisations.verify(id, viewer.id());
    Flash.ok(onward, "administration.verified");
    return "redirect:/operator/businesses/" + id;
  }
}
