package org.diestra.operator.disputes;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.operator.disputes.DisputePages.Framed;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /disputes/{id}}: a dispute for its two sides. */
@Controller
@RequestMapping("/disputes/{id}")
class DisputeController {
  private final Disputes disputes;
  private final DisputePages pages;

  DisputeController(Disputes disputes, DisputePages pages) {
    this.disputes = disputes;
    this.pages = pages;
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable DisputeId id, Model model) {
    return page(pages.framed(viewer, id), StepForm.EMPTY, model);
  }

  private static String page(Framed framed, StepForm form, Model model) {
    model.addAttribute("framed", framed);
    model.addAttribute("form", form);
    return "show";
  }

  @GetMapping("/evidence")
  ResponseEntity<byte[]> evidence(Viewer viewer, @PathVariable DisputeId id) {
    return file(id, pages.evidence(viewer, id).json());
  }

  /** Canonical JSON, byte for byte what its hash was made of. */
  static ResponseEntity<byte[]> file(DisputeId id, String json) {
    var name = ContentDisposition.attachment().filename("dispute-" + id + ".json").build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(json.getBytes(UTF_8));
  }

  private String after(
      Viewer viewer,
      DisputeId id,
      StepForm form,
      Problems problems,
      Outcome<Dispute> outcome,
      String done,
      Turn turn) {
    return turn.after(
        outcome,
        done,
        id.href(),
        problems,
        () -> page(pages.framed(viewer, id), form, turn.model()));
  }

  private String again(Viewer viewer, DisputeId id, StepForm form, Problems problems, Turn turn) {
    return turn.again(problems, page(pages.framed(viewer, id), form, turn.model()));
  }

  @PostMapping("/response")
  String respond(
      Viewer viewer,
      @PathVariable DisputeId id,
      @ModelAttribute("form") StepForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var turn = new Turn(model, response, onward);
    var problems = new Problems();
    var it = own(viewer, id);
    var figure = form.named(it, problems);
    var words = form.reasons(it, it.facts().place().side(viewer), figure, problems);
    return figure == null || problems.any()
        ? again(viewer, id, form, problems, turn)
        : after(
            viewer,
            id,
            form,
            problems,
            disputes.respond(viewer, id, figure, words),
            "disputes.responded",
            turn);
  }

  /**
   * @throws NotFound if it is not this person's to move
   */
  private Dispute own(Viewer viewer, DisputeId id) {
    var view = pages.framed(viewer, id).view();
    if (view.side() == null) {
      throw new NotFound();
    }
    return view.it();
  }

  @PostMapping("/figure")
  String name(
      Viewer viewer,
      @PathVariable DisputeId id,
      @ModelAttribute("form") StepForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var turn = new Turn(model, response, onward);
    var problems = new Problems();
    var figure = form.named(own(viewer, id), problems);
    return figure == null
        ? again(viewer, id, form, problems, turn)
        : after(
            viewer, id, form, problems, disputes.name(viewer, id, figure), "disputes.named", turn);
  }

  @PostMapping("/words")
  String say(
      Viewer viewer,
      @PathVariable DisputeId id,
      @ModelAttribute("form") StepForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var turn = new Turn(model, response, onward);
    own(viewer, id);
    var problems = new Problems();
    var words = form.saying(problems);
    return problems.any()
        ? again(viewer, id, form, problems, turn)
        : after(
            viewer,
            id,
            form,
            problems,
            disputes.say(viewer, id, form.version(), words),
            "disputes.said",
            turn);
  }

  @PostMapping("/acceptance")
  String accept(
      Viewer viewer,
      @PathVariable DisputeId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return after(
        viewer,
        id,
        StepForm.EMPTY,
        new Problems(),
        disputes.accept(viewer, id),
        "disputes.accepted",
        new Turn(model, response, onward));
  }

  @PostMapping("/refusal")
  String refuse(
      Viewer viewer,
      @PathVariable DisputeId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return after(
        viewer,
        id,
        StepForm.EMPTY,
        new Problems(),
        disputes.refuse(viewer, id),
        "disputes.refused",
        new Turn(model, response, onward));
  }

  @PostMapping("/appeal")
  String appeal(
      Viewer viewer,
      @PathVariable DisputeId id,
      @ModelAttribute("form") StepForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var turn = new Turn(model, response, onward);
    own(viewer, id);
    var problems = new Problems();
    var words = form.reasons(problems);
    return problems.any()
        ? again(viewer, id, form, problems, turn)
        : after(
            viewer,
            id,
            form,
            problems,
            disputes.appeal(viewer, id, words),
            "disputes.appealed",
            turn);
  }

  @PostMapping("/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable DisputeId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return after(
        viewer,
        id,
        StepForm.EMPTY,
        new Problems(),
        disputes.withdraw(viewer, id, null),
        "disputes.withdrawn",
        new Turn(model, response, onward));
  }
}
