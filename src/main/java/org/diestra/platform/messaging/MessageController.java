package org.diestra.platform.messaging;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.messaging.MessageCheck.Remark;
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

/** {@code /messages/{thread}/{message}}: one message, changed or taken back by its author. */
@Controller
@RequestMapping("/messages/{thread}/{id}")
class MessageController {
  private final TalkReader reader;
  private final TalkWriter writer;
  private final Subjects subjects;
  private final Checks checks;

  MessageController(TalkReader reader, TalkWriter writer, Subjects subjects, Checks checks) {
    this.reader = reader;
    this.writer = writer;
    this.subjects = subjects;
    this.checks = checks;
  }

  @GetMapping("/edit")
  String edit(
      Viewer viewer, @PathVariable ThreadId thread, @PathVariable MessageId id, Model model) {
    var message = own(viewer, thread, id);
    return form(
        viewer, message, new MessageForm(message.text(), null, null, null), List.of(), model);
  }

  @PostMapping
  String change(
      Viewer viewer,
      @PathVariable ThreadId thread,
      @PathVariable MessageId id,
      @ModelAttribute("form") MessageForm typed,
      Model model,
      HttpServletResponse response) {
    var message = own(viewer, thread, id);
    var talk = reader.talk(viewer.id(), thread);
    var problems = new Problems();
    var form = typed.with(message.files().stream().map(Object::toString).toList());
    var text = form.read(problems);
    if (!subjects.of(viewer, talk).open()) {
      problems.add(Refusal.conflict("messaging.conflict.closed"));
    }
    var remarks = checks.of(talk, text);
    if (Checks.stop(remarks)) {
      problems.add("text", "messaging.stopped");
    } else if (!remarks.isEmpty() && !form.sentAnyway()) {
      problems.add("text", "messaging.remarked");
    }
    if (problems.any()) {
      return Pages.again(response, model, problems, form(viewer, message, form, remarks, model));
    }
    return switch (writer.change(message, text, !remarks.isEmpty())) {
      case Outcome.Done<Message> done -> onward(message);
      case Outcome.Refused<Message>(var why) ->
          refused(viewer, message, form, why, model, response);
    };
  }

  @PostMapping("/removal")
  String remove(
      Viewer viewer,
      @PathVariable ThreadId thread,
      @PathVariable MessageId id,
      RedirectAttributes redirect) {
    var message = own(viewer, thread, id);
    writer.remove(message);
    Flash.undoable(redirect, Messages.href(thread) + "/" + id + "/return", "messaging.removed");
    return onward(message);
  }

  @PostMapping("/return")
  String restore(
      Viewer viewer,
      @PathVariable ThreadId thread,
      @PathVariable MessageId id,
      RedirectAttributes redirect) {
    var message = own(viewer, thread, id);
    writer.restore(message);
    Flash.ok(redirect, "messaging.restored");
    return onward(message);
  }

  /** What it said before: for all who take part; of a deleted one, for its author. */
  @GetMapping("/versions")
  String versions(
      Viewer viewer, @PathVariable ThreadId thread, @PathVariable MessageId id, Model model) {
    var talk = reader.talk(viewer.id(), thread);
    var subject = subjects.of(viewer, talk);
    var message = reader.message(viewer.id(), thread, id);
    if (message.deleted() && !message.author().equals(viewer.id())) {
      throw new NotFound();
    }
    model.addAttribute("subject", subject);
    model.addAttribute("message", message);
    model.addAttribute("versions", reader.versions(id));
    return "versions";
  }

  private Message own(Viewer viewer, ThreadId thread, MessageId id) {
    var message = reader.message(viewer.id(), thread, id);
    subjects.of(viewer, reader.talk(viewer.id(), thread));
    if (!message.author().equals(viewer.id())) {
      throw new NotFound();
    }
    return message;
  }

  private String refused(
      Viewer viewer,
      Message message,
      MessageForm form,
      Refusal why,
      Model model,
      HttpServletResponse response) {
    return Pages.again(response, model, why, form(viewer, message, form, List.of(), model));
  }

  private String form(
      Viewer viewer, Message message, MessageForm form, List<Remark> remarks, Model model) {
    model.addAttribute("subject", subjects.of(viewer, reader.talk(viewer.id(), message.thread())));
    model.addAttribute("message", message);
    model.addAttribute("form", form);
    model.addAttribute("remarks", remarks);
    return "edit";
  }

  private static String onward(Message message) {
    return "redirect:%s?upTo=%d#m%d"
        .formatted(Messages.href(message.thread()), message.number() + 10, message.number());
  }
}
