package org.diestra.hiring.jobs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.LocalPath;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inviting assistants: from the job by their handle, or from their profile. */
@Controller
class InvitationController {
  private final Inviting inviting;
  private final Viewing viewing;

  InvitationController(Inviting inviting, Viewing viewing) {
    this.inviting = inviting;
    this.viewing = viewing;
  }

  @GetMapping("/jobs/{id}/invitations")
  String invitations(Viewer viewer, @PathVariable JobId id, Model model) {
    return show(viewer, id, "", model);
  }

  /**
   * @param person the assistant, where a profile sends the form
   * @param handle the assistant, where the job's page does
   * @param to the page to come back to
   */
  @PostMapping("/jobs/{id}/invitations")
  String invite(
      Viewer viewer,
      @PathVariable JobId id,
      @RequestParam @Nullable String person,
      @RequestParam @Nullable String handle,
      @RequestParam @Nullable String to,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    Outcome<PersonId> done =
        person == null
            ? inviting.invite(viewer, id, handle == null ? "" : handle)
            : inviting.invite(viewer, id, PersonId.of(person));
    return done.fold(
        invited -> {
          Flash.ok(onward, "jobs.invite.done");
          return "redirect:" + (to == null ? "/jobs/" + id + "/invitations" : LocalPath.orHome(to));
        },
        why ->
            Pages.again(
                response, model, why, show(viewer, id, handle == null ? "" : handle, model)));
  }

  /** The viewer's open jobs, beside an assistant's profile or as a page of its own. */
  @GetMapping("/jobs/invite")
  String choose(
      Viewer viewer,
      @RequestParam String person,
      @RequestParam @Nullable String to,
      HttpServletRequest request,
      Model model) {
    var assistant = PersonId.of(person);
    model.addAttribute("choices", inviting.choices(viewer, assistant));
    model.addAttribute("person", assistant.toString());
    model.addAttribute("to", LocalPath.orHome(to == null ? "/jobs/mine" : to));
    return Pages.wantsFragment(request) ? "_invite" : "invite";
  }

  private String show(Viewer viewer, JobId id, String handle, Model model) {
    var whole = viewing.own(id, viewer);
    if (whole.job().stage() == Stage.DRAFT) {
      return "redirect:/jobs/" + id + "/edit";
    }
    model.addAttribute("job", viewing.view(whole, viewer));
    model.addAttribute("invited", inviting.invited(id));
    model.addAttribute("handle", handle);
    return "invitations";
  }
}
