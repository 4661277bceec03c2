package org.diestra.hiring.tryouts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.screening.Action;
import org.diestra.hiring.screening.Finding;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.Blob;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /jobs/{id}/tryouts}: asking bidders for a sample. */
@Controller
@RequestMapping("/jobs/{id}/tryouts")
class AskController {
  private final Asking asking;
  private final Intake intake;
  private final TryoutPages pages;

  AskController(Asking asking, Intake intake, TryoutPages pages) {
    this.asking = asking;
    this.intake = intake;
    this.pages = pages;
  }

  @GetMapping("/new")
  String form(
      Viewer viewer, @PathVariable JobId id, @RequestParam @Nullable String bid, Model model) {
    model.addAttribute("form", AskForm.empty(bid, pages.today(viewer)));
    return pages.ask(viewer, id, model);
  }

  @PostMapping
  String ask(
      Viewer viewer,
      @PathVariable JobId id,
      @ModelAttribute("form") AskForm form,
      @RequestParam @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var page = pages.ask(viewer, id, model); // 404 before anything is taken in
    var problems = new Problems();
    var brought = intake.material(viewer.id(), file, form.kept(), problems).orElse(null);
    var draft = form.read(pages.today(viewer), problems);
    var material = intake.read(brought);
    var findings = intake.findings(draft.what(), material);
    judge(findings, form, problems);
    if (brought != null) {
      model.addAttribute("kept", brought);
    }
    model.addAttribute("findings", findings);
    model.addAttribute("form", form.warned(mark(findings)));
    return problems.any()
        ? Pages.again(response, model, problems, page)
        : ask(viewer, id, draft, brought, material, model, response, onward);
  }

  private String ask(
      Viewer viewer,
      JobId id,
      Draft draft,
      @Nullable Blob brought,
      Material material,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return switch (asking.ask(viewer, id, draft, brought, material.head())) {
      case Outcome.Refused<Asking.Answer>(var why) ->
          Pages.again(response, model, why, pages.ask(viewer, id, model));
      case Outcome.Done<Asking.Answer>(Asking.Answer.Sent(int bidders)) -> {
        Flash.ok(onward, "tryouts.asked", bidders);
        yield "redirect:/jobs/" + id + "/bids";
      }
      case Outcome.Done<Asking.Answer>(Asking.Answer.Stopped stopped) -> {
        Flash.note(onward, "tryouts.farm.stopped");
        yield "redirect:/jobs/" + id;
      }
    };
  }

  /** A warning is heard once; what would go to review elsewhere can't go out here. */
  private static void judge(List<Finding> findings, AskForm form, Problems problems) {
    Finding.gravest(findings)
        .ifPresent(gravest -> {
          if (gravest != Action.WARN) {
            problems.add("what", "tryouts.what.blocked");
          } else if (!mark(findings).equals(form.heard())) {
            problems.add("what", "tryouts.what.warned");
          }
        });
  }

  /** Stands for these findings, so that others are told anew. */
  private static String mark(List<Finding> findings) {
    return findings.isEmpty() ? "" : Integer.toHexString(findings.hashCode());
  }
}
