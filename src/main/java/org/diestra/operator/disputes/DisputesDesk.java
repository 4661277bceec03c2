package org.diestra.operator.disputes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.SecurityHeaders;
import org.diestra.platform.sessions.Proven;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/disputes}: what waits for a mediator, and what one does. */
@Controller
@Operators
@RequestMapping(DisputesDesk.PAGE)
class DisputesDesk {
  static final String PAGE = "/operator/disputes";
  private static final int MOST = 100;
  private final Mediations mediations;
  private final DisputePages pages;
  private final Blobs blobs;
  private final BlobServing serving;

  DisputesDesk(Mediations mediations, DisputePages pages, Blobs blobs, BlobServing serving) {
    this.mediations = mediations;
    this.pages = pages;
    this.blobs = blobs;
    this.serving = serving;
  }

  @GetMapping
  String index(Viewer viewer, Model model) {
    model.addAttribute("queue", pages.queue(viewer, MOST));
    return "index";
  }

  @GetMapping("/{id}")
  String show(Viewer viewer, @PathVariable DisputeId id, Model model) {
    mediations.looked(viewer, id);
    return page(viewer, id, StepForm.EMPTY, model);
  }

  private String page(Viewer viewer, DisputeId id, StepForm form, Model model) {
    model.addAttribute("desk", pages.desk(viewer, id));
    model.addAttribute("form", form);
    return "desk";
  }

  @GetMapping("/{id}/evidence")
  ResponseEntity<byte[]> evidence(Viewer viewer, @PathVariable DisputeId id) {
    mediations.looked(viewer, id);
    return DisputeController.file(id, pages.evidence(id).json());
  }

  /** A file that was delivered, as the evidence names it. */
  @GetMapping("/{id}/files/{file}")
  void file(
      Viewer viewer,
      @PathVariable DisputeId id,
      @PathVariable BlobId file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    mediations.looked(viewer, id);
    if (!EvidenceView.of(pages.evidence(id)).holds(file)) {
      throw new NotFound();
    }
    SecurityHeaders.forFile(response);
    serving.show(blobs.get(file), request, response);
  }

  private String after(
      Viewer viewer,
      DisputeId id,
      StepForm form,
      Outcome<Dispute> outcome,
      String done,
      Turn turn) {
    var href = PAGE + "/" + id;
    return turn.after(
        outcome, done, href, new Problems(), () -> page(viewer, id, form, turn.model()));
  }

  private String again(Viewer viewer, DisputeId id, StepForm form, Problems problems, Turn turn) {
    return turn.again(problems, page(viewer, id, form, turn.model()));
  }

  @PostMapping("/{id}/taking")
  String take(
      Viewer viewer,
      @PathVariable DisputeId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var turn = new Turn(model, response, onward);
    var outcome = mediations.take(viewer, id);
    return after(viewer, id, StepForm.EMPTY, outcome, "disputes.taken", turn);
  }

  @PostMapping("/{id}/question")
  String ask(
      Viewer viewer,
      @PathVariable DisputeId id,
      @ModelAttribute("form") StepForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var turn = new Turn(model, response, onward);
    mediations.get(viewer, id);
    var problems = new Problems();
    var side = form.whom(problems);
    var words = form.asking(problems);
    return side == null || problems.any()
        ? again(viewer, id, form, problems, turn)
        : after(
            viewer,
            id,
            form,
            mediations.ask(viewer, id, form.version(), side, words),
            "disputes.asked",
            turn);
  }

  @PostMapping("/{id}/proposal")
  String propose(
      Viewer viewer,
      @PathVariable DisputeId id,
      @ModelAttribute("form") StepForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var turn = new Turn(model, response, onward);
    var problems = new Problems();
    var figure = form.named(mediations.get(viewer, id), problems);
    var words = form.reasons(problems);
    return figure == null || problems.any()
        ? again(viewer, id, form, problems, turn)
        : after(
            viewer,
            id,
            form,
            mediations.propose(viewer, id, figure, words),
            "disputes.proposed",
            turn);
  }

  @Proven(page = PAGE)
  @PostMapping("/{id}/decision")
  String decide(
      Viewer viewer,
      @PathVariable DisputeId id,
      @ModelAttribute("form") StepForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var turn = new Turn(model, response, onward);
    var problems = new Problems();
    var figure = form.named(mediations.get(viewer, id), problems);
    var words = form.reasons(problems);
    return figure == null || problems.any()
        ? again(viewer, id, form, problems, turn)
        : after(
            viewer,
            id,
            form,
            mediations.decide(viewer, id, figure, words),
            "disputes.decided",
            turn);
  }

  @Proven(page = PAGE)
  @PostMapping("/{id}/confirmation")
  String confirm(
      Viewer viewer,
      @PathVariable DisputeId id,
      @ModelAttribute("form") StepForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var turn = new Turn(model, response, onward);
    var outcome = mediations.confirm(viewer, id, form.decision());
    return after(viewer, id, form, outcome, "disputes.confirmed", turn);
  }
}
