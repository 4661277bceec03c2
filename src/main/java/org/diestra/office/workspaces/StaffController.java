package org.diestra.office.workspaces;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Organisations.Member;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/members}: who may enter which area, and until when; for the client. */
@Controller
@RequestMapping("/w/{workspace}/members")
class StaffController {
  private final Workspaces workspaces;
  private final Staffing staffing;
  private final Organisations organisations;
  private final Accounts accounts;
  private final Clock clock;

  StaffController(
      Workspaces workspaces,
      Staffing staffing,
      Organisations organisations,
      Accounts accounts,
      Clock clock) {
    this.workspaces = workspaces;
    this.staffing = staffing;
    this.organisations = organisations;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Somebody of the client's.
   *
   * @param given what a keeper opened to the person besides what the role opens
   */
  record Colleague(Member member, List<Access> given) {}

  /** Somebody whom a contract lets in, with the areas of that contract. */
  record Contractor(Accounts.Contact contact, List<Access> given) {
    String contractHref() {
      return "/contracts/" + Ids.text(Objects.requireNonNull(given.getFirst().contract()));
    }
  }

  @GetMapping
  String list(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    return page(keeper(viewer, workspace), null, null, model);
  }

  /** One member's areas, to be changed. */
  @GetMapping("/{person}")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PersonId person,
      Model model) {
    return page(keeper(viewer, workspace), person, null, model);
  }

  @PostMapping("/{person}")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PersonId person,
      @ModelAttribute("form") StaffForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = keeper(viewer, workspace);
    var problems = new Problems();
    var until = form.day(LocalDate.ofInstant(clock.instant(), pass.workspace().zone()), problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(pass, person, form, model));
    }
    staffing.letIn(pass, person, form.areas(), until);
    Flash.ok(onward, "workspaces.staff.changed");
    return "redirect:" + pass.href("members");
  }

  private Pass keeper(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireKeeps();
    return pass;
  }

  private String page(Pass pass, @Nullable PersonId edited, @Nullable StaffForm form, Model model) {
    var open = staffing.open(pass);
    var colleagues =
        organisations.members(pass.workspace().organisation()).stream()
            .map(m -> new Colleague(m, Staffing.given(open, m.person())))
            .toList();
    var one = colleagues.stream().filter(c -> c.member().person().equals(edited)).findFirst();
    if (edited != null && one.isEmpty()) {
      throw new NotFound();
    }
    model.addAttribute("pass", pass);
    model.addAttribute("colleagues", colleagues);
    model.addAttribute("contractors", contractors(open));
    model.addAttribute("edited", one.orElse(null));
    model.addAttribute(
        "form",
        form == null
            ? one.map(c -> StaffForm.of(c.given(), pass.workspace().zone())).orElse(null)
            : form);
    return "members";
  }

  private List<Contractor> contractors(List<Access> open) {
    var byContract = new LinkedHashMap<UUID, List<Access>>();
    for (var access : open) {
      if (access.contract() != null) {
        byContract.computeIfAbsent(access.contract(), c -> new ArrayList<>()).add(access);
      }
    }
    var contacts =
        accounts.contacts(
            byContract.values().stream().map(given -> given.getFirst().person()).toList());
    return byContract.values().stream()
        .filter(given -> contacts.containsKey(given.getFirst().person()))
        .map(given ->
            new Contractor(Objects.requireNonNull(contacts.get(given.getFirst().person())), given))
        .toList();
  }
}
