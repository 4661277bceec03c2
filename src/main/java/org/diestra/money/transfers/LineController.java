package org.diestra.money.transfers;

import java.util.UUID;
import java.util.function.BiFunction;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
import org.diestra.platform.sessions.Proven;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/transfers/lines/{id}}: whose a line is, and that it was not. */
@Controller
@Operators
@RequestMapping(DeskController.PAGE + "/lines/{id}")
class LineController {
  private static final int NOTE = 200;
  private final Queue queue;
  private final OtherLines others;
  private final TransferDesk desk;
  private final Organisations organisations;

  LineController(Queue queue, OtherLines others, TransferDesk desk, Organisations organisations) {
    this.queue = queue;
    this.others = others;
    this.desk = desk;
    this.organisations = organisations;
  }

  @GetMapping
  String show(@PathVariable String id, @RequestParam(defaultValue = "") String q, Model model) {
    var query = Typed.line(q);
    model.addAttribute(
        "view",
        desk.line(
            queue.get(Ids.require(id)), query.length() > 60 ? query.substring(0, 60) : query));
    return "line";
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/payment")
  String assign(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam String payment,
      RedirectAttributes onward) {
    var line = Ids.require(id);
    return answer(
        queue.assign(viewer, line, Ids.require(payment)), line, "transfers.line.assigned", onward);
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/client")
  String credit(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam String client,
      RedirectAttributes onward) {
    var line = Ids.require(id);
    var whose = new OrganisationId(Ids.require(client));
    organisations.get(whose);
    return answer(queue.credit(viewer, line, whose), line, "transfers.line.credited", onward);
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/undo")
  String undo(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    boolean client = queue.get(Ids.require(id)).client() != null;
    return turn(viewer, id, client ? queue::undo : others::undo, "transfers.line.undone", onward);
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/aside")
  String aside(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    return turn(viewer, id, queue::aside, "transfers.line.aside", onward);
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/queue")
  String requeue(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    return turn(viewer, id, queue::requeue, "transfers.line.queued", onward);
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/cost")
  String cost(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    return turn(viewer, id, others::cost, "transfers.line.cost", onward);
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/own")
  String own(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    return turn(viewer, id, others::own, "transfers.line.own", onward);
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/refund")
  String refunded(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam String refund,
      RedirectAttributes onward) {
    var line = Ids.require(id);
    return answer(
        others.refunded(viewer, line, Ids.require(refund)),
        line,
        "transfers.line.refunded",
        onward);
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/sent")
  String sentBack(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam String came,
      RedirectAttributes onward) {
    var line = Ids.require(id);
    return answer(
        others.sentBack(viewer, line, Ids.require(came)), line, "transfers.line.sent", onward);
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/note")
  String note(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes onward) {
    var words = Typed.line(note);
    if (words.isEmpty() || words.length() > NOTE) {
      Flash.refused(onward, Refusal.invalid("note", "transfers.note.missing", NOTE));
      return "redirect:" + queue.get(Ids.require(id)).href();
    }
    return turn(
        viewer, id, (v, line) -> others.note(v, line, words), "transfers.line.noted", onward);
  }

  private static String turn(
      Viewer viewer,
      String id,
      BiFunction<Viewer, UUID, Outcome<Line>> verb,
      String said,
      RedirectAttributes onward) {
    var line = Ids.require(id);
    return answer(verb.apply(viewer, line), line, said, onward);
  }

  private static String answer(
      Outcome<Line> outcome, UUID line, String said, RedirectAttributes onward) {
    return switch (outcome) {
      case Outcome.Done<Line>(var after) -> {
        Flash.ok(onward, said, after.in() ? after.amount() : after.amount().negated());
        yield after.state() == Line.State.ASIDE
            ? "redirect:" + after.href()
            : "redirect:" + DeskController.PAGE;
      }
      case Outcome.Refused<Line>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + DeskController.PAGE + "/lines/" + Ids.text(line);
      }
    };
  }
}
